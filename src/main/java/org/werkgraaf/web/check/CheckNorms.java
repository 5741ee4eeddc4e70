package org.werkgraaf.web.check;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.assess.Material;
import org.werkgraaf.assess.Outcome;
import org.werkgraaf.assess.Reason;
import org.werkgraaf.assess.State;
import org.werkgraaf.assess.Truth;
import org.werkgraaf.vocabulary.ThingId;

/** Tells norms with how they stand and why; what does not apply, or turns on what nothing given touches, in short unless all is asked for. */
final class CheckNorms {
    private static final String RECALLED = "recalled";

    private final Material material;
    private final CheckWords words;
    private final boolean all;
    private final Set<ThingId> aside;
    private final Map<String, List<CheckAnswer.Reason>> riskClasses = new TreeMap<>();

    /** @param aside norms that turn only on what nothing given touches */
    CheckNorms(Material material, CheckWords words, boolean all, Set<ThingId> aside) {
        this.aside = aside;
        this.material = material;
        this.words = words;
        this.all = all;
    }

    /**
     * In the order of the parts; within one, what names the technique and is law of this very country first; else as they came. Of what comes, first
     * what will hold for certain, the nearest day first.
     */
    List<CheckAnswer.Norm> of(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new Placed(outcome, part(outcome), nearness(outcome.reasons())))
                .sorted(Comparator.comparing(Placed::part)
                        .thenComparing(Placed::open)
                        .thenComparing(Placed::day)
                        .thenComparingInt(placed -> -placed.nearness()))
                .map(this::told)
                .toList();
    }

    /** The criteria of the risk classes that were told of. */
    Map<String, List<CheckAnswer.Reason>> riskClasses() {
        return riskClasses;
    }

    private Part part(Outcome outcome) {
        return aside.contains(outcome.norm()) ? Part.ASIDE : Part.of(outcome, norm(outcome));
    }

    private record Placed(Outcome outcome, Part part, int nearness) {
        /** How many criteria of what comes are open. */
        long open() {
            return part != Part.COMING
                    ? 0
                    : outcome.reasons().stream()
                            .filter(reason -> reason.holds() == Truth.UNKNOWN)
                            .count();
        }

        /** From when what comes is law. */
        LocalDate day() {
            return part != Part.COMING ? LocalDate.MAX : outcome.from().orElse(LocalDate.MAX);
        }
    }

    private Material.Norm norm(Outcome outcome) {
        return Objects.requireNonNull(material.norms().get(outcome.norm()));
    }

    private CheckAnswer.Norm told(Placed placed) {
        Outcome outcome = placed.outcome();
        Material.Norm norm = norm(outcome);
        boolean fails = !all && outcome.state() == State.DOES_NOT_APPLY;
        boolean apart = !all && placed.part() == Part.ASIDE;
        List<CheckAnswer.Reason> reasons = apart ? List.of() : reasons(outcome);
        CheckWording.Norm wording = words.wording().norm(norm);
        return new CheckAnswer.Norm(
                outcome.norm().toString(),
                outcome.kind(),
                outcome.state().text(),
                placed.part().text(),
                wording.label(),
                fails ? null : wording.summary(),
                List.of(words.references().refer(outcome.laidDownIn())),
                fails && !outcome.bindsAnother() ? null : words.references().refer(norm.dutyHolders()),
                fails ? null : words.references().refer(norm.beneficiaries()),
                fails ? null : wording.when(),
                fails ? null : norm.phase().map(words.references()::refer).orElse(null),
                fails ? null : wording.timeLimit(),
                reasons,
                words.names(outcome.missing()),
                apart || isShort(outcome) && !isExcepted(outcome) ? null : exceptions(outcome),
                outcome.bindsAnother() ? Boolean.TRUE : null,
                isRecalled(outcome) ? Boolean.TRUE : null,
                Optional.ofNullable(material.bindingness().get(outcome.laidDownIn()))
                        .map(words.references()::refer)
                        .orElse(null),
                outcome.from().map(Object::toString).orElse(null),
                outcome.until().map(Object::toString).orElse(null),
                norm.carriesOut().isEmpty() ? null : words.references().refer(norm.carriesOut()));
    }

    private List<CheckAnswer.Reason> reasons(Outcome outcome) {
        List<Reason> told = outcome.reasons();
        if (!all && outcome.state() == State.DOES_NOT_APPLY) {
            told = told.stream().filter(reason -> reason.holds() == Truth.NO).toList();
        }
        told.forEach(this::keepRiskClass);
        return words.reasons(told);
    }

    /** Whether exceptions that nobody claimed are told only when all is asked for. */
    private boolean isShort(Outcome outcome) {
        return !all && (outcome.state() == State.DOES_NOT_APPLY || outcome.state() == State.DEPENDS);
    }

    private void keepRiskClass(Reason reason) {
        Optional<ThingId> named = CheckWords.riskClass(reason);
        if (named.isEmpty()) {
            return;
        }
        String id = words.references().refer(named.get());
        if (!riskClasses.containsKey(id)) {
            riskClasses.put(id, words.reasons(reason.inside()));
        }
    }

    /** Whether an exception took it away, or may because the asker called on it. */
    private static boolean isExcepted(Outcome outcome) {
        return outcome.exceptions().stream()
                .anyMatch(exception ->
                        exception.holds() == Truth.YES || exception.claimed() && exception.holds() == Truth.UNKNOWN);
    }

    private @Nullable List<CheckAnswer.Exception> exceptions(Outcome outcome) {
        if (outcome.exceptions().isEmpty()) {
            return null;
        }
        List<CheckAnswer.Exception> told = outcome.exceptions().stream()
                .filter(exception -> all
                        || exception.holds() == Truth.YES
                        || exception.holds() == Truth.UNKNOWN
                                && (exception.claimed() || outcome.state() == State.APPLIES))
                .sorted(Comparator.comparingInt(exception -> -nearness(exception.reasons())))
                .map(exception ->
                        words.exception(exception, all || exception.claimed() && outcome.state() == State.DEPENDS))
                .toList();
        return told.isEmpty() ? null : told;
    }

    /** Whether a criterion that decided rests on memory alone. */
    private boolean isRecalled(Outcome outcome) {
        for (Reason reason : outcome.reasons()) {
            if (isRecalled(reason)) {
                return true;
            }
            for (Reason inside : reason.inside()) {
                if (isRecalled(inside)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isRecalled(Reason reason) {
        return RECALLED.equals(words.wording().asked(reason.criterion()).verification());
    }

    private static int nearness(List<Reason> reasons) {
        int sum = 0;
        for (Reason reason : reasons) {
            if (reason.holds() == Truth.YES) {
                sum += switch (reason.criterion().aspect()) {
                    case TECHNIQUE, DATA -> Math.max(1, 5 - reason.path().size());
                    case TERRITORY -> reason.path().size() == 1 ? 2 : 0;
                    case PURPOSE, DECISION, RISK_CLASS, SECTOR -> 1;
                    default -> 0;
                };
            }
        }
        return sum;
    }
}
