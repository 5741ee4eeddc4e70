package org.werkgraaf.index;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/** How text becomes words, per field and language; the same for documents and questions. */
final class Analyzers {
    private static final Map<String, String> STEMMERS = Map.of("nl", "Dutch", "en", "English", "fr", "French");
    private static final Map<String, CharArraySet> STOP_WORDS = Map.of(
            "nl", DutchAnalyzer.getDefaultStopSet(),
            "en", EnglishAnalyzer.getDefaultStopSet(),
            "fr", FrenchAnalyzer.getDefaultStopSet());

    private Analyzers() {}

    /** The analyzer of each field. */
    static Analyzer perField() {
        Map<String, Analyzer> fields = new HashMap<>();
        for (String lang : Languages.ALL) {
            Analyzer stemmed = new Words(lang);
            Fields.WEIGHTS.keySet().forEach(field -> fields.put(Fields.in(field, lang), stemmed));
        }
        fields.put(Fields.NAMES, new Words(""));
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), fields);
    }

    /** Whether a word says nothing by itself in any of the languages. */
    static boolean isStopWord(String word) {
        return STOP_WORDS.values().stream().anyMatch(words -> words.contains(word));
    }

    /** Lower case, elision, stop words and stem of the language; without a language, only case and accents. */
    private static final class Words extends Analyzer {
        private final String lang;

        Words(String lang) {
            this.lang = lang;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream words = new LowerCaseFilter(new ElisionFilter(tokenizer, FrenchAnalyzer.DEFAULT_ARTICLES));
            if (!lang.isEmpty()) {
                words = new StopFilter(words, STOP_WORDS.get(lang));
                words = new SnowballFilter(words, STEMMERS.get(lang));
            }
            return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(words));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(in));
        }
    }
}
