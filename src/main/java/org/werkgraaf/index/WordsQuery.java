package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.werkgraaf.vocabulary.Languages;

/** Makes the query for a question: what it names whole comes first, then what has most of its words. */
final class WordsQuery {
    private static final float STOP_WORD = 0.1f;
    private static final float ROLE = 0.3f;
    private static final float READING = 0.7f;
    private static final float SPLIT = 0.6f;
    private static final float NAMED = 60f;
    private static final float INFLECTED = 30f;
    /** What a name in another form is worth of one as it is. */
    private static final float IN_ANOTHER_FORM = 0.8f;

    private static final float CITED = 90f;
    private static final float NUMBERED = 45f;
    /** Above which a word tells little of what is looked for. */
    private static final int RARE_MAX = 20;

    private final Analyzers analyzers;
    private final Compounds compounds;
    private final IndexWords vocabulary;

    WordsQuery(Analyzers analyzers, Compounds compounds, IndexWords vocabulary) {
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
        Weights weights = question.isSentence() ? Weights.TELLING : Weights.NAMING;
        List<Query> ways = new ArrayList<>();
        List<Query> lifts = new ArrayList<>();
        if (!question.words().isEmpty()) {
            ways.add(words(question, weights, loose));
        }
        // Of a few words, one that is a whole name does not make up for the others; it only lifts what has them.
        question.spans().forEach(span -> {
            boolean whole = span.share() > 0.99f;
            (whole || ways.isEmpty() || question.isSentence() ? ways : lifts)
                    .add(constant(
                            Fields.KEY,
                            span.key(),
                            whole ? NAMED : rarity(question, span.key()) * within(weights, span.share())));
        });
        if (question.isSentence() && !question.inflected().isEmpty()) {
            List<Query> names = question.inflected().stream()
                    .map(name -> constant(
                            Fields.in(Fields.STEM_KEY, name.lang()),
                            name.key(),
                            IN_ANOTHER_FORM * within(weights, name.share())))
                    .toList();
            ways.add(new DisjunctionMaxQuery(names, 0f));
        }
        if (!question.stems().isEmpty()) {
            List<Query> names = new ArrayList<>();
            question.stems()
                    .forEach((lang, key) -> names.add(constant(Fields.in(Fields.STEM_KEY, lang), key, INFLECTED)));
            ways.add(new DisjunctionMaxQuery(names, 0f));
        }
        question.citations()
                .forEach(term -> ways.add(constant(Fields.CITATION, term, term.endsWith("@") ? NUMBERED : CITED)));
        Query query = new BooleanQuery.Builder()
                .add(new DisjunctionMaxQuery(ways, 1f), Occur.MUST)
                .add(FeatureField.newLogQuery(Fields.FEATURES, Fields.LINKS, weights.links(), 1f), Occur.SHOULD)
                .add(FeatureField.newLinearQuery(Fields.FEATURES, Fields.KIND, weights.kind()), Occur.SHOULD)
                .build();
        return lifts.isEmpty() ? query : lifted(query, lifts);
    }

    private static float within(Weights weights, float share) {
        return weights.within() * (float) Math.sqrt(share);
    }

    /** A name of one word that few things have says up to twice as much of what is meant. */
    private float rarity(Question question, String name) {
        boolean word = question.words().stream().anyMatch(each -> each.text().equals(name));
        return word ? 1 + Math.max(0, 1 - vocabulary.frequency(name) / (float) RARE_MAX) : 1;
    }

    /** The same entities in another order. */
    Query lifted(Query words, List<Query> lifts) {
        BooleanQuery.Builder lifted = new BooleanQuery.Builder().add(words, Occur.MUST);
        lifts.forEach(lift -> lifted.add(lift, Occur.SHOULD));
        return lifted.build();
    }

    /** Also what is asked for in phrases, by the best of which it has. */
    Query asked(Query words, List<Query> phrases) {
        return phrases.isEmpty()
                ? words
                : new DisjunctionMaxQuery(List.of(words, new DisjunctionMaxQuery(phrases, 0f)), 1f);
    }

    private Query words(Question question, Weights weights, boolean loose) {
        List<Question.Word> words = question.words();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<Query> content = new ArrayList<>();
        boolean roles = question.isSentence() || question.telling() > 1;
        for (int i = 0; i < words.size(); i++) {
            Query anywhere = anywhere(words, i, weights);
            Question.Word word = words.get(i);
            boolean says = word.content() && !(roles && word.role());
            any.add(says ? anywhere : new BoostQuery(anywhere, word.content() ? ROLE : STOP_WORD), Occur.SHOULD);
            if (says && word.findable()) {
                content.add(anywhere);
            }
        }
        Query enough = enough(any, question, content.size(), weights, loose);
        if (content.size() < 2) {
            return enough;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        content.forEach(each -> all.add(each, Occur.FILTER));
        return new BooleanQuery.Builder()
                .add(enough, Occur.MUST)
                .add(new BoostQuery(new ConstantScoreQuery(all.build()), weights.all()), Occur.SHOULD)
                .build();
    }

    /** What has enough of the words, and what is named after a rare one, of which the others do not decide: where, or of whom. */
    private Query enough(BooleanQuery.Builder any, Question question, int content, Weights weights, boolean loose) {
        int needed = loose ? 1 : needed(content, weights);
        List<Query> rare = needed < 2 ? List.of() : rare(question);
        Query words = atLeast(needed, any);
        if (rare.isEmpty()) {
            return words;
        }
        Query named = new BooleanQuery.Builder()
                .add(atLeast(1, any), Occur.MUST)
                .add(new DisjunctionMaxQuery(rare, 0f), Occur.FILTER)
                .build();
        return new DisjunctionMaxQuery(List.of(words, named), 0f);
    }

    private static Query atLeast(int needed, BooleanQuery.Builder any) {
        BooleanQuery.Builder words = new BooleanQuery.Builder().setMinimumNumberShouldMatch(needed);
        any.build().clauses().forEach(words::add);
        return words.build();
    }

    /**
     * The names in which the content words stand that few things have in their names and definitions; of a few words only those that are
     * whole names themselves, as half of a name that has two, or of a number, finds what was not meant.
     */
    private List<Query> rare(Question question) {
        return question.words().stream()
                .filter(word -> word.content() && word.known() && !word.role())
                .filter(word -> vocabulary.frequency(word.text()) <= RARE_MAX)
                .filter(word -> question.isSentence() || isName(word.text()))
                .flatMap(word -> names(word.text()).stream())
                .toList();
    }

    private boolean isName(String word) {
        return word.chars().allMatch(Character::isLetter) && vocabulary.count(Fields.KEY, word) > 0;
    }

    /** The names in which a word stands. */
    private List<Query> names(String word) {
        List<Query> places = new ArrayList<>();
        places.add(new TermQuery(new Term(Fields.NAMES, word)));
        for (String lang : Languages.READ) {
            for (String stem : stems(Fields.in(Fields.NAME, lang), word)) {
                places.add(new TermQuery(new Term(Fields.in(Fields.NAME, lang), stem)));
            }
        }
        return places;
    }

    /** How many of the content words must be there. */
    private static int needed(int content, Weights weights) {
        return Math.max(1, content == 2 && weights == Weights.NAMING ? 2 : (int) Math.ceil(content * weights.needed()));
    }

    private Query anywhere(List<Question.Word> words, int at, Weights weights) {
        String word = words.get(at).text();
        List<Query> places = new ArrayList<>(places(word, weights));
        for (int from = Math.max(0, at - 2); from <= at; from++) {
            for (int to = Math.max(from + 2, at + 1); to <= Math.min(words.size(), from + 3); to++) {
                String glued = words.subList(from, to).stream()
                        .map(Question.Word::text)
                        .collect(Collectors.joining());
                if (vocabulary.count(Fields.NAMES, glued) > 0) {
                    places.add(new BoostQuery(new TermQuery(new Term(Fields.NAMES, glued)), weights.names()));
                }
            }
        }
        List<String> parts = compounds.split(word);
        if (!parts.isEmpty()) {
            BooleanQuery.Builder most = new BooleanQuery.Builder();
            // Nobody wrote an unknown word: what has its rarest part may be meant.
            String rarest = parts.stream()
                    .min(Comparator.comparingInt(vocabulary::frequency))
                    .orElseThrow();
            parts.forEach(part -> most.add(
                    new DisjunctionMaxQuery(places(part, weights), weights.tie()),
                    words.get(at).known() || part.equals(rarest) ? Occur.MUST : Occur.SHOULD));
            places.add(new BoostQuery(most.build(), SPLIT));
        }
        words.get(at)
                .readings()
                .forEach(reading -> places.add(
                        new BoostQuery(new DisjunctionMaxQuery(places(reading, weights), weights.tie()), READING)));
        return new DisjunctionMaxQuery(places, weights.tie());
    }

    /** Every field and language in which a word can stand. */
    private List<Query> places(String word, Weights weights) {
        List<Query> places = new ArrayList<>();
        places.add(term(Fields.NAMES, word, weights.names()));
        for (String lang : Languages.READ) {
            Set<String> stems = stems(Fields.in(Fields.NAME, lang), word);
            for (String stem : stems) {
                places.add(term(Fields.in(Fields.NAME, lang), stem, weights.name()));
                if (Languages.ALL.contains(lang)) {
                    places.add(term(Fields.in(Fields.DEFINITION, lang), stem, weights.definition()));
                    places.add(term(Fields.in(Fields.PASSAGE, lang), stem, weights.passage()));
                }
                if (Languages.GLUING.contains(lang)) {
                    places.add(term(Fields.in(Fields.PARTS, lang), stem, weights.parts()));
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
