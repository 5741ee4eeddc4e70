package org.werkgraaf.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Draws from a list so that the n-th value comes about 1/n^skew as often as the first. */
final class Zipf<T> {
    private final List<T> values;
    private final double[] cumulative;

    Zipf(List<T> values, double skew) {
        this.values = values;
        this.cumulative = new double[values.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += 1 / Math.pow(i + 1, skew);
            cumulative[i] = sum;
        }
    }

    T draw(SplittableRandom random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, at);
        return values.get(Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1));
    }
}
