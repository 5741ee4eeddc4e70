package org.werkgraaf.assess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the conditions of the norms of a release ask, and those of their exceptions: which ones ask a thing, and of which norm they are.
 * With it, what an answer that is otherwise may turn is found by sets of bits, whatever the number of norms.
 */
final class Asked {
    private static final BitSet NONE = new BitSet();

    private final Map<Aspect, List<Plan.Ask>> byAspect = new EnumMap<>(Aspect.class);
    /** By the number of what is asked. */
    private final List<BitSet> askedBy = new ArrayList<>();

    private final BitSet ofNorms = new BitSet();
    private int[] normOf = new int[64];
    private int conditions;

    /** @param plans the norms, each by its place in the list */
    Asked(List<Plan> plans) {
        for (int norm = 0; norm < plans.size(); norm++) {
            Plan plan = plans.get(norm);
            for (Plan.Step step : plan.steps()) {
                ofNorms.set(conditions);
                file(step, norm);
            }
            for (Plan exception : plan.exceptions()) {
                for (Plan.Step step : exception.steps()) {
                    file(step, norm);
                }
            }
        }
    }

    private void file(Plan.Step step, int norm) {
        if (conditions == normOf.length) {
            normOf = java.util.Arrays.copyOf(normOf, conditions * 2);
        }
        normOf[conditions] = norm;
        for (Plan.Ask ask : step.asks()) {
            while (askedBy.size() <= ask.number()) {
                askedBy.add(NONE);
            }
            BitSet asking = askedBy.get(ask.number());
            if (asking == NONE) {
                asking = new BitSet();
                askedBy.set(ask.number(), asking);
                byAspect.computeIfAbsent(ask.aspect(), key -> new ArrayList<>()).add(ask);
            }
            asking.set(conditions);
        }
        conditions++;
    }

    /** What is asked about something, each once. */
    List<Plan.Ask> about(Aspect aspect) {
        return byAspect.getOrDefault(aspect, List.of());
    }

    /** The conditions that ask it; not to be altered. */
    BitSet conditionsAsking(Plan.Ask ask) {
        return ask.number() >= 0 && ask.number() < askedBy.size() ? askedBy.get(ask.number()) : NONE;
    }

    /**
     * Whether one of the norms asks it.
     *
     * @param exceptions whether an exception of a norm may be what asks it; else only a condition of its own
     */
    boolean isAsked(Plan.Ask ask, BitSet norms, boolean exceptions) {
        BitSet asking = conditionsAsking(ask);
        for (int i = asking.nextSetBit(0); i >= 0; i = asking.nextSetBit(i + 1)) {
            if ((exceptions || ofNorms.get(i)) && norms.get(normOf[i])) {
                return true;
            }
        }
        return false;
    }

    /**
     * The norms that may stand otherwise than before: those with a condition of which a verdict differs, and which does not fail both
     * before and after.
     *
     * @param differs what may turn out otherwise
     * @param before the check of which the other differs
     * @param after the other
     */
    BitSet turned(Set<Aspect> differs, CriterionCheck before, CriterionCheck after) {
        BitSet turned = new BitSet();
        BitSet failedBefore = before.failing(differs, this);
        BitSet failsAfter = (BitSet) failedBefore.clone();
        for (Aspect aspect : differs) {
            for (Plan.Ask ask : about(aspect)) {
                Verdict then = after.verdict(ask);
                Verdict now = before.verdict(ask);
                if (!then.isLike(now)) {
                    turned.or(conditionsAsking(ask));
                }
                if (now.holds() == Truth.NO) {
                    failedBefore.or(conditionsAsking(ask));
                }
                if (then.holds() == Truth.NO) {
                    failsAfter.or(conditionsAsking(ask));
                }
            }
        }
        failedBefore.and(failsAfter);
        turned.andNot(failedBefore);
        BitSet norms = new BitSet();
        for (int i = turned.nextSetBit(0); i >= 0; i = turned.nextSetBit(i + 1)) {
            norms.set(normOf[i]);
        }
        return norms;
    }
}
