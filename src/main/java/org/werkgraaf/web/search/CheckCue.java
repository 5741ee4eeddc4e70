package org.werkgraaf.web.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.web.http.ReaderLanguage;

/** Sees that a search asks whether something is allowed, such as "may my boss", and where the check of it begins. */
final class CheckCue {
    /** Which parameter of the check takes things of which class. */
    private static final Map<String, String> PARAMETERS =
            Map.of(ClassNames.TECHNIQUE, "technique", ClassNames.DATA_CATEGORY, "data");

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

    /** The address of the check, about the first technique or data that was found; empty when it is no such question. */
    Optional<String> link(String words, SearchResult result, String lang) {
        String asked = words.toLowerCase(Locale.ROOT).strip();
        if (cues.stream().noneMatch(cue -> asked.startsWith(cue + " ") || asked.contains(" " + cue + " "))) {
            return Optional.empty();
        }
        return Optional.of(result.hits().stream()
                .map(SearchResult.Hit::thing)
                .filter(thing -> PARAMETERS.containsKey(thing.type()))
                .findFirst()
                .map(thing -> "/check?" + PARAMETERS.get(thing.type()) + "=" + slug(thing) + "&lang=" + lang)
                .orElse("/check?lang=" + lang));
    }

    private static String slug(Thing thing) {
        return thing.id().substring(thing.id().indexOf('/') + 1);
    }
}
