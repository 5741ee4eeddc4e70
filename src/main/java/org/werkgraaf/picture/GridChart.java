package org.werkgraaf.picture;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers of pairs as a grid; the more, the darker, and each is written in its cell.
 *
 * @param heading what stands around it
 * @param columns from left to right
 * @param rows from top to bottom
 */
public record GridChart(Sheet.Heading heading, List<String> columns, List<Row> rows) {
    private static final double MARGIN = 24;
    private static final double TEXT = 15;
    private static final double PITCH = 30;
    private static final double LABELS_MAX = 330;
    private static final double HEADS_MAX = 190;
    private static final int TOLD = 25;

    /**
     * @param label what it stands for
     * @param cells one for each column
     */
    public record Row(String label, List<Cell> cells) {}

    /**
     * @param number how many
     * @param text what is written; empty for nothing
     */
    public record Cell(int number, String text) {}

    /** Draws it. */
    public Sheet draw() {
        Sheet.Pen pen = new Sheet.Pen();
        pen.head(heading);
        double widest = rows.stream()
                .mapToDouble(row -> Lettering.width(row.label(), TEXT, false))
                .max()
                .orElse(0);
        double left = MARGIN + Math.min(LABELS_MAX, widest) + 12;
        double heads = columns.stream()
                .mapToDouble(column -> Lettering.width(column, TEXT, false))
                .max()
                .orElse(0);
        double turned = Math.min(HEADS_MAX, heads);
        // A turned head of the last column goes on to the right of it.
        double width =
                (Sheet.WIDTH - MARGIN - left - turned * Math.cos(Math.toRadians(55))) / Math.max(1, columns.size());
        pen.y += turned * Math.sin(Math.toRadians(55)) + 14;
        for (int i = 0; i < columns.size(); i++) {
            pen.add(new Mark.Words(
                    Lettering.cut(columns.get(i), TEXT, false, HEADS_MAX),
                    left + i * width + width / 2,
                    pen.y - 6,
                    TEXT,
                    false,
                    Sheet.INK,
                    Mark.Anchor.START,
                    true));
        }
        int most = rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToInt(Cell::number)
                .max()
                .orElse(0);
        for (Row row : rows) {
            row(pen, row, left, width, most);
            pen.y += PITCH;
        }
        pen.y += 6;
        return pen.foot(heading, alternative());
    }

    private static void row(Sheet.Pen pen, Row row, double left, double width, int most) {
        double base = pen.y + PITCH / 2 + 5;
        pen.words(
                Lettering.cut(row.label(), TEXT, false, LABELS_MAX), left - 10, base, TEXT, Sheet.INK, Mark.Anchor.END);
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            double x = left + i * width;
            double dark =
                    cell.number() == 0 ? 0 : 0.12 + 0.88 * Math.log1p(cell.number()) / Math.log1p(Math.max(1, most));
            pen.add(new Mark.Box(x + 1, pen.y + 1, width - 2, PITCH - 2, shade(dark)));
            pen.words(
                    cell.text(), x + width / 2, base, TEXT, dark > 0.55 ? Sheet.PAPER : Sheet.INK, Mark.Anchor.MIDDLE);
        }
    }

    /** From a pale ground to the first colour. */
    private static String shade(double dark) {
        int[] pale = {0xf4, 0xf1, 0xea};
        int[] deep = {0x0f, 0x55, 0x60};
        return IntStream.range(0, 3)
                .mapToObj(i -> String.format("%02x", (int) Math.round(pale[i] + (deep[i] - pale[i]) * dark)))
                .collect(Collectors.joining("", "#", ""));
    }

    private String alternative() {
        String told = rows.stream()
                .flatMap(row -> IntStream.range(0, row.cells().size())
                        .filter(i -> row.cells().get(i).number() > 0)
                        .mapToObj(i -> new Pair(
                                row.label() + " × " + columns.get(i),
                                row.cells().get(i).number())))
                .sorted(java.util.Comparator.comparingInt(Pair::number).reversed())
                .limit(TOLD)
                .map(pair -> pair.names() + ": " + pair.number())
                .collect(Collectors.joining("; "));
        return heading.sentence() + " " + heading.unit() + " " + told + ".";
    }

    private record Pair(String names, int number) {}
}
