package org.werkgraaf.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Events along a line of time: a sign each, in lanes; where they are few, each with its name.
 *
 * @param heading what stands around it
 * @param lanes the kinds of events, from top to bottom
 * @param ticks what is named below
 * @param open what a hollow sign means
 * @param now what is written at the present day
 * @param today where it stands, from 0 to 1; below 0 when it is not in the drawing
 */
public record TimeChart(
        Sheet.Heading heading, List<Lane> lanes, List<Tick> ticks, String open, String now, double today) {
    /** So many events are named. */
    public static final int NAMED_MAX = 16;

    private static final double MARGIN = 24;
    private static final double TEXT = 15;
    private static final double NAMES = 540;
    private static final double PITCH = 12;
    private static final int STACK_MAX = 20;
    private static final int TOLD = 15;

    /**
     * @param name of the kind
     * @param events oldest first
     */
    public record Lane(String name, List<Event> events) {}

    /**
     * @param place when, from 0 to 1
     * @param name what it is, with its day
     * @param hollow whether it is still to come, or was moved
     */
    public record Event(double place, String name, boolean hollow) {}

    /**
     * @param place when, from 0 to 1
     * @param name what is written
     */
    public record Tick(double place, String name) {}

    /** Draws it. */
    public Sheet draw() {
        Sheet.Pen pen = new Sheet.Pen();
        pen.head(heading);
        int count = lanes.stream().mapToInt(lane -> lane.events().size()).sum();
        List<String> fills = new ArrayList<>();
        List<Mark.Form> forms = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            names.add(lanes.get(i).name());
            forms.add(form(i));
            fills.add(colour(i));
        }
        List<String> strokes = new ArrayList<>(fills);
        names.add(open);
        forms.add(Mark.Form.CIRCLE);
        fills.add(Sheet.PAPER);
        strokes.add(Sheet.SOFT);
        pen.legend(names, forms, fills, strokes);
        pen.y += 10;
        if (count <= NAMED_MAX) {
            named(pen);
        } else {
            stacked(pen);
        }
        return pen.foot(heading, alternative());
    }

    private void named(Sheet.Pen pen) {
        double left = MARGIN + NAMES;
        double right = Sheet.WIDTH - MARGIN - 10;
        double top = pen.y;
        int rows = lanes.stream().mapToInt(lane -> lane.events().size()).sum();
        double bottom = top + rows * 30;
        grid(pen, left, right, top, bottom);
        double y = top + 15;
        for (int i = 0; i < lanes.size(); i++) {
            for (Event event : lanes.get(i).events()) {
                pen.words(
                        Lettering.cut(event.name(), TEXT, false, NAMES - 16),
                        left - 14,
                        y + 5,
                        TEXT,
                        Sheet.INK,
                        Mark.Anchor.END);
                pen.add(new Mark.Line(left, y, right, y, Sheet.LINE, 0.5));
                sign(pen, left + event.place() * (right - left), y, i, event, 7);
                y += 30;
            }
        }
        pen.y = bottom + 24;
    }

    private void stacked(Sheet.Pen pen) {
        double left = MARGIN + 10;
        double right = Sheet.WIDTH - MARGIN - 10;
        double top = pen.y;
        List<SortedMap<Integer, List<Event>>> stacks =
                lanes.stream().map(lane -> stacks(lane, right - left)).toList();
        List<Integer> heights = stacks.stream()
                .map(stack -> stack.values().stream().mapToInt(List::size).max().orElse(0))
                .map(most -> Math.max(2, Math.min(most, STACK_MAX)))
                .toList();
        double bottom = top;
        for (int height : heights) {
            bottom += 24 + height * PITCH + 14;
        }
        grid(pen, left, right, top, bottom);
        double base = top;
        for (int i = 0; i < lanes.size(); i++) {
            base += 24 + heights.get(i) * PITCH;
            lane(pen, i, stacks.get(i), left + anchor() * (right - left), base);
            base += 14;
        }
        pen.y = bottom + 24;
    }

    /** Where stacks are counted from, so that no stack has events of both sides of the present day. */
    private double anchor() {
        return today >= 0 && today <= 1 ? today : 0;
    }

    /** The events of a lane by how many stacks they are away from the anchor. */
    private SortedMap<Integer, List<Event>> stacks(Lane lane, double width) {
        SortedMap<Integer, List<Event>> stacks = new TreeMap<>();
        for (Event event : lane.events()) {
            int stack = (int) Math.floor((event.place() - anchor()) * width / PITCH);
            stacks.computeIfAbsent(stack, key -> new ArrayList<>()).add(event);
        }
        return stacks;
    }

    private static void lane(
            Sheet.Pen pen, int index, SortedMap<Integer, List<Event>> stacks, double anchor, double base) {
        stacks.forEach((stack, events) -> {
            double x = anchor + (stack + 0.5) * PITCH;
            for (int at = 0; at < Math.min(events.size(), STACK_MAX - 1); at++) {
                sign(pen, x, base - 7 - at * PITCH, index, events.get(at), 4.6);
            }
            if (events.size() >= STACK_MAX) {
                String more = "+" + (events.size() - STACK_MAX + 1);
                pen.words(more, x, base - 3 - (STACK_MAX - 1) * PITCH, 11, Sheet.INK, Mark.Anchor.MIDDLE);
            }
        });
        pen.add(new Mark.Line(MARGIN, base, Sheet.WIDTH - MARGIN, base, Sheet.SOFT, 1));
    }

    private static void sign(Sheet.Pen pen, double x, double y, int lane, Event event, double radius) {
        pen.add(new Mark.Sign(x, y, radius, form(lane), event.hollow() ? Sheet.PAPER : colour(lane), colour(lane)));
    }

    private void grid(Sheet.Pen pen, double left, double right, double top, double bottom) {
        for (Tick tick : ticks) {
            double x = left + tick.place() * (right - left);
            pen.add(new Mark.Line(x, top, x, bottom, Sheet.LINE, 1));
            pen.words(tick.name(), x, bottom + 20, 14, Sheet.SOFT, Mark.Anchor.MIDDLE);
        }
        if (today >= 0 && today <= 1) {
            double x = left + today * (right - left);
            pen.add(new Mark.Line(x, top - 6, x, bottom, "#a0560b", 1.5));
            boolean late = today > 0.5;
            pen.words(now, late ? x - 5 : x + 5, top + 6, 13, "#a0560b", late ? Mark.Anchor.END : Mark.Anchor.START);
        }
    }

    private static String colour(int lane) {
        return Sheet.SERIES.get(lane % Sheet.SERIES.size());
    }

    private static Mark.Form form(int lane) {
        return List.of(Mark.Form.SQUARE, Mark.Form.CIRCLE, Mark.Form.TRIANGLE).get(lane % 3);
    }

    private String alternative() {
        String counts = lanes.stream()
                .map(lane -> lane.name() + ": " + lane.events().size())
                .collect(Collectors.joining(", "));
        String last = lanes.stream()
                .flatMap(lane -> lane.events().stream())
                .sorted(java.util.Comparator.comparingDouble(Event::place).reversed())
                .limit(TOLD)
                .map(Event::name)
                .collect(Collectors.joining("; "));
        return heading.sentence() + " " + heading.unit() + " " + counts + ". " + last + ".";
    }
}
