package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Says which words of a question things do not have, in any form in which a search for the word would find them. Words that say
 * nothing by themselves, and those that nothing in the graph has, are left out.
 */
final class Lacking {
    private final Generation generation;
    private final String lang;

    Lacking(Generation generation, String lang) {
        this.generation = generation;
        this.lang = lang;
    }

    /** The words by the id of the thing that lacks them; a thing that has all of them is not there. */
    Map<String, List<String>> of(String words, List<String> ids) throws IOException {
        Map<String, List<String>> byThing = new LinkedHashMap<>();
        for (Question.Word word : generation.read(words, lang).words()) {
            if (word.content() && word.findable()) {
                String written = word.end() <= words.length() ? words.substring(word.start(), word.end()) : word.text();
                Set<String> having = having(written, ids);
                ids.stream()
                        .filter(id -> !having.contains(id))
                        .forEach(id -> byThing.computeIfAbsent(id, any -> new ArrayList<>())
                                .add(written));
            }
        }
        return byThing;
    }

    /** Whether one thing that passes the filters has all words, but for those that only name somebody at work. */
    boolean anyHasAll(Map<Facet, Set<String>> filters, String words) throws IOException {
        FixedBitSet passing = null;
        for (Map.Entry<Facet, Set<String>> filter : filters.entrySet()) {
            FixedBitSet each = generation.filters().of(filter.getKey(), filter.getValue(), false);
            passing = narrowed(passing, each);
        }
        for (Question.Word word : generation.read(words, lang).words()) {
            if (word.content() && word.findable() && !word.role() && word.end() <= words.length()) {
                String written = words.substring(word.start(), word.end());
                Query alone = alone(written);
                passing = narrowed(passing, Matching.documents(generation.searcher(), alone));
            }
        }
        return passing == null || passing.cardinality() > 0;
    }

    /** What a word finds, as a name or text has it or a phrase. */
    private Query alone(String word) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(generation.query(generation.read(word, lang), true), Occur.SHOULD);
        generation.phrases().with(word).forEach(phrase -> any.add(phrase, Occur.SHOULD));
        return any.build();
    }

    private static FixedBitSet narrowed(@Nullable FixedBitSet passing, FixedBitSet by) {
        FixedBitSet narrowed = by.clone();
        if (passing != null) {
            narrowed.and(passing);
        }
        return narrowed;
    }

    private Set<String> having(String word, List<String> ids) throws IOException {
        Query alone = alone(word);
        Query among = new BooleanQuery.Builder()
                .add(
                        new TermInSetQuery(
                                Fields.ID, ids.stream().map(BytesRef::new).toList()),
                        Occur.FILTER)
                .add(alone, Occur.FILTER)
                .build();
        FixedBitSet documents = Matching.documents(generation.searcher(), among);
        Set<String> having = new HashSet<>();
        for (int document = documents.nextSetBit(0);
                document >= 0 && document < documents.length();
                document = document + 1 < documents.length() ? documents.nextSetBit(document + 1) : -1) {
            having.add(generation.stored().thing(document).id());
        }
        return having;
    }
}
