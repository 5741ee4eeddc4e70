package org.werkgraaf.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long repetitions of one kind of question took.
 *
 * @param millis of each repetition, sorted
 */
record Timings(double[] millis) {
    private static final int WARM = 60;
    private static final int COUNT = 240;
    /** A slow side is asked less often, but at least this many times. */
    private static final int COUNT_MIN = 3;

    private static final double SECONDS_MAX = 20;

    /** Asks in turn, after asking to warm up, as often as time allows. */
    static Timings of(List<Task> variants) throws Exception {
        run(variants, WARM, 1, SECONDS_MAX / 4);
        return new Timings(run(variants, COUNT, COUNT_MIN, SECONDS_MAX));
    }

    /** Asks in turn, so many times; the times are sorted. */
    static double[] millis(List<Task> variants, int count) throws Exception {
        return run(variants, count, count, Double.MAX_VALUE);
    }

    private static double[] run(List<Task> variants, int count, int countMin, double secondsMax) throws Exception {
        List<Double> times = new ArrayList<>();
        long begin = System.nanoTime();
        while (times.size() < count
                && (times.size() < countMin || System.nanoTime() - begin < secondsMax * 1_000_000_000)) {
            long start = System.nanoTime();
            variants.get(times.size() % variants.size()).run();
            times.add((System.nanoTime() - start) / 1e6);
        }
        return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    double median() {
        return at(0.5);
    }

    double p99() {
        return at(0.99);
    }

    private double at(double part) {
        return millis[(int) Math.min(millis.length - 1, Math.floor(part * millis.length))];
    }

    /** Median, p99 and how many repetitions they are of. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f / %.1f (%d)", median(), p99(), millis.length);
    }

    /** One repetition. */
    interface Task {
        void run() throws Exception;
    }
}
