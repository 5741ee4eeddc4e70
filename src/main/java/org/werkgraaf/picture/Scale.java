package org.werkgraaf.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where numbers stand along a line from 0 to 1.
 *
 * @param logarithmic whether each step is ten times as much as the one before; else the line begins at nought
 * @param least the number at 0
 * @param most the number at 1
 */
public record Scale(boolean logarithmic, double least, double most) {
    /** From here on the smallest of the bars would be too short to see. */
    static final double SPREAD_MAX = 50;

    private static final int STEPS = 5;

    /** The scale that lets all of the numbers be seen; nought and less do not count. */
    public static Scale of(Collection<? extends Number> numbers) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (Number number : numbers) {
            double value = number.doubleValue();
            if (value > 0 && Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (most == 0) {
            return new Scale(false, 0, 1);
        }
        return most / least > SPREAD_MAX
                ? new Scale(
                        true, Math.pow(10, Math.floor(Math.log10(least))), Math.pow(10, Math.ceil(Math.log10(most))))
                : new Scale(false, 0, most);
    }

    /** Where a number stands; what is below the least stands at 0. */
    public double place(double number) {
        if (number <= least) {
            return 0;
        }
        return logarithmic ? Math.log(number / least) / Math.log(most / least) : number / most;
    }

    /** Round numbers to name along it, the least first. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double tick = least; tick <= most * 1.0001; tick *= 10) {
                ticks.add(tick);
            }
            return ticks;
        }
        double raw = most / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw / power > 5 ? 10 : raw / power > 2 ? 5 : raw / power > 1 ? 2 : 1);
        for (int i = 0; i * step <= most * 1.0001; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
