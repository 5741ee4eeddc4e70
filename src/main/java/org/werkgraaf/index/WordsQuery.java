package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Makes the query for a question: what it names whole comes first, then what has most of its words. */
final class WordsQuery {
    private static final float TIE = 0.1f;
    private static final float STOP_WORD = 0.1f;
    private static final float READING = 0.7f;
    private static final float PARTS = 0.6f;
    private static final float NAMED = 60f;
    private static final float INFLECTED = 30f;
    private static final float NAMED_WITHIN = 22f;
    private static final float CITED = 90f;
    private static final float NUMBERED = 45f;
    private static final float ALL_WORDS = 8f;

    private final Analyzers analyzers;
    private final Compounds compounds;
    private final Vocabulary vocabulary;

    WordsQuery(Analyzers analyzers, Compounds compounds, Vocabulary vocabulary) {
        this.analyzers = analyzers;
        this.compounds = compounds;
        this.vocabulary = vocabulary;
    }

    /**
     * @param loose whether one word of the question is enough
     */
    Query of(Question question, boolean loose) {
        if (question.empty()) {
            return new MatchAllDocsQuery();
        }
        List<Query> ways = new ArrayList<>();
        if (!question.words().isEmpty()) {
            ways.add(words(question.words(), loose));
        }
        question.spans().forEach(span -> ways.add(constant(
                Fields.KEY, span.key(), span.share() > 0.99f ? NAMED : NAMED_WITHIN * (float) Math.sqrt(span.share()))));
        if (!question.stems().isEmpty()) {
            List<Query> names = new ArrayList<>();
            question.stems().forEach((lang, key) -> names.add(constant(Fields.in(Fields.STEM_KEY, lang), key, INFLECTED)));
            ways.add(new DisjunctionMaxQuery(names, 0f));
        }
        question.citations().forEach(term -> ways.add(constant(Fields.CITATION, term, term.endsWith("@") ? NUMBERED : CITED)));
        return new BooleanQuery.Builder()
                .add(new DisjunctionMaxQuery(ways, 1f), Occur.MUST)
                .add(FeatureField.newLogQuery(Fields.FEATURES, Fields.LINKS, 1f, 1f), Occur.SHOULD)
                .build();
    }

    private Query words(List<Question.Word> words, boolean loose) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<Query> content = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Query anywhere = anywhere(words, i);
            any.add(words.get(i).content() ? anywhere : new BoostQuery(anywhere, STOP_WORD), Occur.SHOULD);
            if (words.get(i).content()) {
                content.add(anywhere);
            }
        }
        any.setMinimumNumberShouldMatch(loose ? 1 : needed(content.size()));
        if (content.size() < 2) {
            return any.build();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        content.forEach(each -> all.add(each, Occur.FILTER));
        return new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(new BoostQuery(new ConstantScoreQuery(all.build()), ALL_WORDS), Occur.SHOULD)
                .build();
    }

    /** Two words are both wanted; of more, most. */
    private static int needed(int content) {
        return content <= 2 ? Math.max(content, 1) : (int) Math.ceil(content * 0.5);
    }

    private Query anywhere(List<Question.Word> words, int at) {
        String word = words.get(at).text();
        List<Query> places = new ArrayList<>(places(word));
        for (int from = Math.max(0, at - 2); from <= at; from++) {
            for (int to = Math.max(from + 2, at + 1); to <= Math.min(words.size(), from + 3); to++) {
                String glued = words.subList(from, to).stream().map(Question.Word::text).collect(Collectors.joining());
                if (vocabulary.count(Fields.NAMES, glued) > 0) {
                    places.add(new BoostQuery(new TermQuery(new Term(Fields.NAMES, glued)), Fields.NAMES_WEIGHT));
                }
            }
        }
        List<String> parts = compounds.split(word);
        if (!parts.isEmpty()) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            parts.forEach(part -> all.add(new DisjunctionMaxQuery(places(part), TIE), Occur.MUST));
            places.add(new BoostQuery(all.build(), PARTS));
        }
        words.get(at).readings().forEach(reading ->
                places.add(new BoostQuery(new DisjunctionMaxQuery(places(reading), TIE), READING)));
        return new DisjunctionMaxQuery(places, TIE);
    }

    /** Every field and language in which a word can stand. */
    private List<Query> places(String word) {
        List<Query> places = new ArrayList<>();
        places.add(term(Fields.NAMES, word, Fields.NAMES_WEIGHT));
        for (String lang : Languages.READ) {
            Set<String> stems = stems(Fields.in(Fields.NAME, lang), word);
            for (String stem : stems) {
                Fields.WEIGHTS.forEach((field, weight) -> {
                    if (field.equals(Fields.NAME) || Languages.ALL.contains(lang)) {
                        places.add(term(Fields.in(field, lang), stem, weight));
                    }
                });
                if (Languages.GLUING.contains(lang)) {
                    places.add(term(Fields.in(Fields.PARTS, lang), stem, Fields.PARTS_WEIGHT));
                }
            }
        }
        return places;
    }

    private Set<String> stems(String field, String word) {
        return analyzers.tokens(field, word).stream()
                .map(Analyzers.Token::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Query term(String field, String text, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, text)), weight);
    }

    private static Query constant(String field, String text, float score) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, text))), score);
    }
}
