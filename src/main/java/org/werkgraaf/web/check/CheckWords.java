package org.werkgraaf.web.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.assess.Criterion;
import org.werkgraaf.assess.Material;
import org.werkgraaf.assess.Missing;
import org.werkgraaf.assess.Outcome;
import org.werkgraaf.assess.Reason;
import org.werkgraaf.assess.Situation;
import org.werkgraaf.assess.SituationReader;
import org.werkgraaf.assess.Truth;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.text.PageText;

/** Sentences of a check for a reader of one language. */
final class CheckWords {
    private static final int FEW = 16;
    /** How much of what weighs an open standard an answer tells; the rest stands with the standard. */
    private static final int WEIGHED_MAX = 4;
    /** Whose rulings and law count in each of the countries. */
    private static final Set<ThingId> HOLDING_WIDELY =
            Set.of(new ThingId("jurisdiction", "eu"), new ThingId("jurisdiction", "coe"));
    /** Parameters of their own that questions of fact have. */
    private static final Map<ThingId, String> SHORT_NAMES = SituationReader.SHORT_FACTS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final List<String> YES_NO = List.of("yes", "no");

    private final References references;
    private final CheckWording wording;
    private final PageText text;
    private final Situation situation;

    CheckWords(References references, CheckWording wording, Situation situation) {
        this.situation = situation;
        this.references = references;
        this.wording = wording;
        this.text = wording.text();
    }

    CheckWording wording() {
        return wording;
    }

    PageText text() {
        return text;
    }

    References references() {
        return references;
    }

    private String name(ThingId id) {
        return references.name(id);
    }

    CheckAnswer.Coverage coverage(Material.Coverage coverage) {
        return new CheckAnswer.Coverage(
                references.refer(coverage.country()),
                coverage.topic().toString(),
                name(coverage.topic()),
                coverage.level().slug(),
                name(coverage.level()),
                coverage.from().map(Object::toString).orElse(null),
                coverage.checkedOn().toString());
    }

    CheckAnswer.Item item(Material.DecidedCase one) {
        return new CheckAnswer.Item(
                one.id().toString(),
                text.name(one.labels(), one.id().toString()),
                text.pick(one.definitions(), ""),
                one.decidedOn().map(Object::toString).orElse(null),
                references.refer(one.provisions()));
    }

    CheckAnswer.Item item(Material.Gap gap) {
        return new CheckAnswer.Item(
                gap.id().toString(),
                text.name(gap.labels(), gap.id().toString()),
                text.pick(gap.definitions(), ""),
                null,
                references.refer(gap.leftOut()));
    }

    List<CheckAnswer.Reason> reasons(List<Reason> reasons) {
        List<CheckAnswer.Reason> told = new ArrayList<>(reasons.size());
        for (Reason reason : reasons) {
            told.add(reason(reason));
        }
        return told;
    }

    private CheckAnswer.Reason reason(Reason reason) {
        CheckWording.Asked asked = wording.asked(reason.criterion());
        return new CheckAnswer.Reason(
                reason.criterion().aspect().parameter(),
                asked.words(),
                given(reason),
                holds(reason.holds()),
                because(reason),
                references.place(asked.place()),
                asked.verification(),
                riskClass(reason).map(ThingId::toString).orElse(null));
    }

    /** The class whose own criteria stand apart. */
    static Optional<ThingId> riskClass(Reason reason) {
        return reason.inside().isEmpty() || !(reason.criterion() instanceof Criterion.OneOf one)
                ? Optional.empty()
                : one.values().stream().min(java.util.Comparator.comparing(ThingId::toString));
    }

    /** @param all whether its criteria are told though nothing that was given calls on it */
    CheckAnswer.Exception exception(Outcome.ExceptionOutcome exception, boolean all) {
        references.refer(exception.id());
        boolean told = all || exception.isCalledOn() || exception.holds() == Truth.YES;
        return new CheckAnswer.Exception(
                exception.id().toString(),
                holds(exception.holds()),
                exception.claimed(),
                references.refer(exception.laidDownIn()),
                told ? reasons(exception.reasons()) : null,
                names(exception.missing()));
    }

    /** What is missing, by the parameter that would give it; a question of fact by its name. */
    List<String> names(Collection<Missing> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        for (Missing each : missing) {
            each.fact().ifPresent(references::refer);
            names.add(wording.parameter(each));
        }
        return List.copyOf(names);
    }

    CheckAnswer.Question question(Missing missing, int norms) {
        if (missing.fact().isEmpty()) {
            String parameter = missing.aspect().parameter();
            return new CheckAnswer.Question(
                    parameter, wording.message("check.ask." + parameter), few(parameter), null, null, null, norms);
        }
        ThingId fact = missing.fact().get();
        return isOpen(fact)
                ? new CheckAnswer.Question(
                        parameter(missing), asks(fact), YES_NO, true, wording.meaning(fact), weighed(fact), norms)
                : new CheckAnswer.Question(parameter(missing), asks(fact), YES_NO, null, null, null, norms);
    }

    /** What weighs an open standard: first what is of the country that was given, then what holds there, then the rest. */
    private @Nullable List<CheckAnswer.Weighed> weighed(ThingId fact) {
        List<Material.Weighed> all =
                Objects.requireNonNull(wording.material().facts().get(fact)).weighed();
        if (all.isEmpty()) {
            return null;
        }
        Set<ThingId> country = situation.jurisdiction().map(Set::of).orElse(Set.of());
        return all.stream()
                .sorted(Comparator.comparing(
                                (Material.Weighed one) -> Collections.disjoint(one.jurisdictions(), country))
                        .thenComparing(one -> Collections.disjoint(one.jurisdictions(), HOLDING_WIDELY)))
                .limit(WEIGHED_MAX)
                .map(one -> new CheckAnswer.Weighed(
                        references.refer(one.by()),
                        Objects.requireNonNull(references.place(wording.located(one.passage())))))
                .toList();
    }

    /** What may be answered, when that is not too much to choose from; absent otherwise. */
    private @Nullable List<String> few(String parameter) {
        List<ThingId> all =
                SituationReader.segment(parameter).map(wording::mostAsked).orElse(List.of());
        if (all.isEmpty() || all.size() > FEW) {
            return null;
        }
        references.refer(all);
        return all.stream().map(ThingId::slug).toList();
    }

    /** The question of fact in words. */
    String asks(ThingId fact) {
        return wording.asks(fact);
    }

    private boolean isOpen(ThingId fact) {
        return Optional.ofNullable(wording.material().facts().get(fact))
                .map(Material.Question::open)
                .orElse(false);
    }

    static String parameter(Missing missing) {
        return missing.fact()
                .map(fact -> SHORT_NAMES.getOrDefault(fact, "fact=" + fact.slug()))
                .orElse(missing.aspect().parameter());
    }

    private static @Nullable Boolean holds(Truth truth) {
        return truth == Truth.UNKNOWN ? null : truth == Truth.YES;
    }

    /** What was given of it in words; empty when nothing was. */
    private String given(Reason reason) {
        return switch (reason.criterion().aspect()) {
            case PERSONS ->
                situation.persons().isPresent()
                        ? String.valueOf(situation.persons().getAsInt())
                        : "";
            case IN_USE_SINCE ->
                situation.inUseSince().map(day -> text.day(day.toString())).orElse("");
            case FACT -> answer((Criterion.Answer) reason.criterion(), reason.holds());
            default -> names(reason.given());
        };
    }

    private String names(Set<ThingId> ids) {
        return ids.size() == 1
                ? name(ids.iterator().next())
                : ids.stream().map(this::name).sorted().collect(Collectors.joining(", "));
    }

    private String answer(Criterion.Answer answer, Truth holds) {
        return holds == Truth.UNKNOWN
                ? ""
                : wording.message((holds == Truth.YES) == answer.yes() ? "check.yes" : "check.no");
    }

    /** By which steps it holds; what is open, and that only a person can judge it. */
    private String because(Reason reason) {
        if (reason.criterion() instanceof Criterion.Transposed transposed) {
            return reason.path().stream()
                    .findFirst()
                    .map(law -> text.message("check.transposed.by", name(law)))
                    .orElseGet(() -> text.message("check.transposed.unknown", name(transposed.directive())));
        }
        if (reason.holds() == Truth.UNKNOWN) {
            boolean judged = reason.criterion() instanceof Criterion.Answer answer && isOpen(answer.fact());
            return judged ? wording.message("check.judge") : "";
        }
        if (reason.path().size() > 1) {
            return reason.path().stream().map(this::name).collect(Collectors.joining(" → "));
        }
        return "";
    }
}
