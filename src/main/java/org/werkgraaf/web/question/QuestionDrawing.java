package org.werkgraaf.web.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.werkgraaf.picture.Scale;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionChart;
import org.werkgraaf.web.text.PageText;

/**
 * The chart of an answer in numbers that a template writes as SVG. Widths are percentages, so that text keeps its size on
 * every screen; heights are in pixels.
 *
 * @param bars from top to bottom, or from left to right when they stand
 * @param standing whether they stand
 * @param height of the drawing
 * @param cut whether there are more rows than bars
 * @param logarithmic whether they are dots on a logarithmic scale, as the bars of the smallest could not be seen
 */
record QuestionDrawing(List<Bar> bars, boolean standing, int height, boolean cut, boolean logarithmic) {
    private static final int BARS_MAX = 20;
    private static final int COLUMNS_MAX = 30;
    private static final int BAR_PITCH = 46;
    private static final int COLUMN_HEIGHT = 180;
    private static final int COLUMN_TOP = 24;
    /** Leaves room for the value behind the longest bar. */
    private static final double WIDEST = 74;

    /**
     * One bar.
     *
     * @param label what it stands for
     * @param value its length in words
     * @param x left side in percent
     * @param y upper side in pixels
     * @param width in percent
     * @param height in pixels
     */
    record Bar(String label, String value, String x, int y, String width, int height) {
        /** Where a text in the middle of it stands, in percent. */
        public String middle() {
            return percent(Double.parseDouble(x) + Double.parseDouble(width) / 2);
        }

        /** Its right side, in percent. */
        public String end() {
            return percent(Double.parseDouble(x) + Double.parseDouble(width));
        }
    }

    static QuestionDrawing of(QuestionAnswer answer, QuestionChart chart, Presentation presentation, PageText text) {
        List<Point> points = points(answer, chart, new QuestionCells(answer, presentation, text), text);
        Scale scale = Scale.of(points.stream().map(Point::number).toList());
        boolean standing = chart.kind() == QuestionChart.Kind.COLUMNS && !scale.logarithmic();
        if (standing) {
            points = everyYear(points, text);
        }
        int most = standing ? COLUMNS_MAX : BARS_MAX;
        List<Point> shown = points.subList(0, Math.min(most, points.size()));
        double largest = shown.stream().mapToDouble(Point::number).max().orElse(1);
        List<Bar> bars = IntStream.range(0, shown.size())
                .mapToObj(i -> standing ? column(shown.get(i), i, shown.size(), largest) : bar(shown.get(i), i, scale))
                .toList();
        return new QuestionDrawing(
                bars,
                standing,
                standing ? COLUMN_TOP + COLUMN_HEIGHT + 28 : shown.size() * BAR_PITCH,
                shown.size() < points.size() || !answer.complete(),
                scale.logarithmic());
    }

    private static List<Point> points(QuestionAnswer answer, QuestionChart chart, QuestionCells cells, PageText text) {
        List<Point> points = new ArrayList<>();
        for (Binding row : answer.rows()) {
            QuestionCells.number(row.get(chart.value()))
                    .ifPresent(number -> points.add(new Point(
                            cells.label(row, chart.label()),
                            number.doubleValue(),
                            chart.kind() == QuestionChart.Kind.COLUMNS
                                    ? text.compact(
                                            number,
                                            cells.unit(row, chart.value())
                                                    .filter(PageText::isCurrency)
                                                    .orElse(null))
                                    : cells.cell(row, chart.value()).text())));
        }
        return points;
    }

    /** A year without rows is a gap in time, not in the axis. */
    private static List<Point> everyYear(List<Point> points, PageText text) {
        Map<Integer, Point> years = new TreeMap<>();
        for (Point point : points) {
            if (!point.label().matches("\\d{4}")) {
                return points;
            }
            years.put(Integer.parseInt(point.label()), point);
        }
        if (years.isEmpty()) {
            return points;
        }
        TreeMap<Integer, Point> sorted = new TreeMap<>(years);
        return IntStream.rangeClosed(sorted.firstKey(), sorted.lastKey())
                .mapToObj(year -> years.getOrDefault(year, new Point(Integer.toString(year), 0, text.count(0))))
                .toList();
    }

    private static Bar bar(Point point, int index, Scale scale) {
        double width = point.number() <= 0 ? 0 : Math.max(0.3, WIDEST * scale.place(point.number()));
        return new Bar(point.label(), point.value(), "0", index * BAR_PITCH + 20, percent(width), 16);
    }

    private static Bar column(Point point, int index, int count, double largest) {
        double pitch = 100.0 / count;
        int height = largest <= 0 ? 0 : (int) Math.round(COLUMN_HEIGHT * point.number() / largest);
        int drawn = point.number() > 0 ? Math.max(2, height) : 0;
        return new Bar(
                point.label(),
                point.value(),
                percent(pitch * index + pitch * 0.15),
                COLUMN_TOP + COLUMN_HEIGHT - drawn,
                percent(pitch * 0.7),
                drawn);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private record Point(String label, double number, String value) {}
}
