package org.werkgraaf.picture;

import org.jspecify.annotations.Nullable;

/** What is drawn on a sheet, in its units; colours are hexadecimal such as {@code #1d2529}. */
sealed interface Mark {
    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, String fill) implements Mark {}

    /** A line. */
    record Line(double x1, double y1, double x2, double y2, String stroke, double width) implements Mark {}

    /**
     * A closed shape of straight sides, or a circle when it has no corners.
     *
     * @param x middle
     * @param y middle
     * @param radius of the circle, or half the width of the shape
     * @param form how it is told from others without colour
     * @param fill what it is filled with
     * @param stroke colour of its edge; none when absent
     */
    record Sign(
            double x,
            double y,
            double radius,
            Form form,
            String fill,
            @Nullable String stroke) implements Mark {}

    /** The forms of a sign. */
    enum Form {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND
    }

    /**
     * A line of text.
     *
     * @param x where it begins, stands in the middle of, or ends
     * @param y its base line
     * @param turned whether it is turned upwards by 55 degrees
     */
    record Words(String text, double x, double y, double size, boolean bold, String fill, Anchor anchor, boolean turned)
            implements Mark {}

    /** What of a text stands at its place; named as SVG does. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
