package org.werkgraaf.index;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.search.spell.JaroWinklerDistance;
import org.apache.lucene.search.spell.StringDistance;

/** Finds the names that are written most like a word, for who mistyped one. */
public final class NearNames {
    /** So like that it was most likely meant, as {@code keylogin} is to {@code keylogging}. */
    public static final float MISTYPED = 0.9f;
    /** Below it a name is no help to who mistyped one. */
    public static final float LIKE = 0.75f;

    private static final StringDistance LIKENESS = new JaroWinklerDistance();

    private NearNames() {}

    private record Near(String id, float likeness) {}

    /**
     * The ids of what is written most like the words, nearest first; empty when nothing is like them.
     *
     * @param words what somebody wrote
     * @param names by id
     * @param least how like they must be at least, from 0 to 1
     * @param most how many at most
     */
    public static List<String> of(
            String words, Map<String, ? extends Collection<String>> names, float least, int most) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return names.entrySet().stream()
                .map(entry -> new Near(
                        entry.getKey(),
                        entry.getValue().stream()
                                .map(name -> LIKENESS.getDistance(wanted, name.toLowerCase(Locale.ROOT)))
                                .max(Comparator.naturalOrder())
                                .orElse(0f)))
                .filter(near -> near.likeness() >= least)
                .sorted(Comparator.comparing((Near near) -> -near.likeness()).thenComparing(Near::id))
                .limit(most)
                .map(Near::id)
                .toList();
    }
}
