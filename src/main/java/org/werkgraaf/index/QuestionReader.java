package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.index.Question.Span;
import org.werkgraaf.index.Question.Word;
import org.werkgraaf.vocabulary.Languages;

/**
 * Reads what somebody typed; nothing in it is syntax. Takes as many look-ups in the index as there are runs of up to
 * eight pieces in the question.
 */
final class QuestionReader {
    static final int WORDS_MAX = 32;
    private static final int IDENTIFIER_MIN = 8;
    private static final int IDENTIFIER_DIGITS_MIN = 4;
    private static final int SPAN_MAX = 8;
    private static final int PIECES_MAX = 48;
    private static final int ACT_WORDS_MAX = 6;
    private static final int READINGS_MAX = 12;
    private static final int BEGINNING_MIN = 4;
    private static final int SPELLED_MIN = 5;
    private static final int SPELLED_IN_SENTENCE_MIN = 9;
    private static final int SPELLED_WORDS_MAX = 12;
    private static final int LONG = 5;
    /** Words that begin with as many equal letters are one word, written wrongly. */
    private static final int SAME_MIN = 6;
    /** The longest ending that only inflects, such as -ing. */
    private static final int ENDING_MAX = 3;

    private final IndexWords vocabulary;
    private final Analyzers analyzers;
    private final Compounds compounds;
    private final InflectedNames inflected;
    private final Map<String, Set<String>> askedBy;

    /** @param askedBy classes that a word asks for: "how many" asks for a figure */
    QuestionReader(IndexWords vocabulary, Analyzers analyzers, Compounds compounds, Map<String, Set<String>> askedBy) {
        this.vocabulary = vocabulary;
        this.analyzers = analyzers;
        this.compounds = compounds;
        this.inflected = new InflectedNames(vocabulary, analyzers);
        this.askedBy = askedBy;
    }

    Question read(String text, String lang) {
        String plain = PastedText.plain(text);
        List<Span> spans = spans(plain);
        List<String> citations = citations(plain);
        boolean identified = !citations.isEmpty() || spans.stream().anyMatch(span -> span.share() > 0.99f);
        // The words of an address say where a text is kept, not what it says.
        List<Word> words = identified && plain.contains("://") ? List.of() : words(plain, identified ? null : lang);
        String meant = corrected(plain, words);
        List<Span> named = new ArrayList<>(spans);
        if (meant != null) {
            named.addAll(spans(meant));
        }
        return new Question(
                words,
                named,
                inflected.in(words, spans),
                stems(meant == null ? words : words(meant, null)),
                citations,
                kinds(words),
                meant,
                words.isEmpty() && spans.isEmpty());
    }

    private Set<String> kinds(List<Word> words) {
        return words.stream()
                .flatMap(word -> askedBy.getOrDefault(word.text(), Set.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Word> words(String text, @Nullable String lang) {
        List<Analyzers.Token> tokens = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Analyzers.Token token : analyzers.tokens(Fields.WORDS, text)) {
            if (tokens.size() < WORDS_MAX && seen.add(token.text())) {
                tokens.add(token);
            }
        }
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(word(tokens, i, isContent(tokens.get(i), text), lang));
        }
        return words;
    }

    private Word word(List<Analyzers.Token> tokens, int at, boolean content, @Nullable String lang) {
        Analyzers.Token token = tokens.get(at);
        String text = token.text();
        boolean known = vocabulary.frequency(text) > 0 || vocabulary.count(Fields.KEY, text) > 0;
        boolean composed = known || !compounds.split(text).isEmpty() || isGlued(tokens, at);
        List<String> readings = List.of();
        if (content && lang != null && !composed && text.length() >= BEGINNING_MIN) {
            readings = vocabulary.startingWith(text, READINGS_MAX);
            // In a sentence a short unknown word is a verb or name that the graph lacks rather than a slip.
            boolean mayBeASlip = text.length() >= (tokens.size() > LONG ? SPELLED_IN_SENTENCE_MIN : SPELLED_MIN)
                    && tokens.size() <= SPELLED_WORDS_MAX;
            // A form of a word that is known, in whatever language, is no slip.
            if (readings.isEmpty() && mayBeASlip) {
                String nearest = vocabulary.nearest(text);
                readings = nearest == null || isInflection(lang, text, nearest) || isForm(text, nearest)
                        ? List.of()
                        : List.of(nearest);
            }
        }
        boolean findable = composed || !readings.isEmpty() || hasStem(text);
        return new Word(
                text,
                token.start(),
                token.end(),
                content,
                known,
                findable,
                vocabulary.count(Fields.ROLE, text) > 0,
                readings);
    }

    /** Capitals between small letters say that it is a name: the OR is the works council, "or" is a stop word. */
    private static boolean isContent(Analyzers.Token token, String text) {
        if (!StopWords.inQuestion(token.text())) {
            return true;
        }
        String written = text.substring(token.start(), token.end());
        return written.length() > 1
                && written.chars().filter(Character::isLetter).allMatch(Character::isUpperCase)
                && !text.equals(text.toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether the index has the word glued to a neighbour. */
    private boolean isGlued(List<Analyzers.Token> tokens, int at) {
        for (int from = Math.max(0, at - 2); from <= at; from++) {
            for (int to = Math.max(from + 2, at + 1); to <= Math.min(tokens.size(), from + 3); to++) {
                if (vocabulary.count(Fields.NAMES, glue(tokens, from, to)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two words are forms of one word of the reader's language that the index has. */
    private boolean isInflection(String lang, String word, String other) {
        String stem = analyzers.stemKey(lang, word);
        return stem.equals(analyzers.stemKey(lang, other)) && hasStem(lang, stem);
    }

    /** Whether a word is rather a form of a word that the index has, in any language, than a slip for the nearest one. */
    private boolean isForm(String word, String nearest) {
        int same = Math.min(SAME_MIN, word.length());
        return !nearest.startsWith(word.substring(0, same))
                && Languages.ALL.stream().anyMatch(lang -> {
                    String stem = analyzers.stemKey(lang, word);
                    boolean ending = stem.length() < word.length() && word.startsWith(stem);
                    boolean inflected = word.length() - stem.length() <= ENDING_MAX;
                    return ending && hasStem(lang, stem) && (inflected || !nearest.startsWith(stem));
                });
    }

    private boolean hasStem(String lang, String stem) {
        return Fields.STEMMED.stream().anyMatch(field -> vocabulary.count(Fields.in(field, lang), stem) > 0);
    }

    private boolean hasStem(String word) {
        return Languages.READ.stream().anyMatch(lang -> hasStem(lang, analyzers.stemKey(lang, word)));
    }

    private static String glue(List<Analyzers.Token> tokens, int from, int to) {
        StringBuilder glued = new StringBuilder();
        tokens.subList(from, to).forEach(token -> glued.append(token.text()));
        return glued.toString();
    }

    private @Nullable String corrected(String text, List<Word> words) {
        StringBuilder corrected = new StringBuilder();
        int at = 0;
        for (Word word : words) {
            if (word.readings().size() == 1 && !word.readings().get(0).startsWith(word.text())) {
                corrected
                        .append(text, at, word.start())
                        .append(vocabulary.written(word.readings().get(0)));
                at = word.end();
            }
        }
        return at == 0 ? null : corrected.append(text.substring(at)).toString();
    }

    /** The content words as the stems of a whole name, in the languages in which there is such a name. */
    private Map<String, String> stems(List<Word> words) {
        String content = words.stream().filter(Word::content).map(Word::text).collect(Collectors.joining(" "));
        Map<String, String> stems = new LinkedHashMap<>();
        for (String lang : Languages.READ) {
            String key = analyzers.stemKey(lang, content);
            if (!key.isEmpty() && vocabulary.count(Fields.in(Fields.STEM_KEY, lang), key) > 0) {
                stems.put(lang, key);
            }
        }
        return stems;
    }

    /** Whole names and identifiers of which the question has all pieces next to each other. */
    private List<Span> spans(String text) {
        List<String> pieces = Keys.pieces(text);
        pieces = pieces.subList(0, Math.min(pieces.size(), PIECES_MAX));
        int length = String.join("", pieces).length();
        List<Span> spans = new ArrayList<>();
        for (int from = 0; from < pieces.size(); from++) {
            for (int to = from + 1;
                    to <= pieces.size() && (to - from <= SPAN_MAX || from == 0 && to == pieces.size());
                    to++) {
                String key = String.join("", pieces.subList(from, to));
                boolean whole = to - from == pieces.size();
                if ((whole || isTelling(pieces.subList(from, to), key)) && vocabulary.count(Fields.KEY, key) > 0) {
                    spans.add(new Span(key, isIdentifier(key) ? 1f : (float) key.length() / length));
                }
            }
        }
        if (pieces.size() > SPAN_MAX) {
            String key = String.join("", pieces);
            if (key.length() <= Keys.LENGTH_MAX && vocabulary.count(Fields.KEY, key) > 0) {
                spans.add(new Span(key, 1f));
            }
        }
        return List.copyOf(spans);
    }

    /** An identifier says all that its asker wants, whatever stands around it. */
    private boolean isIdentifier(String key) {
        return key.chars().filter(Character::isDigit).count() >= IDENTIFIER_DIGITS_MIN
                && (key.length() >= IDENTIFIER_MIN || vocabulary.count(Fields.IDENTIFIER, key) > 0);
    }

    private static boolean isTelling(List<String> pieces, String key) {
        return key.length() > 2 && pieces.stream().anyMatch(piece -> !StopWords.inQuestion(piece));
    }

    /** Terms of the places in acts that the question names: with its act, or by its number alone. */
    private List<String> citations(String text) {
        Citation citation = Citation.read(text).orElse(null);
        if (citation == null) {
            return List.of();
        }
        for (String path : citation.paths()) {
            Set<String> found = new LinkedHashSet<>();
            List<String> rest = citation.rest();
            for (int from = 0; from < rest.size(); from++) {
                for (int to = from + 1; to <= Math.min(rest.size(), from + ACT_WORDS_MAX); to++) {
                    String term = path + "@" + Keys.of(String.join(" ", rest.subList(from, to)));
                    if (!term.endsWith("@") && vocabulary.count(Fields.CITATION, term) > 0) {
                        found.add(term);
                    }
                }
            }
            if (!found.isEmpty()) {
                return List.copyOf(found);
            }
        }
        for (String path : citation.certain() ? citation.paths() : List.<String>of()) {
            if (vocabulary.count(Fields.CITATION, path + "@") > 0) {
                return List.of(path + "@");
            }
        }
        return List.of();
    }
}
