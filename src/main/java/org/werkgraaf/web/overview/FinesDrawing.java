package org.werkgraaf.web.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.werkgraaf.picture.Scale;
import org.werkgraaf.web.text.PageText;

/**
 * Sums of fines as dots along a scale, in numbers that a template writes as SVG. Places across are percentages, so that text keeps its
 * size on every screen.
 *
 * @param rows from top to bottom
 * @param all how many rows there would be if none was left out
 * @param ticks what is named below
 * @param logarithmic whether each step of the scale is ten times as much
 */
record FinesDrawing(List<Row> rows, int all, List<Tick> ticks, boolean logarithmic) {
    static final int ROWS_MAX = 12;
    /** Leaves room for the dot at the least. */
    private static final double LEFT = 2;

    private static final double WIDTH = 94;
    /** As many names of a scale stand beside each other on a phone. */
    private static final int NAMED = 4;

    /**
     * @param label what it stands for
     * @param value the sum imposed in words
     * @param left what is left of it in words; empty when nothing is known to have been taken off
     * @param imposed where its dot stands, in percent
     * @param now where the dot of what is left stands; empty when it is the same
     */
    record Row(String label, String value, String left, String imposed, String now) {}

    /**
     * @param x in percent
     * @param name empty where there is no room
     */
    record Tick(String x, String name) {}

    static FinesDrawing of(
            List<FineSums> sums, int most, Function<FineSums, String> label, String currency, PageText text) {
        List<FineSums> known =
                sums.stream().filter(each -> each.imposed().signum() > 0).toList();
        List<FineSums> drawn = known.subList(0, Math.min(most, known.size()));
        Scale scale = Scale.of(drawn.stream()
                .flatMap(each -> Stream.of(each.imposed(), each.left()))
                .toList());
        List<Row> rows = new ArrayList<>();
        for (FineSums each : drawn) {
            boolean lowered = each.reduced() > 0;
            rows.add(new Row(
                    label.apply(each),
                    text.compact(each.imposed(), currency),
                    lowered ? text.message("amount.inForce", text.compact(each.left(), currency)) : "",
                    percent(scale, each.imposed().doubleValue()),
                    lowered ? percent(scale, each.left().doubleValue()) : ""));
        }
        List<Double> ticks = scale.ticks();
        int step = Math.max(1, (int) Math.ceil(ticks.size() / (double) NAMED));
        List<Tick> named = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i++) {
            named.add(
                    new Tick(percent(scale, ticks.get(i)), i % step == 0 ? text.compact(ticks.get(i), currency) : ""));
        }
        return new FinesDrawing(rows, known.size(), named, scale.logarithmic());
    }

    private static String percent(Scale scale, double number) {
        return String.format(Locale.ROOT, "%.2f", LEFT + WIDTH * scale.place(number));
    }
}
