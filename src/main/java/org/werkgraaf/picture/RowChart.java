package org.werkgraaf.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with a name each, from top to bottom. Few that are of one size lie as bars from nought; where one is so much larger than
 * another that its bar could not be seen, all are dots on a logarithmic scale, which says so. A single number is written large.
 *
 * @param heading what stands around it
 * @param series what the numbers of a row are, the first the one that is meant; one without a name needs none
 * @param rows from top to bottom
 * @param tick writes a number below the scale
 * @param logarithmic the sentence that says that the scale is one
 */
public record RowChart(
        Sheet.Heading heading, List<String> series, List<Row> rows, DoubleFunction<String> tick, String logarithmic) {
    private static final double MARGIN = 24;
    private static final double TEXT = 16;
    private static final double PITCH = 34;
    private static final double LABELS_MAX = 380;
    private static final int TOLD = 15;

    /**
     * @param label what it stands for
     * @param values one for each series; null when not known
     */
    public record Row(String label, List<Value> values) {}

    /**
     * @param number how much; null when it is not known, or is none
     * @param text the same in words
     */
    public record Value(@Nullable Double number, String text) {}

    /** Draws it. */
    public Sheet draw() {
        Sheet.Pen pen = new Sheet.Pen();
        pen.head(heading);
        if (rows.size() == 1) {
            return single(pen);
        }
        Scale scale = scale();
        if (series.size() > 1) {
            List<String> fills = new ArrayList<>();
            for (int i = 0; i < series.size(); i++) {
                fills.add(fill(i));
            }
            pen.legend(
                    series,
                    series.stream().map(each -> form(series.indexOf(each))).toList(),
                    fills,
                    strokes());
        }
        double widest = rows.stream()
                .mapToDouble(row -> Lettering.width(row.label(), TEXT, false))
                .max()
                .orElse(0);
        double left = MARGIN + Math.min(LABELS_MAX, widest) + 16;
        double values = rows.stream()
                .mapToDouble(row -> Lettering.width(told(row), TEXT, false))
                .max()
                .orElse(0);
        double right = Sheet.WIDTH - MARGIN - Math.min(values, 260) - 14;
        Area area = new Area(left, right, pen.y + 8, pen.y + 8 + rows.size() * PITCH);
        axis(pen, scale, area);
        for (int i = 0; i < rows.size(); i++) {
            row(pen, rows.get(i), scale, area, area.top() + i * PITCH + PITCH / 2);
        }
        pen.y = area.bottom() + 26;
        if (!scale.logarithmic()) {
            return pen.foot(heading, alternative(""));
        }
        List<String> notes = new ArrayList<>(List.of(logarithmic));
        notes.addAll(heading.notes());
        return pen.foot(
                new Sheet.Heading(heading.title(), heading.unit(), notes, heading.source()), alternative(logarithmic));
    }

    private record Area(double left, double right, double top, double bottom) {
        double x(Scale scale, double number) {
            return left + scale.place(number) * (right - left);
        }
    }

    private Scale scale() {
        return Scale.of(rows.stream()
                .flatMap(row -> row.values().stream())
                .map(Value::number)
                .filter(Objects::nonNull)
                .toList());
    }

    private Sheet single(Sheet.Pen pen) {
        Row row = rows.get(0);
        for (int i = 0; i < row.values().size(); i++) {
            String name = series.size() > 1 ? row.label() + " – " + series.get(i) : row.label();
            pen.y += 66;
            pen.add(new Mark.Words(
                    Lettering.cut(row.values().get(i).text(), 60, true, Sheet.WIDTH - 2 * MARGIN),
                    MARGIN,
                    pen.y,
                    60,
                    true,
                    Sheet.SERIES.get(0),
                    Mark.Anchor.START,
                    false));
            pen.y += 8;
            pen.paragraph(name, Sheet.INK);
        }
        return pen.foot(heading, alternative(""));
    }

    private void axis(Sheet.Pen pen, Scale scale, Area area) {
        double last = -1000;
        for (double tick : scale.ticks()) {
            double x = area.x(scale, tick);
            String name = this.tick.apply(tick);
            double half = Lettering.width(name, 14, false) / 2;
            pen.add(new Mark.Line(x, area.top(), x, area.bottom(), Sheet.LINE, 1));
            if (x - half > last + 8) {
                pen.words(name, x, area.bottom() + 20, 14, Sheet.SOFT, Mark.Anchor.MIDDLE);
                last = x + half;
            }
        }
    }

    private void row(Sheet.Pen pen, Row row, Scale scale, Area area, double y) {
        pen.words(
                Lettering.cut(row.label(), TEXT, false, LABELS_MAX),
                area.left() - 12,
                y + 5,
                TEXT,
                Sheet.INK,
                Mark.Anchor.END);
        boolean bars = series.size() == 1 && !scale.logarithmic();
        double end = area.left();
        if (!bars) {
            pen.add(new Mark.Line(area.left(), y, area.right(), y, Sheet.LINE, 1));
        }
        for (int i = row.values().size() - 1; i >= 0; i--) {
            Double number = row.values().get(i).number();
            if (number == null) {
                continue;
            }
            double x = area.x(scale, number);
            if (bars) {
                pen.add(new Mark.Box(area.left(), y - 9, Math.max(1, x - area.left()), 18, fill(0)));
            } else if (number > 0) {
                pen.add(new Mark.Sign(x, y, 7 - i * 0.5, form(i), fill(i), i == 0 ? null : Sheet.SERIES.get(i)));
            }
            end = Math.max(end, x);
        }
        pen.words(told(row), bars ? end + 8 : area.right() + 14, y + 5, TEXT, Sheet.INK, Mark.Anchor.START);
    }

    /** What is written behind a row: its numbers, the others behind the first. */
    private static String told(Row row) {
        return row.values().stream()
                .map(Value::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" / "));
    }

    /** The second is hollow, so that it is told from the first where both are of one colour. */
    private static String fill(int index) {
        return index == 1 ? Sheet.PAPER : Sheet.SERIES.get(index % Sheet.SERIES.size());
    }

    private List<String> strokes() {
        return java.util.stream.IntStream.range(0, series.size())
                .mapToObj(i -> Sheet.SERIES.get(i % Sheet.SERIES.size()))
                .toList();
    }

    private static Mark.Form form(int index) {
        return Mark.Form.values()[index % Mark.Form.values().length];
    }

    private String alternative(String scaleWords) {
        Stream<String> told = rows.stream().limit(TOLD).map(row -> row.label() + ": " + told(row) + ".");
        String names = series.size() > 1 ? String.join(" / ", series) + ". " : "";
        return Stream.of(
                        Stream.of(heading.sentence(), heading.unit(), scaleWords, names.strip()),
                        told,
                        Stream.of(rows.size() > TOLD ? "…" : ""))
                .flatMap(each -> each)
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(" "));
    }
}
