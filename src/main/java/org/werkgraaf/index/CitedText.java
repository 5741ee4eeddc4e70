package org.werkgraaf.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a citation in one way of writing: {@code eerste lid}, {@code 1er alinéa} and {@code paragraphe premier} all have the
 * word for the level first and a plain number after it.
 */
final class CitedText {
    static final Set<String> ARTICLE = Set.of("art", "arts", "artikel", "artikelen", "article", "articles");
    /** Words for a paragraph, a point, or a part of one, which stand before their number. */
    static final Set<String> LEVEL = Set.of(
            "lid",
            "leden",
            "par",
            "paragraph",
            "paragraphs",
            "paragraphe",
            "paragraphes",
            "paragraaf",
            "al",
            "alinea",
            "alineas",
            "subparagraph",
            "subparagraphs",
            "sub",
            "onder",
            "onderdeel",
            "punt",
            "point",
            "points",
            "pt",
            "letter",
            "lettre",
            "littera",
            "lit",
            "aanhef",
            "absatz",
            "abs");

    private static final Map<String, String> ORDINALS = ordinals(List.of(
            List.of("eerste", "first", "premier", "premiere"),
            List.of("tweede", "second", "deuxieme", "seconde"),
            List.of("derde", "third", "troisieme"),
            List.of("vierde", "fourth", "quatrieme"),
            List.of("vijfde", "fifth", "cinquieme"),
            List.of("zesde", "sixth", "sixieme"),
            List.of("zevende", "seventh", "septieme"),
            List.of("achtste", "eighth", "huitieme"),
            List.of("negende", "ninth", "neuvieme"),
            List.of("tiende", "tenth", "dixieme")));

    private static final String ANY_ORDINAL =
            "\\b(?:(\\d{1,3})(?:er|ere|e|eme|de|ste|st|nd|rd|th)|(" + String.join("|", ORDINALS.keySet()) + "))\\b";
    private static final String ANY_LEVEL = "\\b(" + String.join("|", LEVEL) + ")\\b";
    private static final Pattern ORDINAL_BEFORE =
            Pattern.compile("(?<!\\bart |\\bart\\. |\\barticle |\\bartikel )" + ANY_ORDINAL + " +" + ANY_LEVEL);
    private static final Pattern ORDINAL_AFTER = Pattern.compile("(?<=\\b(?:"
            + String.join("|", ARTICLE) + "|" + String.join("|", LEVEL) + ")\\.? ?)(?:"
            + String.join("|", ORDINALS.keySet()) + ")\\b");
    /** An e alone is left out: 12e may be a letter. */
    private static final Pattern ORDINAL_NUMBER = Pattern.compile("\\b(\\d{1,3})(?:er|ere|eme|ste|st|nd|rd|th)\\b");

    private static final Pattern DASH = Pattern.compile("[\\x{2010}-\\x{2015}\\x{2212}]");

    private CitedText() {}

    /** The text in lower case, without accents, with each number in digits and after the word for its level. */
    static String plain(String text) {
        String folded = DASH.matcher(Fields.fold(text.replace('°', ' ').replace('º', ' ')))
                .replaceAll("-")
                .replace("aanhef en ", "");
        String before = ORDINAL_BEFORE.matcher(folded).replaceAll(CitedText::levelFirst);
        String after = ORDINAL_AFTER
                .matcher(before)
                .replaceAll(
                        ordinal -> Matcher.quoteReplacement(ORDINALS.getOrDefault(ordinal.group(), ordinal.group())));
        return ORDINAL_NUMBER.matcher(after).replaceAll("$1");
    }

    private static String levelFirst(MatchResult ordinal) {
        String number = ordinal.group(1) == null ? ORDINALS.get(ordinal.group(2)) : ordinal.group(1);
        return ordinal.group(3) + " " + number;
    }

    private static Map<String, String> ordinals(List<List<String>> words) {
        return words.stream()
                .flatMap(each -> each.stream().map(word -> Map.entry(word, String.valueOf(words.indexOf(each) + 1))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }
}
