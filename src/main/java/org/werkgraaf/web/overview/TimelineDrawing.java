package org.werkgraaf.web.overview;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.werkgraaf.entity.Timeline;

/**
 * The line of time in numbers that a template writes as SVG, in a drawing 1000 wide.
 *
 * @param lanes law, cases and incidents, those that have events
 * @param ticks the years or quarters that are named below
 * @param today where the present day stands; empty when it is not in the drawing
 * @param height of the drawing
 */
record TimelineDrawing(List<Lane> lanes, List<Tick> ticks, String today, int height) {
    /** From top to bottom. */
    static final List<String> LANES = List.of("law", "cases", "incidents");

    private static final int PITCH = 11;
    private static final int STACK_MAX = 14;
    private static final int STACK_MIN = 3;
    private static final int ABOVE = 24;
    private static final int BELOW = 34;
    private static final double LEFT = 110;
    private static final double WIDTH = 870;
    private static final int TICKS_MAX = 14;
    /** Up to this many years the quarters are named. */
    private static final int CLOSE = 3;

    /**
     * @param name names the message
     * @param y height of its line
     * @param dots one for each event
     * @param more where there was no room for all
     */
    record Lane(String name, int y, List<Dot> dots, List<More> more) {}

    /**
     * @param x across
     * @param y down
     * @param event what it stands for
     * @param state past, toCome or moved
     */
    record Dot(String x, int y, Timeline.Event event, String state) {}

    /**
     * @param x across
     * @param y down
     * @param count how many are not drawn
     */
    record More(String x, int y, int count) {}

    /**
     * @param x across
     * @param name what stands below
     * @param from first year that it stands for
     * @param to last year that it stands for
     */
    record Tick(String x, String name, int from, int to) {}

    /**
     * Places the events.
     *
     * @param first first year
     * @param last last year
     * @param today the present day
     * @param locale of the names of months
     */
    static TimelineDrawing of(List<Timeline.Event> events, int first, int last, String today, Locale locale) {
        double scale = WIDTH / (last + 1 - first);
        double now = year(today);
        boolean shown = now >= first && now < last + 1;
        // No stack has events of both sides of the present day.
        double anchor = shown ? now : first;
        double x = LEFT + (anchor - first) * scale;
        Map<String, Map<Long, List<Timeline.Event>>> stacks = new HashMap<>();
        for (Timeline.Event event : events) {
            long bin = (long) Math.floor((year(event.date()) - anchor) * scale / PITCH);
            stacks.computeIfAbsent(lane(event.kind()), key -> new TreeMap<>())
                    .computeIfAbsent(bin, key -> new ArrayList<>())
                    .add(event);
        }
        List<Lane> lanes = new ArrayList<>();
        int y = 0;
        for (String name : LANES) {
            Map<Long, List<Timeline.Event>> stack = stacks.get(name);
            if (stack != null) {
                int most = stack.values().stream().mapToInt(List::size).max().orElse(0);
                y += ABOVE + Math.max(STACK_MIN, Math.min(most, STACK_MAX)) * PITCH;
                lanes.add(lane(name, x, y, stack, today));
                y += 8;
            }
        }
        return new TimelineDrawing(lanes, ticks(first, last, scale, locale), shown ? number(x) : "", y + BELOW);
    }

    /** @param anchor where stacks are counted from */
    private static Lane lane(String name, double anchor, int y, Map<Long, List<Timeline.Event>> stacks, String today) {
        List<Dot> dots = new ArrayList<>();
        List<More> more = new ArrayList<>();
        stacks.forEach((bin, events) -> {
            String x = number(anchor + bin * PITCH + PITCH / 2.0);
            int shown = events.size() > STACK_MAX ? STACK_MAX - 1 : events.size();
            for (int i = 0; i < shown; i++) {
                dots.add(new Dot(
                        x, y - 7 - i * PITCH, events.get(i), events.get(i).state(today)));
            }
            if (shown < events.size()) {
                more.add(new More(x, y - 3 - shown * PITCH, events.size() - shown));
            }
        });
        return new Lane(name, y, dots, more);
    }

    private static List<Tick> ticks(int first, int last, double scale, Locale locale) {
        List<Tick> ticks = new ArrayList<>();
        int years = last + 1 - first;
        if (years <= CLOSE) {
            for (int quarter = 0; quarter < years * 4; quarter++) {
                int year = first + quarter / 4;
                String month = Month.of(1 + quarter % 4 * 3).getDisplayName(TextStyle.SHORT, locale);
                String name = quarter % 4 == 0 ? Integer.toString(year) : month;
                ticks.add(new Tick(number(LEFT + quarter / 4.0 * scale), name, year, year));
            }
            return ticks;
        }
        int step = step((years + TICKS_MAX - 1) / TICKS_MAX);
        for (int year = (first + step - 1) / step * step; year <= last; year += step) {
            ticks.add(new Tick(
                    number(LEFT + (year - first) * scale),
                    Integer.toString(year),
                    year,
                    Math.min(last, year + step - 1)));
        }
        return ticks;
    }

    private static int step(int least) {
        for (int step : new int[] {1, 2, 5, 10, 20, 50}) {
            if (step >= least) {
                return step;
            }
        }
        return 100;
    }

    /** In which lane a kind of event stands. */
    static String lane(String kind) {
        return switch (kind) {
            case "case" -> "cases";
            case "incident" -> "incidents";
            default -> "law";
        };
    }

    /** A date as a year with a fraction. */
    static double year(String date) {
        int month = date.length() >= 7 ? Integer.parseInt(date.substring(5, 7)) : 1;
        int day = date.length() >= 10 ? Integer.parseInt(date.substring(8, 10)) : 1;
        return Integer.parseInt(date.substring(0, 4)) + (month - 1) / 12.0 + (day - 1) / 372.0;
    }

    /** A place across the drawing as a part of its line, from 0 to 1. */
    static double place(String x) {
        return (Double.parseDouble(x) - LEFT) / WIDTH;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
