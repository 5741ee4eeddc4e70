package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.suggest.document.Completion912PostingsFormat;
import org.apache.lucene.search.suggest.document.PrefixCompletionQuery;
import org.apache.lucene.search.suggest.document.SuggestField;
import org.apache.lucene.search.suggest.document.SuggestIndexSearcher;
import org.apache.lucene.search.suggest.document.TopSuggestDocs.SuggestScoreDoc;
import org.apache.lucene.analysis.core.KeywordAnalyzer;

/**
 * Completes names while somebody types: the most linked entities of which a name, or a word in a name, begins so. The cost
 * depends on how many are asked for, not on how many there are.
 */
final class Completion {
    private static final int STARTS_MAX = 4;
    private static final int LONG_NAME = 50;
    private static final int NAME_MAX = 160;
    private static final int BEGINNING_MAX = 40;
    private static final int TYPED_MIN = 2;
    private static final int NAMES_PER_ENTITY = 8;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** Between what is typed and the name that it begins or stands in. */
    private static final char IN = '\u0001';

    private Completion() {}

    /** The codec of an index with completions. */
    static Codec codec() {
        PostingsFormat completion = new Completion912PostingsFormat();
        return new Lucene912Codec() {
            @Override
            public PostingsFormat getPostingsFormatForField(String field) {
                return field.startsWith(Fields.SUGGEST) ? completion : super.getPostingsFormatForField(field);
            }
        };
    }

    /** Lets a name be found by its beginning and, after all names that begin so, by its later words. */
    static void add(Document document, String lang, String name, int weight) {
        if (name.length() > NAME_MAX) {
            return;
        }
        Matcher words = WORD.matcher(name);
        // Nobody types a long name from its middle, and each start costs room in memory.
        int starts = name.length() > LONG_NAME ? 1 : STARTS_MAX;
        for (int start = 0; start < starts && words.find(); start++) {
            String rest = beginning(name.substring(words.start()));
            if (start == 0 || words.end() - words.start() > 3) {
                int share = start == 0 ? weight * 4 : weight;
                document.add(new SuggestField(Fields.in(Fields.SUGGEST, lang), rest + IN + name, 1 + share));
            }
        }
    }

    /**
     * @param typed the beginning of a name, of at least two letters or digits
     * @param lang the language whose names come first
     * @param max how many entities
     * @return the names found, by the number of the document, best first
     */
    static Map<Integer, String> find(SuggestIndexSearcher searcher, String typed, String lang, int max)
            throws IOException {
        Map<Integer, String> found = new LinkedHashMap<>();
        String beginning = beginning(typed);
        if (beginning.length() < TYPED_MIN) {
            return found;
        }
        take(names(searcher, beginning, List.of(lang), max), found, max);
        if (found.size() < max) {
            take(names(searcher, beginning, Languages.READ, max), found, max);
        }
        return found;
    }

    private static List<SuggestScoreDoc> names(
            SuggestIndexSearcher searcher, String beginning, List<String> languages, int max) throws IOException {
        List<SuggestScoreDoc> names = new ArrayList<>();
        for (String lang : languages) {
            Term term = new Term(Fields.in(Fields.SUGGEST, lang), beginning);
            names.addAll(List.of(searcher.suggest(
                            new PrefixCompletionQuery(new KeywordAnalyzer(), term), max * NAMES_PER_ENTITY, false)
                    .scoreLookupDocs()));
        }
        names.sort(Comparator.comparingDouble((SuggestScoreDoc name) -> -name.score));
        return names;
    }

    private static void take(List<SuggestScoreDoc> names, Map<Integer, String> found, int max) {
        for (SuggestScoreDoc name : names) {
            if (found.size() < max) {
                String key = name.key.toString();
                found.putIfAbsent(name.doc, key.substring(key.indexOf(IN) + 1));
            }
        }
    }

    private static String beginning(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(Fields.fold(text));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        String plain = String.join(" ", words);
        return plain.substring(0, Math.min(plain.length(), BEGINNING_MAX));
    }
}
