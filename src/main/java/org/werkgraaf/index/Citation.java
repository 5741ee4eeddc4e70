package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in an act as people cite it: {@code art. 6 lid 1 sub f AVG}, {@code article 6(1)(f) GDPR}, {@code 7:611 BW},
 * {@code art. 22, § 2, RGPD}, {@code Annex III, point 4(b) AI Act}.
 *
 * @param path article and what is below it: {@code 6, 1, f}
 * @param rest the other words, among which the act may be named
 * @param certain whether it was written as a citation, and not only as a number between words
 */
record Citation(List<String> path, List<String> rest, boolean certain) {
    private static final Pattern TOKEN = Pattern.compile(
            "\\d++(?:[:.\\-]\\d++)++[a-z]?|[lrd]\\.? ?\\d++(?:-\\d++)*+|\\d+[a-z]{0,2}(?![a-z])|[a-z]++|\\d++|[§().,/]");
    /** Nobody needs more to cite a place. */
    private static final int LENGTH_MAX = 500;

    private static final Set<String> ANNEX = Set.of("annex", "bijlage", "annexe", "anhang");
    /** Words for a number, which may stand before a paragraph's. */
    private static final Set<String> NUMBER_WORDS = Set.of("nr", "no", "n");
    /** Parts of a paragraph that provisions are not numbered by. */
    private static final Set<String> WITHIN_PARAGRAPH =
            Set.of("subparagraph", "subparagraphs", "alinea", "alineas", "al", "satz", "s");
    /** How far behind the article its paragraph may stand, with the act's name between them. */
    private static final int ACT_TOKENS_MAX = 6;

    private static final Set<String> JOINING = Set.of(
            "van", "de", "het", "der", "den", "of", "the", "du", "la", "le", "les", "des", "d", "l", "uit", "in",
            "volgens", "bij", "eu");
    private static final Pattern NUMBER =
            Pattern.compile("\\d+[a-z]{0,2}|\\d++(?:[:.\\-]\\d++)++[a-z]?|[lrd]\\.? ?\\d++(?:-\\d++)*+");
    private static final List<String> ROMAN_NUMBERS =
            List.of("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii");
    private static final Pattern SHORT = Pattern.compile("\\d{1,2}|[a-z]{1,2}|\\d[a-z]");

    /** Reads a citation out of a text; empty when it names no place in an act. */
    static Optional<Citation> read(String text) {
        List<String> tokens = new ArrayList<>();
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        Matcher matcher = TOKEN.matcher(CitedText.plain(text));
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return new Reading(tokens).citation();
    }

    /** The article with ever less below it: {@code 6.1.f}, {@code 6.1}, {@code 6}. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (int length = path.size(); length > 0; length--) {
            paths.add(String.join(".", path.subList(0, length)));
        }
        return paths;
    }

    /** Reads the tokens once, from the article on. */
    private static final class Reading {
        private final List<String> tokens;
        private final List<String> path = new ArrayList<>();
        private int at;

        Reading(List<String> tokens) {
            this.tokens = tokens;
        }

        Optional<Citation> citation() {
            int start = start();
            if (start < 0) {
                return Optional.empty();
            }
            boolean certain = at > start
                    || path.size() > 1
                    || path.get(0).contains(":")
                    || path.get(0).startsWith("l");
            at++;
            below();
            List<String> rest = new ArrayList<>(tokens.subList(0, before(start)));
            int later = later();
            rest.addAll(tokens.subList(at, later));
            if (later < tokens.size()) {
                at = later;
                below();
                rest.addAll(tokens.subList(at, tokens.size()));
            }
            rest.removeIf(token -> JOINING.contains(token) || !Character.isLetterOrDigit(token.charAt(0)));
            return Optional.of(new Citation(List.copyOf(path), rest, certain || path.size() > 1));
        }

        /** Takes the levels that stand before the article, as in {@code point (f) of Article 6(1)}, and says where they begin. */
        private int before(int article) {
            List<String> levels = new ArrayList<>();
            int from = article;
            int at = article - 1;
            while (at >= 0) {
                if (isLevel(at)) {
                    levels.add(0, tokens.get(at));
                    at--;
                } else if (JOINING.contains(tokens.get(at)) || "(),.".contains(tokens.get(at))) {
                    at--;
                } else if (!levels.isEmpty() && isLevelWord(at)) {
                    from = at;
                    at--;
                } else {
                    break;
                }
            }
            // Whoever begins with the point ends with the paragraph: numbers go before letters either way.
            levels.stream().filter(level -> Character.isDigit(level.charAt(0))).forEach(path::add);
            levels.stream().filter(level -> !Character.isDigit(level.charAt(0))).forEach(path::add);
            return from;
        }

        private boolean isLevel(int index) {
            int word = index - 1;
            while (word >= 0 && "(.".contains(tokens.get(word))) {
                word--;
            }
            return word >= 0
                    && SHORT.matcher(tokens.get(index)).matches()
                    && (isLevelWord(word) || "(".equals(tokens.get(index - 1)) && isLevel(word));
        }

        private boolean isLevelWord(int index) {
            return CitedText.LEVEL.contains(tokens.get(index)) || "§".equals(tokens.get(index));
        }

        /** Where the paragraph goes on behind the name of the act, as in {@code art. 6 AVG, lid 1}; the end when it does not. */
        private int later() {
            for (int i = at; i < Math.min(tokens.size(), at + ACT_TOKENS_MAX); i++) {
                if (CitedText.ARTICLE.contains(tokens.get(i)) || ANNEX.contains(tokens.get(i))) {
                    break;
                }
                if (isLevelWord(i) && i + 1 < tokens.size() && isLevel(skipSigns(i + 1))) {
                    return i;
                }
            }
            return tokens.size();
        }

        private int skipSigns(int from) {
            int next = from;
            while (next < tokens.size() - 1 && "(.".contains(tokens.get(next))) {
                next++;
            }
            return next;
        }

        /** Finds the article's number, and says where the citation begins. */
        private int start() {
            for (int i = 0; i < tokens.size(); i++) {
                boolean article = CitedText.ARTICLE.contains(tokens.get(i));
                boolean annex = ANNEX.contains(tokens.get(i));
                if (article || annex) {
                    int number = i + 1;
                    while (number < tokens.size()
                            && Set.of(".", "nr", "no", "(").contains(tokens.get(number))) {
                        number++;
                    }
                    if (number < tokens.size()
                            && (isNumber(number) || annex && ROMAN_NUMBERS.contains(tokens.get(number)))) {
                        return take(i, number, annex ? "annex " : "");
                    }
                }
            }
            for (int i = 0; i < tokens.size(); i++) {
                if (isNumber(i)) {
                    return take(i, i, "");
                }
            }
            return -1;
        }

        private int take(int start, int number, String before) {
            String[] dotted = tokens.get(number).replace(" ", "").split("\\.");
            at = number;
            boolean series = dotted[0].matches("[lrd]") && dotted.length > 1;
            String first = series ? dotted[0] + dotted[1] : dotted[0];
            path.add(before + String.valueOf(ROMAN_NUMBERS.contains(first) ? ROMAN_NUMBERS.indexOf(first) : first));
            path.addAll(List.of(dotted).subList(series ? 2 : 1, dotted.length));
            return start;
        }

        private boolean isNumber(int index) {
            return NUMBER.matcher(tokens.get(index)).matches();
        }

        /** Takes paragraph, point and letter; a bare letter or number counts only after a word or sign for it, or before a bracket. */
        private void below() {
            while (at < tokens.size() && path.size() < 6) {
                int next = at;
                boolean marked = false;
                boolean within = false;
                while (next < tokens.size() && isMark(tokens.get(next))) {
                    marked |= !",".equals(tokens.get(next)) && !")".equals(tokens.get(next));
                    within |= WITHIN_PARAGRAPH.contains(tokens.get(next));
                    next++;
                }
                String value = next < tokens.size() ? tokens.get(next) : "";
                marked |= value.length() == 1 && next + 1 < tokens.size() && ")".equals(tokens.get(next + 1));
                if (!marked || !SHORT.matcher(value).matches() || value.length() > 1 && JOINING.contains(value)) {
                    return;
                }
                if (!within || path.size() == 1) {
                    path.add(value);
                }
                at = next + 1;
            }
        }

        private boolean isMark(String token) {
            return CitedText.LEVEL.contains(token)
                    || NUMBER_WORDS.contains(token)
                    || path.size() > 1 && WITHIN_PARAGRAPH.contains(token)
                    || "§().,/".contains(token);
        }
    }
}
