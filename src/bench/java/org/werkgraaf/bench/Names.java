package org.werkgraaf.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Invents names of companies that can be pronounced and mean nothing. */
final class Names {
    private static final String[] STARTS = {
        "b", "br", "d", "f", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "v", "z"
    };
    private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "aa", "ee", "oo", "ij", "ou"};
    private static final String[] ENDS = {"l", "m", "n", "r", "s", "t", "x", "ck", "nd", "rt"};

    private Names() {}

    static List<String> make(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            StringBuilder name = new StringBuilder();
            for (int syllables = 2 + random.nextInt(2); syllables > 0; syllables--) {
                name.append(pick(STARTS, random)).append(pick(MIDDLES, random));
            }
            names.add(name.append(pick(ENDS, random)).toString());
        }
        return names;
    }

    private static String pick(String[] parts, SplittableRandom random) {
        return parts[random.nextInt(parts.length)];
    }
}
