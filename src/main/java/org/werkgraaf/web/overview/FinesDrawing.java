package org.werkgraaf.web.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.werkgraaf.web.text.PageText;

/**
 * Sums of fines as bars, in numbers that a template writes as SVG. Widths are percentages, so that text keeps its size on every
 * screen; heights are in pixels.
 *
 * @param bars from top to bottom
 * @param height of the drawing
 */
record FinesDrawing(List<Bar> bars, int height) {
    private static final int BARS_MAX = 12;
    private static final int PITCH = 54;
    /** Leaves room for the value behind the longest bar. */
    private static final double WIDEST = 72;

    /**
     * @param label what it stands for
     * @param value the sum imposed in words
     * @param y upper side of the bar in pixels
     * @param imposed its width in percent
     * @param inForce width of the bar of what stands after appeal, in percent; empty when none is on record
     */
    record Bar(String label, String value, int y, String imposed, String inForce) {}

    static FinesDrawing of(List<FineSums> sums, Function<FineSums, String> label, String currency, PageText text) {
        List<FineSums> drawn = sums.stream()
                .filter(each -> each.withImposed() > 0)
                .limit(BARS_MAX)
                .toList();
        double largest = drawn.stream()
                .flatMap(each -> java.util.stream.Stream.of(each.imposed(), each.inForce()))
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        List<Bar> bars = new ArrayList<>();
        for (FineSums each : drawn) {
            bars.add(new Bar(
                    label.apply(each),
                    text.compact(each.imposed(), currency),
                    bars.size() * PITCH + 20,
                    width(each.imposed(), largest),
                    each.withInForce() == 0 ? "" : width(each.inForce(), largest)));
        }
        return new FinesDrawing(bars, bars.size() * PITCH);
    }

    private static String width(BigDecimal amount, double largest) {
        return String.format(Locale.ROOT, "%.2f", Math.max(0.3, WIDEST * amount.doubleValue() / largest));
    }
}
