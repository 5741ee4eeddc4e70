package org.werkgraaf.entity;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.PropertyNames;

/**
 * A case that ended in a fine, with the amounts that the graph holds to be right.
 *
 * @param thing the case
 * @param date when it was decided or published; absent when not on record
 * @param authorities ids of the courts and authorities that decided in it
 * @param techniques ids of the techniques that it is about, and of wider ones
 * @param currency ISO 4217 code of the amounts; absent when not on record
 * @param imposed as first imposed; the lowest when sources differ; absent when not on record
 * @param inForce what stands after appeal or objection; the lowest when sources differ; absent when not on record
 * @param disputed whether sources differ about one of the amounts
 * @param reduction how it came that less stands than was imposed; absent when it does not, or when no step on record says so
 */
public record Fine(
        Atlas.Thing thing,
        @Nullable String date,
        Set<String> authorities,
        Set<String> techniques,
        @Nullable String currency,
        @Nullable BigDecimal imposed,
        @Nullable BigDecimal inForce,
        boolean disputed,
        @Nullable Reduction reduction) {
    private static final String OUTCOME = "outcome/fine";
    private static final String TECHNIQUE = ClassNames.TECHNIQUE;

    /** All fines of a release, the newest first. */
    public static List<Fine> of(Atlas atlas) {
        return atlas.ofType(ClassNames.CASE).stream()
                .filter(thing -> atlas.out(thing.id(), PropertyNames.OUTCOME).contains(OUTCOME))
                .map(thing -> read(atlas, thing))
                .sorted(Comparator.comparing((Fine fine) -> Objects.requireNonNullElse(fine.date(), ""))
                        .reversed()
                        .thenComparing(fine -> fine.thing().id()))
                .toList();
    }

    /**
     * A step in the history of a case after which less stands.
     *
     * @param step its id
     * @param date its day, month or year; absent when not on record
     * @param authorities ids of those that decided so
     */
    public record Reduction(String step, @Nullable String date, List<String> authorities) {}

    /** Whether less stands than was imposed. */
    public boolean isReduced() {
        return lower(imposed, inForce);
    }

    /** What was imposed, or what is left of it where that is known to be less; absent when no amount is on record. */
    public @Nullable BigDecimal left() {
        return isReduced() ? inForce : imposed;
    }

    private static boolean lower(@Nullable BigDecimal imposed, @Nullable BigDecimal inForce) {
        return imposed != null && inForce != null && inForce.compareTo(imposed) < 0;
    }

    /** The year of the decision, in four digits; empty when it is not on record. */
    public String year() {
        return date == null || date.length() < 4 ? "" : date.substring(0, 4);
    }

    private static Fine read(Atlas atlas, Atlas.Thing thing) {
        String id = thing.id();
        String decided = atlas.value(id, PropertyNames.DECIDED_ON);
        TreeSet<BigDecimal> imposed = amounts(atlas, id, PropertyNames.AMOUNT_IMPOSED);
        TreeSet<BigDecimal> inForce = amounts(atlas, id, PropertyNames.AMOUNT_IN_FORCE);
        BigDecimal first = imposed.isEmpty() ? null : imposed.first();
        BigDecimal now = inForce.isEmpty() ? null : inForce.first();
        return new Fine(
                thing,
                decided != null ? decided : atlas.value(id, PropertyNames.PUBLISHED_ON),
                linked(atlas, id, PropertyNames.DECIDED_BY, ClassNames.AUTHORITY),
                atlas.reached(id, TECHNIQUE, linked(atlas, id, PropertyNames.CONCERNS, TECHNIQUE)),
                atlas.value(id, PropertyNames.CURRENCY),
                first,
                now,
                imposed.size() > 1 || inForce.size() > 1,
                now != null && lower(first, now) ? reduction(atlas, id, now) : null);
    }

    /** The last step that ended in the amount. */
    private static @Nullable Reduction reduction(Atlas atlas, String id, BigDecimal amount) {
        return atlas.out(id, PropertyNames.STEP).stream()
                .filter(step -> amounts(atlas, step, PropertyNames.AMOUNT).stream()
                        .anyMatch(each -> each.compareTo(amount) == 0))
                .map(step -> new Reduction(step, day(atlas, step), atlas.out(step, PropertyNames.DECIDED_BY)))
                .max(Comparator.comparing(each -> Objects.requireNonNullElse(each.date(), "")))
                .orElse(null);
    }

    private static @Nullable String day(Atlas atlas, String step) {
        String date = atlas.value(step, PropertyNames.DATE);
        return date != null ? date : atlas.value(step, PropertyNames.OCCURRED);
    }

    private static TreeSet<BigDecimal> amounts(Atlas atlas, String id, String property) {
        return atlas.values(id, property).stream().map(BigDecimal::new).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> linked(Atlas atlas, String id, String relation, String type) {
        return atlas.out(id, relation).stream()
                .filter(other ->
                        atlas.find(other).map(each -> each.type().equals(type)).orElse(false))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
