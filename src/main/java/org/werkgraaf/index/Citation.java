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

    private static final Set<String> ARTICLE = Set.of("art", "arts", "artikel", "artikelen", "article", "articles");
    private static final Set<String> ANNEX = Set.of("annex", "bijlage", "annexe", "anhang");
    private static final Set<String> BELOW = Set.of(
            "lid",
            "leden",
            "par",
            "paragraph",
            "paragraphs",
            "paragraphe",
            "paragraaf",
            "al",
            "alinea",
            "sub",
            "onder",
            "onderdeel",
            "punt",
            "point",
            "points",
            "pt",
            "letter",
            "lettre",
            "lit",
            "aanhef",
            "absatz",
            "abs",
            "nr",
            "no",
            "n");
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
        Matcher matcher = TOKEN.matcher(
                Fields.fold(text.replace('°', ' ').replace('º', ' ')).replace("aanhef en ", ""));
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
            List<String> rest = new ArrayList<>(tokens.subList(0, start));
            rest.addAll(tokens.subList(at, tokens.size()));
            rest.removeIf(token -> JOINING.contains(token) || !Character.isLetterOrDigit(token.charAt(0)));
            return Optional.of(new Citation(List.copyOf(path), rest, certain || path.size() > 1));
        }

        /** Finds the article's number, and says where the citation begins. */
        private int start() {
            for (int i = 0; i < tokens.size(); i++) {
                boolean article = ARTICLE.contains(tokens.get(i));
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

        /** Takes paragraph, point and letter; a bare letter or number counts only after a word or sign for it. */
        private void below() {
            while (at < tokens.size() && path.size() < 6) {
                int next = at;
                boolean marked = false;
                while (next < tokens.size()
                        && (BELOW.contains(tokens.get(next)) || "§().,/".contains(tokens.get(next)))) {
                    marked |= !",".equals(tokens.get(next)) && !")".equals(tokens.get(next));
                    next++;
                }
                String value = next < tokens.size() ? tokens.get(next) : "";
                if (!marked || !SHORT.matcher(value).matches() || value.length() > 1 && JOINING.contains(value)) {
                    return;
                }
                path.add(value);
                at = next + 1;
            }
        }
    }
}
