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

/**
 * Which words of a question things do not have, in any form in which a search for the word would find them. Words that say nothing by
 * themselves are left out.
 *
 * @param nowhere words that nothing in the graph has
 * @param byThing the others, by the id of the thing that lacks them; a thing that has all of them is not there
 */
public record Lacking(List<String> nowhere, Map<String, List<String>> byThing) {
    static Lacking of(Generation generation, String words, String lang, List<String> ids) throws IOException {
        List<String> nowhere = new ArrayList<>();
        Map<String, List<String>> byThing = new LinkedHashMap<>();
        for (Question.Word word : generation.read(words, lang).words()) {
            String written = word.end() <= words.length() ? words.substring(word.start(), word.end()) : word.text();
            if (word.content() && !word.findable()) {
                nowhere.add(written);
            } else if (word.content()) {
                Set<String> having = having(generation, written, lang, ids);
                ids.stream()
                        .filter(id -> !having.contains(id))
                        .forEach(id -> byThing.computeIfAbsent(id, any -> new ArrayList<>())
                                .add(written));
            }
        }
        return new Lacking(nowhere, byThing);
    }

    private static Set<String> having(Generation generation, String word, String lang, List<String> ids)
            throws IOException {
        Query alone = generation.query(generation.read(word, lang), true);
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
            having.add(generation.thing(document).id());
        }
        return having;
    }
}
