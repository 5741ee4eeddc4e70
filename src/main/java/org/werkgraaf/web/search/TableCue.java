package org.werkgraaf.web.search;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.web.http.ReaderLanguage;

/** Sees that a search asks for the cases on a technique or for its rules, which a table has all together. */
final class TableCue {
    private static final Set<String> NAMES = Set.of("label", "altLabel");

    private final EntityIndex index;
    private final Pattern cues;

    /**
     * @param messages what such searches say, in each language under {@code tables.cues}, divided by a bar
     * @param index in which the technique is found
     */
    TableCue(MessageSource messages, EntityIndex index) {
        this.index = index;
        String words = String.join(
                "|",
                ReaderLanguage.OFFERED.stream()
                        .flatMap(lang -> Stream.of(messages.getMessage("tables.cues", null, Locale.forLanguageTag(lang))
                                .split("\\|")))
                        .map(Pattern::quote)
                        .toList());
        cues = Pattern.compile("\\b(" + words + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The technique of which cases or rules are asked for; empty for most searches. */
    Optional<Thing> technique(SearchRequest search) {
        String named = cues.matcher(search.words()).replaceAll(" ").strip();
        if (named.isEmpty() || named.equals(search.words().strip())) {
            return Optional.empty();
        }
        return index
                .search(new SearchRequest(
                        named,
                        search.lang(),
                        Map.of(Facet.TYPE, Set.of(ClassNames.TECHNIQUE)),
                        Set.of(),
                        null,
                        null,
                        null,
                        SearchRequest.Sorting.RELEVANCE,
                        1,
                        null,
                        SearchRequest.Counting.NONE,
                        true))
                .hits()
                .stream()
                .filter(hit -> hit.matched().stream().anyMatch(match -> NAMES.contains(match.field())))
                .map(SearchResult.Hit::thing)
                .findFirst();
    }
}
