package org.werkgraaf.web.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.werkgraaf.entity.Fine;

/**
 * Fines in one currency, counted and added up by what they have in common.
 *
 * @param key a year, or the id of an authority or technique; empty when not on record
 * @param fines how many
 * @param withImposed of how many the amount imposed is on record
 * @param imposed the sum of these
 * @param withInForce of how many it is on record what stands after appeal or objection
 * @param inForce the sum of these
 * @param reduced in how many less stands than was imposed
 * @param left the sum imposed, less what is known to have been taken off
 */
record FineSums(
        String key,
        int fines,
        int withImposed,
        BigDecimal imposed,
        int withInForce,
        BigDecimal inForce,
        int reduced,
        BigDecimal left) {
    /** How fines are put together; in the order in which they are shown. */
    static final List<String> BY = List.of("year", "authority", "technique");

    /** By year, the newest first, or by authority or technique, the largest sum first. */
    static List<FineSums> by(String by, List<Fine> fines) {
        Map<String, List<Fine>> groups = new LinkedHashMap<>();
        fines.forEach(fine -> keys(by, fine)
                .forEach(key ->
                        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(fine)));
        Comparator<FineSums> order = by.equals("year")
                ? Comparator.comparing(FineSums::key).reversed()
                : Comparator.comparing(FineSums::imposed).reversed().thenComparing(FineSums::key);
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .sorted(order)
                .toList();
    }

    /** What is known to have been taken off. */
    BigDecimal off() {
        return imposed.subtract(left);
    }

    /** All of them together. */
    static FineSums of(String key, Collection<Fine> fines) {
        List<BigDecimal> imposed = amounts(fines, Fine::imposed);
        List<BigDecimal> inForce = amounts(fines, Fine::inForce);
        int reduced = (int) fines.stream().filter(Fine::isReduced).count();
        return new FineSums(
                key,
                fines.size(),
                imposed.size(),
                sum(imposed),
                inForce.size(),
                sum(inForce),
                reduced,
                sum(amounts(fines, Fine::left)));
    }

    /** What a fine counts for. */
    static Collection<String> keys(String by, Fine fine) {
        Collection<String> keys = switch (by) {
            case "year" -> List.of(fine.year());
            case "authority" -> fine.authorities();
            default -> fine.techniques();
        };
        return keys.isEmpty() ? List.of("") : keys;
    }

    private static List<BigDecimal> amounts(
            Collection<Fine> fines, Function<Fine, @org.jspecify.annotations.Nullable BigDecimal> amount) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (Fine fine : fines) {
            BigDecimal each = amount.apply(fine);
            if (each != null) {
                amounts.add(each);
            }
        }
        return amounts;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        BigDecimal sum =
                amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros();
        return sum.scale() < 0 ? sum.setScale(0) : sum;
    }
}
