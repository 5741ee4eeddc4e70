package org.werkgraaf.web.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.web.text.PageText;

/**
 * Citations of a thing as text to copy.
 *
 * @param apa in the style of APA
 * @param legal in the style of Dutch lawyers
 * @param credit a line for below an article or picture
 * @param frozen address that tells whether the thing is still as it was in this release; absent for what the index does not hold
 */
public record QuoteText(
        String apa, String legal, String credit, @Nullable String frozen) {
    /** How Dutch lawyers shorten the names of courts, by how these begin. */
    private static final Map<String, String> COURTS = Map.of(
            "Rechtbank ",
            "Rb. ",
            "Gerechtshof ",
            "Hof ",
            "Hoge Raad",
            "HR",
            "Hof van Justitie van de Europese Unie",
            "HvJ EU",
            "Europees Hof voor de Rechten van de Mens",
            "EHRM",
            "Centrale Raad van Beroep",
            "CRvB");

    public static QuoteText of(Reference reference, PageText text, @Nullable String frozen) {
        return new QuoteText(
                apa(reference, text),
                legal(reference, text),
                text.message("quote.creditLine", reference.release(), reference.address()),
                frozen);
    }

    private static String apa(Reference reference, PageText text) {
        String version = text.message("quote.version", reference.release());
        boolean own = reference.isCase() || reference.isSource() || reference.isLaw();
        if (!own
                || !reference.isLaw()
                        && reference.date() == null
                        && reference.authors().isEmpty()) {
            return "Werkgraaf. (" + text.apaDay(reference.releasedOn()) + "). " + reference.title() + " ["
                    + reference.kind() + "] (" + version + "). " + reference.address();
        }
        List<String> authors = reference.authors();
        if (reference.isLaw()) {
            return legal(reference, text) + " " + text.message("quote.via", version, reference.address());
        }
        String date = "(" + (reference.date() == null ? text.message("quote.undated") : text.apaDay(reference.date()))
                + "). ";
        StringBuilder line = new StringBuilder();
        line.append(
                authors.isEmpty()
                        ? reference.title() + ". " + date
                        : full(String.join(", ", authors)) + date + reference.shortTitle() + ". ");
        String identifier = reference.identifier();
        if (!identifier.isEmpty() && !reference.title().contains(identifier)) {
            line.append(identifier).append(". ");
        }
        if (reference.publisher() != null && !authors.contains(reference.publisher())) {
            line.append(full(reference.publisher()));
        }
        return line + text.message("quote.via", version, reference.address());
    }

    private static String legal(Reference reference, PageText text) {
        List<String> parts = new ArrayList<>();
        if (reference.isCase()) {
            String court = reference.authors().stream()
                    .map(QuoteText::court)
                    .findFirst()
                    .orElse("");
            String date = reference.date() == null ? "" : text.day(reference.date());
            parts.add((court + " " + date).strip());
            parts.add(reference.identifier());
            String cited = String.join(
                    ", ", parts.stream().filter(part -> !part.isEmpty()).toList());
            return cited.isEmpty() ? described(reference, text) : cited + " (" + reference.shortTitle() + ").";
        }
        if (reference.isLaw()) {
            // After the dash of a provision's name stands what it is about.
            String name = reference.title().split(" – ")[0];
            return name + (reference.identifier().isEmpty() ? "" : " (" + reference.identifier() + ")") + ".";
        }
        if (reference.isSource()) {
            parts.addAll(reference.authors());
            parts.add(reference.title());
            String imprint = ((reference.publisher() == null ? "" : reference.publisher()) + " "
                            + (reference.date() == null ? "" : text.day(reference.date())))
                    .strip();
            if (!imprint.isEmpty()) {
                parts.add(imprint);
            }
            return String.join(", ", parts) + ".";
        }
        return described(reference, text);
    }

    private static String described(Reference reference, PageText text) {
        return "Werkgraaf, ‘" + reference.title() + "’, " + text.message("quote.version", reference.release()) + ", "
                + reference.address() + ".";
    }

    private static String court(String name) {
        return COURTS.entrySet().stream()
                .filter(each -> name.startsWith(each.getKey()))
                .max(java.util.Comparator.comparingInt(each -> each.getKey().length()))
                .map(each -> each.getValue() + name.substring(each.getKey().length()))
                .orElse(name);
    }

    private static String full(String sentence) {
        return sentence.endsWith(".") ? sentence + " " : sentence + ". ";
    }
}
