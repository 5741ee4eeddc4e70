package org.werkgraaf.web.text;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description.Place;

/** Writes places and long texts in little room. */
public final class Wording {
    private static final List<String> BEST_FIRST = List.of("primary", "secondary", "inferred", "recalled");

    private static final Set<String> NUMBERS = Set.of("decimal", "integer");

    private Wording() {}

    /** Source and place in it, in a line. */
    public static String place(Place place, PageText text) {
        return Stream.of(
                        text.name(place.sourceLabels(), place.source()),
                        text.pick(place.sections(), ""),
                        text.place(place))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Of several places the one that was checked best; of equals the first. */
    public static Optional<Place> best(Collection<Place> places) {
        return places.stream().filter(place -> place.status() == null).min(Comparator.comparingInt(Wording::rank));
    }

    /** Places in the order of how far they were checked, those that the editors hold to be mistaken last. */
    public static List<Place> bestFirst(Collection<Place> places) {
        return places.stream()
                .sorted(Comparator.comparing((Place place) -> place.status() != null)
                        .thenComparingInt(Wording::rank))
                .toList();
    }

    private static int rank(Place place) {
        int at = BEST_FIRST.indexOf(Objects.requireNonNullElse(place.verification(), ""));
        return at < 0 ? BEST_FIRST.size() : at;
    }

    /** A number without what adds nothing to it; any other text as it is. */
    public static String number(String text, @Nullable String datatype) {
        return datatype != null && NUMBERS.contains(datatype)
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }

    /** The beginning of a text, to the end of a word, with an ellipsis when there is more. */
    public static String beginning(String text, int lengthMax) {
        if (text.length() <= lengthMax) {
            return text;
        }
        int space = text.lastIndexOf(' ', lengthMax);
        return text.substring(0, space > lengthMax / 2 ? space : lengthMax) + "…";
    }
}
