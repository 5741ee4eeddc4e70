package org.werkgraaf.index;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.werkgraaf.vocabulary.Languages;

/** How text becomes words, per field and language; the same for documents and questions. */
final class Analyzers {
    /**
     * What makes one word look like several: the hyphen of e-mail, the dots of A.I., and what nobody sees, such as soft hyphens and
     * accents apart from their letter.
     */
    private static final Pattern WITHIN_WORDS = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(\\p{L})(?:[-\u2010\u2011](?=\\p{L})|\\.(?=\\p{L}(?![\\p{L}\\p{M}\\p{N}])))|"
                    + "[\\p{Mn}\\p{Cf}]");
    /** Which the tokenizer takes for letters of a word. */
    private static final Pattern NARROW_SPACE = Pattern.compile("\u202F");

    private final Analyzer perField;

    /** @param compounds how glued words are taken apart */
    Analyzers(Compounds compounds) {
        Map<String, Analyzer> fields = new HashMap<>();
        for (String lang : Languages.READ) {
            boolean glues = Languages.GLUING.contains(lang);
            Analysis analysis = Analysis.of(lang);
            Analyzer stems = new Words(analysis::stems);
            Analyzer stemsAndParts =
                    glues ? new Words(in -> analysis.stems(new CompoundFilter(in, compounds, true))) : stems;
            fields.put(Fields.in(Fields.NAME, lang), stems);
            Fields.EXPLAINED.forEach(field -> fields.put(Fields.in(field, lang), stemsAndParts));
            Fields.OF_PASSAGES.forEach(field -> fields.put(Fields.in(field, lang), stemsAndParts));
            if (glues) {
                fields.put(
                        Fields.in(Fields.PARTS, lang),
                        new Words(in -> analysis.stems(new CompoundFilter(in, compounds, false))));
            }
        }
        fields.put(Fields.NAMES, new Words(Analyzers::glued));
        fields.put(Fields.WORDS, new Words(in -> in));
        fields.put(Fields.SOURCE_NAMES, new Words(in -> in));
        this.perField = new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), fields);
    }

    /** The analyzer of each field. */
    Analyzer perField() {
        return perField;
    }

    /** The words of a text as a field has them, with their place in it. */
    List<Token> tokens(String field, String text) {
        List<Token> found = new ArrayList<>();
        try (TokenStream tokens = perField.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                found.add(new Token(term.toString(), offsets.startOffset(), offsets.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the words of a text", e);
        }
        return found;
    }

    /** The stems of a text in one word; empty when it has only stop words. */
    String stemKey(String lang, String text) {
        StringBuilder key = new StringBuilder();
        tokens(Fields.in(Fields.NAME, lang), text).forEach(token -> key.append(token.text()));
        return key.toString();
    }

    /**
     * @param text the word as the field has it
     * @param start where it begins in the text
     * @param end where it ends
     */
    record Token(String text, int start, int end) {}

    /** Also two and three words that follow each other as one, so that words glued and apart meet. */
    private static TokenStream glued(TokenStream in) {
        ShingleFilter glued = new ShingleFilter(in, 2, 3);
        glued.setTokenSeparator("");
        return glued;
    }

    private interface Step {
        TokenStream after(TokenStream words);
    }

    /** Lower case without accents, elision and possessive; then what the field adds. */
    private static final class Words extends Analyzer {
        private final Step step;

        Words(Step step) {
            this.step = step;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new PatternReplaceCharFilter(
                    WITHIN_WORDS, "$1", new PatternReplaceCharFilter(NARROW_SPACE, " ", reader));
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream words =
                    new ElisionFilter(new EnglishPossessiveFilter(tokenizer), FrenchAnalyzer.DEFAULT_ARTICLES);
            return new TokenStreamComponents(tokenizer, step.after(new ASCIIFoldingFilter(new LowerCaseFilter(words))));
        }
    }
}
