package org.werkgraaf.assess;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.werkgraaf.vocabulary.ThingId;

/**
 * A rule made ready to be checked: what it asks has numbers, so that what many conditions ask is looked at once for a situation.
 *
 * @param rule the rule
 * @param steps its conditions
 * @param exceptions its exceptions
 */
record Plan(Rule rule, List<Step> steps, List<Plan> exceptions) {
    /** What every exception may ask besides what it is about: to affirm it, or that nobody was told, calls on none in particular. */
    private static final Set<ThingId> WEIGHED = Set.of(
            new ThingId("fact", "necessary"), new ThingId("fact", "proportionate"), new ThingId("fact", "covert"));

    private static final Set<Aspect> LEFT_OUT = EnumSet.of(Aspect.STATUS, Aspect.SECTOR);

    /**
     * Something that a condition asks.
     *
     * @param number the same for all that ask the same; below nought when no rule of the release does
     * @param aspect what it is about
     * @param criterion what is asked, with its places
     */
    record Ask(int number, Aspect aspect, Criterion criterion) {}

    /**
     * A condition.
     *
     * @param condition the condition
     * @param asks its criteria, in their order
     * @param directive what must be carried out before it holds
     * @param claims those by which an asker may call on it, if it is the condition of an exception
     */
    record Step(Condition condition, List<Ask> asks, Optional<ThingId> directive, List<Ask> claims) {
        /**
         * Whether, if it is the condition of an exception, nobody need call on it: since when a system is in use is a day by which the
         * law itself draws a line, so the rule turns on it as on a criterion of its own.
         */
        boolean isLimit() {
            return asks.stream().anyMatch(ask -> ask.aspect() == Aspect.IN_USE_SINCE);
        }
    }

    /**
     * @param rule the rule
     * @param noClaims questions that only a person can judge, or that describe what is done
     * @param numbers of what is asked, without its places
     */
    static Plan of(Rule rule, Set<ThingId> noClaims, ToIntFunction<Criterion> numbers) {
        List<Step> steps = rule.conditions().stream()
                .map(condition -> step(condition, noClaims, numbers))
                .toList();
        List<Plan> exceptions = rule.exceptions().stream()
                .map(exception -> of(exception, noClaims, numbers))
                .toList();
        return new Plan(rule, steps, exceptions);
    }

    private static Step step(Condition condition, Set<ThingId> noClaims, ToIntFunction<Criterion> numbers) {
        List<Ask> asks = condition.criteria().stream()
                .map(criterion ->
                        new Ask(numbers.applyAsInt(criterion.withoutPassages()), criterion.aspect(), criterion))
                .toList();
        return new Step(condition, asks, condition.directive(), claims(asks, noClaims));
    }

    /**
     * What an asker may call on: a yes to a question, or a purpose. To judge an open standard, or to say what is done, such as that it
     * is covert, is a claim only where nothing else could be; that it is necessary or in proportion comes last. Where nothing could be, whom the exception leaves out is enough, for who is one of them need not say so.
     */
    private static List<Ask> claims(List<Ask> asks, Set<ThingId> noClaims) {
        List<Ask> anything = new ArrayList<>();
        List<Ask> others = new ArrayList<>();
        for (Ask ask : asks) {
            boolean answer = ask.criterion() instanceof Criterion.Answer yes && yes.yes();
            if (answer || ask.aspect() == Aspect.PURPOSE) {
                anything.add(ask);
                if (!(ask.criterion() instanceof Criterion.Answer one && noClaims.contains(one.fact()))) {
                    others.add(ask);
                }
            }
        }
        if (anything.isEmpty()) {
            return about(asks, LEFT_OUT);
        }
        if (!others.isEmpty()) {
            return List.copyOf(others);
        }
        List<Ask> particular = anything.stream()
                .filter(ask -> !(ask.criterion() instanceof Criterion.Answer one && WEIGHED.contains(one.fact())))
                .toList();
        return particular.isEmpty() ? List.copyOf(anything) : particular;
    }

    private static List<Ask> about(List<Ask> asks, Set<Aspect> aspects) {
        return asks.stream().filter(ask -> aspects.contains(ask.aspect())).toList();
    }
}
