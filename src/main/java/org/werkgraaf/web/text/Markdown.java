package org.werkgraaf.web.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document in Markdown. Texts of the graph are written so that they stay texts: nothing in them becomes a heading, a link or HTML. */
public final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
    /** What would begin a list or a numbered item at the start of a line. */
    private static final Pattern START = Pattern.compile("^([-+=]|\\d+(?=[.)]))");

    private final StringBuilder text = new StringBuilder();

    /** A text of the graph, on one line. */
    public static String plain(String text) {
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        String escaped = SPECIAL.matcher(line).replaceAll("\\\\$0");
        return START.matcher(escaped).find()
                ? START.matcher(escaped).replaceFirst(digit(escaped) ? "$1\\\\" : "\\\\$1")
                : escaped;
    }

    private static boolean digit(String text) {
        return Character.isDigit(text.charAt(0));
    }

    /** A link whose words are a text of the graph. */
    public static String link(String words, String address) {
        return "[" + plain(words) + "](" + address.replace(")", "%29").replace(" ", "%20") + ")";
    }

    public Markdown heading(int level, String words) {
        text.append(text.isEmpty() ? "" : "\n")
                .append("#".repeat(level))
                .append(' ')
                .append(plain(words))
                .append('\n');
        return this;
    }

    /** A paragraph of what is written already. */
    public Markdown paragraph(String written) {
        if (!written.isEmpty()) {
            text.append('\n').append(written).append('\n');
        }
        return this;
    }

    /** Items of what is written already. */
    public Markdown list(List<String> written) {
        if (!written.isEmpty()) {
            text.append('\n');
            written.forEach(item -> text.append("- ").append(item).append('\n'));
        }
        return this;
    }

    /** A table of what is written already. */
    public Markdown table(List<String> heads, List<List<String>> rows) {
        text.append('\n').append(row(heads.stream().map(Markdown::plain)));
        text.append(row(heads.stream().map(head -> "---")));
        rows.forEach(cells -> text.append(row(cells.stream())));
        return this;
    }

    /**
     * Where the same can be had as files.
     *
     * @param text in whose language this is said
     * @param base address of the service
     * @param csv address of the table below the base; the spreadsheet is beside it
     * @param svg address of the picture below the base, with the one in dots beside it; empty when there is none
     */
    public Markdown files(PageText text, String base, String csv, String svg) {
        List<String> files = new ArrayList<>();
        files.add(link("CSV", base + csv));
        files.add(link("Excel", base + csv.replaceFirst("[.]csv", ".xlsx")));
        if (!svg.isEmpty()) {
            files.add(link("SVG", base + svg));
            files.add(link("PNG", base + svg.replaceFirst("[.]svg", ".png")));
        }
        return paragraph(text.message("search.also") + " " + String.join(" · ", files));
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
