package org.werkgraaf.web.thing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.werkgraaf.entity.Description.HistoryStep;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.web.text.PageText;

/**
 * The steps of a history on a line of time, in numbers that a template writes as SVG. Distances along the line are percentages:
 * those of the dates, but steps shortly after each other are kept far enough apart to be touched one by one.
 *
 * @param points the steps, oldest first
 */
public record HistoryLine(List<Point> points) {
    /** Labels nearer to each other than this would overlap on a phone, in percent. */
    private static final double APART = 19;

    private static final double LEFT = 8;
    private static final double NEAREST = 7.5;
    private static final double RIGHT = 92;

    /**
     * @param x place on the line, in percent
     * @param number of the step in the list below
     * @param anchor of that step
     * @param date of the step
     * @param label the year; empty where it would overlap with the one before
     * @param amount money at stake in the step, in short; empty without, or where it would overlap
     */
    public record Point(String x, int number, String anchor, String date, String label, String amount) {}

    /**
     * Empty when the steps have fewer than two dates.
     *
     * @param units units of numbers, by property
     */
    static HistoryLine of(List<HistoryStep> history, Map<String, String> units, PageText text) {
        List<LocalDate> days = history.stream().map(step -> day(step.date())).toList();
        if (days.stream().distinct().count() < 2) {
            return new HistoryLine(List.of());
        }
        double[] places = places(days);
        List<Point> points = new ArrayList<>();
        double lastLabel = -APART;
        double lastAmount = -APART;
        String lastYear = "";
        for (int i = 0; i < history.size(); i++) {
            HistoryStep step = history.get(i);
            double x = places[i];
            String year = step.date().substring(0, 4);
            boolean labelled = !year.equals(lastYear) && x - lastLabel >= APART;
            String amount = amount(step, units, text);
            boolean valued = !amount.isEmpty() && x - lastAmount >= APART;
            points.add(new Point(
                    String.format(Locale.ROOT, "%.1f", x),
                    i + 1,
                    anchor(step),
                    step.date(),
                    labelled ? year : "",
                    valued ? amount : ""));
            lastLabel = labelled ? x : lastLabel;
            lastYear = labelled ? year : lastYear;
            lastAmount = valued ? x : lastAmount;
        }
        return new HistoryLine(points);
    }

    private static double[] places(List<LocalDate> days) {
        int count = days.size();
        double apart = Math.min(NEAREST, (RIGHT - LEFT) / (count - 1));
        long first = days.get(0).toEpochDay();
        double length = days.get(count - 1).toEpochDay() - first;
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            double dated = LEFT + (RIGHT - LEFT) * (days.get(i).toEpochDay() - first) / length;
            places[i] = i == 0 ? dated : Math.max(dated, places[i - 1] + apart);
        }
        // What was pushed over the end goes back, and pushes those before it.
        places[count - 1] = Math.min(places[count - 1], RIGHT);
        for (int i = count - 2; i >= 0; i--) {
            places[i] = Math.min(places[i], places[i + 1] - apart);
        }
        return places;
    }

    /** Name of a step within the page. */
    static String anchor(HistoryStep step) {
        return step.id().replace('/', '-');
    }

    /** Steps of which only the year or month is known stand in the middle of it. */
    private static LocalDate day(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.parse(date + "-07-01");
            case 7 -> LocalDate.parse(date + "-15");
            default -> LocalDate.parse(date.substring(0, 10));
        };
    }

    private static String amount(HistoryStep step, Map<String, String> units, PageText text) {
        return step.facts().stream()
                .filter(relation -> relation.name().equals(PropertyNames.AMOUNT))
                .flatMap(relation -> relation.values().stream())
                .filter(Value::accepted)
                .map(value -> text.compact(new java.math.BigDecimal(value.text()), units.get(PropertyNames.AMOUNT)))
                .findFirst()
                .orElse("");
    }
}
