package org.werkgraaf.web.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.web.http.ReaderLanguage;

/** Sees that a search asks whether something is allowed, such as "may my boss", and where the check of it begins. */
final class CheckCue {
    private final List<String> cues;

    /** @param messages the beginnings of such questions, in each language under {@code check.cues}, divided by a bar */
    CheckCue(MessageSource messages) {
        cues = ReaderLanguage.OFFERED.stream()
                .flatMap(lang -> Stream.of(messages.getMessage("check.cues", null, Locale.forLanguageTag(lang))
                        .split("\\|")))
                .map(String::strip)
                .filter(cue -> !cue.isEmpty())
                .distinct()
                .toList();
    }

    /** The address of the check, about the first thing found that it can be asked about; empty when it is no such question. */
    Optional<String> link(String words, SearchResult result, String lang, Presentation presentation) {
        String asked = words.toLowerCase(Locale.ROOT).strip();
        if (cues.stream().noneMatch(cue -> asked.startsWith(cue + " ") || asked.contains(" " + cue + " "))) {
            return Optional.empty();
        }
        return Optional.of(result.hits().stream()
                .map(SearchResult.Hit::thing)
                .flatMap(thing ->
                        presentation.profile(thing.type()).flatMap(profile -> profile.check(thing.id(), lang)).stream())
                .findFirst()
                .orElse("/check?lang=" + lang));
    }
}
