package org.werkgraaf.languages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Finds what a page in the pseudo language says in another one without marking it. */
final class ForeignTexts {
    /** What is no text of a language: code and scripts, and what the reader asked. */
    private static final Set<String> NO_TEXT = Set.of("script", "style", "code", "pre", "textarea", "q");

    /** Elements that stand within a sentence. */
    private static final Set<String> INLINE =
            Set.of("a", "span", "em", "strong", "small", "b", "i", "q", "time", "tspan", "sup", "cite", "br");

    private static final Set<String> READ_ALOUD =
            Set.of("title", "aria-label", "alt", "placeholder", "data-complete", "content");
    private static final Set<String> META = Set.of("description", "og:title", "og:description");
    private static final Pattern OWN = Pattern.compile(
            PseudoLanguage.OPEN + "[^" + PseudoLanguage.OPEN + PseudoLanguage.CLOSE + "]*" + PseudoLanguage.CLOSE);
    /** Cut off at one end, as in an excerpt. */
    private static final Pattern CUT = Pattern.compile(
            "^[^" + PseudoLanguage.OPEN + "]*" + PseudoLanguage.CLOSE + "|" + PseudoLanguage.OPEN + ".*$");

    /** Names of files and addresses. */
    private static final Pattern ADDRESS = Pattern.compile("\\S*\\w[./:]\\w\\S*");

    /** Numbers, days, sums and identifiers. */
    private static final Pattern NUMBER = Pattern.compile("\\S*\\d\\S*");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final Pattern allowed;
    private final UnaryOperator<String> withoutValues;
    private final List<String> found = new ArrayList<>();
    private StringBuilder sentence = new StringBuilder();

    /**
     * @param names what is written so in every language
     * @param withoutValues takes out what the content has in no language, or in that of a source alone
     */
    private ForeignTexts(Collection<String> names, UnaryOperator<String> withoutValues) {
        this.allowed = Pattern.compile("(?u)(?<![\\p{L}\\p{N}])(?:"
                + names.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")(?![\\p{L}\\p{N}])");
        this.withoutValues = withoutValues;
    }

    /**
     * The texts of a page that are neither in the pseudo language, nor marked as in another, nor names or plain values. The head
     * cannot mark a part of a title, so it is looked at when the heading is in the language.
     */
    static List<String> in(Document page, Collection<String> names, UnaryOperator<String> withoutValues) {
        ForeignTexts texts = new ForeignTexts(names, withoutValues);
        Element heading = page.selectFirst("h1");
        if (heading != null && heading.closest("[lang]").attr("lang").equals(PseudoLanguage.CODE)) {
            texts.walk(page.head(), true);
        }
        texts.walk(page.body(), page.select("html").attr("lang").equals(PseudoLanguage.CODE));
        texts.flush();
        return texts.found;
    }

    /** The same of lines of a text that has no marks of languages. */
    static List<String> inLines(
            Collection<String> lines, Collection<String> names, UnaryOperator<String> withoutValues) {
        ForeignTexts texts = new ForeignTexts(names, withoutValues);
        lines.forEach(line -> texts.judge(line, ""));
        return texts.found;
    }

    private void walk(Node node, boolean own) {
        if (node instanceof TextNode text) {
            if (own) {
                sentence.append(text.getWholeText());
            }
            return;
        }
        if (!(node instanceof Element element) || NO_TEXT.contains(element.normalName())) {
            return;
        }
        boolean here = element.hasAttr("lang") ? element.attr("lang").equals(PseudoLanguage.CODE) : own;
        boolean inline = INLINE.contains(element.normalName());
        if (!inline) {
            flush();
        }
        if (here) {
            attributes(element);
        }
        element.childNodes().forEach(child -> walk(child, here));
        if (!inline) {
            flush();
        }
    }

    private void attributes(Element element) {
        for (Attribute attribute : element.attributes()) {
            boolean told = attribute.getKey().equals("content")
                    ? META.contains(element.attr("name") + element.attr("property"))
                    : READ_ALOUD.contains(attribute.getKey())
                            && !element.normalName().equals("link");
            if (told) {
                judge(attribute.getValue(), element.normalName() + "@" + attribute.getKey());
            }
        }
    }

    private void flush() {
        judge(sentence.toString(), "");
        sentence = new StringBuilder();
    }

    private void judge(String text, String where) {
        String rest = text;
        for (String before = ""; !before.equals(rest); ) {
            before = rest;
            rest = OWN.matcher(rest).replaceAll(" ");
        }
        rest = CUT.matcher(rest.replaceAll("\\s+", " ")).replaceAll(" ").strip();
        if (isCutAtBothEnds(rest)) {
            return;
        }
        if (LETTER.matcher(unknown(rest)).find()
                && LETTER.matcher(unknown(withoutValues.apply(rest))).find()) {
            found.add(where.isEmpty() ? rest : where + ": " + rest);
        }
    }

    /** A sentence from the midst of a text: most of its words have the ending of the pseudo language, which leaves short ones alone. */
    private static boolean isCutAtBothEnds(String text) {
        String[] words = text.split("[^\\p{L}]+");
        long own = Arrays.stream(words)
                .filter(word -> word.endsWith(PseudoLanguage.ENDING))
                .count();
        return own > words.length / 2;
    }

    /** What is left of a text when names, addresses and numbers are taken out. */
    private String unknown(String text) {
        String named = allowed.matcher(text).replaceAll(" ");
        return NUMBER.matcher(ADDRESS.matcher(named).replaceAll(" ")).replaceAll(" ");
    }
}
