package org.werkgraaf.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing, ready to be written.
 *
 * @param title what it shows
 * @param alternative the same in words, for who does not see it
 * @param source where it is taken from
 * @param width in its units
 * @param height in its units
 * @param marks in the order in which they are drawn
 */
public record Sheet(String title, String alternative, String source, double width, double height, List<Mark> marks) {
    /** All are as wide, so that pictures beside each other have letters of one size. */
    public static final double WIDTH = 1000;

    static final String PAPER = "#ffffff";
    static final String INK = "#1d2529";
    static final String SOFT = "#566167";
    static final String LINE = "#d5d0c4";
    /** Colours that differ in lightness too, so that they are told apart in grey. */
    static final List<String> SERIES = List.of("#0f5560", "#c8702a", "#7a3b8f", "#6f9a2f");

    /** Gathers marks from top to bottom. */
    static final class Pen {
        private static final double MARGIN = 24;
        private static final double TITLE = 26;
        private static final double TEXT = 16;

        private final List<Mark> marks = new ArrayList<>();
        double y = MARGIN;

        void add(Mark mark) {
            marks.add(mark);
        }

        void words(String text, double x, double at, double size, String fill, Mark.Anchor anchor) {
            marks.add(new Mark.Words(text, x, at, size, false, fill, anchor, false));
        }

        /** Title and unit above the drawing. */
        void head(Heading heading) {
            for (String line : Lettering.wrap(heading.title(), TITLE, true, WIDTH - 2 * MARGIN, 3)) {
                y += TITLE;
                marks.add(new Mark.Words(line, MARGIN, y, TITLE, true, INK, Mark.Anchor.START, false));
                y += 6;
            }
            paragraph(heading.unit(), SOFT);
            y += 14;
        }

        /** A paragraph across the sheet. */
        void paragraph(String text, String fill) {
            if (text.isEmpty()) {
                return;
            }
            for (String line : Lettering.wrap(text, TEXT, false, WIDTH - 2 * MARGIN, 4)) {
                y += TEXT + 5;
                words(line, MARGIN, y, TEXT, fill, Mark.Anchor.START);
            }
        }

        /** Notes and source below it. */
        Sheet foot(Heading heading, String alternative) {
            y += 10;
            heading.notes().forEach(note -> paragraph(note, SOFT));
            y += 10;
            add(new Mark.Line(MARGIN, y, WIDTH - MARGIN, y, LINE, 1));
            paragraph(heading.source(), INK);
            return new Sheet(heading.title(), alternative, heading.source(), WIDTH, y + MARGIN, List.copyOf(marks));
        }

        /** What each sign stands for, side by side. */
        void legend(List<String> names, List<Mark.Form> forms, List<String> fills, List<String> strokes) {
            double x = MARGIN + 8;
            y += TEXT;
            for (int i = 0; i < names.size(); i++) {
                double width = Lettering.width(names.get(i), TEXT, false);
                if (x + width > WIDTH - MARGIN && x > MARGIN + 8) {
                    x = MARGIN + 8;
                    y += TEXT + 8;
                }
                add(new Mark.Sign(x, y - 5, 7, forms.get(i), fills.get(i), strokes.get(i)));
                words(names.get(i), x + 14, y, TEXT, INK, Mark.Anchor.START);
                x += width + 46;
            }
            y += 12;
        }
    }

    /**
     * What stands around a drawing.
     *
     * @param title what it shows
     * @param unit in which its numbers are, and what they leave out
     * @param notes how to read it
     * @param source where it is taken from
     */
    public record Heading(String title, String unit, List<String> notes, String source) {
        /** The title as a sentence by itself. */
        String sentence() {
            return title.endsWith("?") ? title : title + ".";
        }
    }
}
