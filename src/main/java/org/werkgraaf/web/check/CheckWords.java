package org.werkgraaf.web.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final List<String> YES_NO = List.of("yes", "no");
    private static final List<String> WORST_FIRST = List.of("recalled", "inferred", "secondary", "primary");

    private final References references;
    private final Material material;
    private final PageText text;
    private final Situation situation;

    CheckWords(References references, Material material, PageText text, Situation situation) {
        this.situation = situation;
        this.references = references;
        this.material = material;
        this.text = text;
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

    /** In which phase and by when; empty when neither is known. */
    String when(Material.Norm norm) {
        return Stream.of(norm.phase().map(this::name), Optional.of(text.pick(norm.timeLimits(), "")))
                .flatMap(Optional::stream)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }

    CheckAnswer.Topic topic(Material.Coverage coverage) {
        return new CheckAnswer.Topic(
                coverage.topic().toString(),
                name(coverage.topic()),
                coverage.level().slug(),
                name(coverage.level()),
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
        return reasons.stream().map(this::reason).toList();
    }

    private CheckAnswer.Reason reason(Reason reason) {
        return new CheckAnswer.Reason(
                reason.criterion().aspect().parameter(),
                asked(reason.criterion()),
                given(reason),
                holds(reason.holds()),
                because(reason),
                references.place(reason.criterion().passages()).orElse(null),
                verification(reason.criterion()),
                riskClass(reason).map(ThingId::toString).orElse(null));
    }

    /** The class whose own criteria stand apart. */
    static Optional<ThingId> riskClass(Reason reason) {
        return reason.inside().isEmpty() || !(reason.criterion() instanceof Criterion.OneOf one)
                ? Optional.empty()
                : one.values().stream().min(java.util.Comparator.comparing(ThingId::toString));
    }

    /** @param all whether its criteria are told though nobody claimed it */
    CheckAnswer.Exception exception(Outcome.ExceptionOutcome exception, boolean all) {
        references.refer(exception.id());
        boolean told = all || exception.claimed() || exception.holds() == Truth.YES;
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
        missing.stream().flatMap(each -> each.fact().stream()).forEach(references::refer);
        return missing.stream().map(CheckWords::parameter).distinct().toList();
    }

    CheckAnswer.Question question(Missing missing, int norms) {
        if (missing.fact().isEmpty()) {
            String parameter = missing.aspect().parameter();
            return new CheckAnswer.Question(
                    parameter, text.message("check.ask." + parameter), few(parameter), null, norms);
        }
        ThingId fact = missing.fact().get();
        return new CheckAnswer.Question(
                parameter(missing), asks(fact), YES_NO, isOpen(fact) ? Boolean.TRUE : null, norms);
    }

    /** What may be answered, when that is not too much to choose from; absent otherwise. */
    private @Nullable List<String> few(String parameter) {
        List<ThingId> all =
                SituationReader.segment(parameter).map(references::ofClass).orElse(List.of());
        if (all.isEmpty() || all.size() > FEW) {
            return null;
        }
        references.refer(all);
        return all.stream().map(ThingId::slug).toList();
    }

    /** The question of fact in words. */
    String asks(ThingId fact) {
        Material.Question question = material.facts().get(fact);
        return question == null ? name(fact) : text.pick(question.asks(), fact.slug());
    }

    private boolean isOpen(ThingId fact) {
        return Optional.ofNullable(material.facts().get(fact))
                .map(Material.Question::open)
                .orElse(false);
    }

    static String parameter(Missing missing) {
        return missing.fact()
                .map(fact -> SituationReader.SHORT_FACTS.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(fact))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("fact=" + fact.slug()))
                .orElse(missing.aspect().parameter());
    }

    private static @Nullable Boolean holds(Truth truth) {
        return truth == Truth.UNKNOWN ? null : truth == Truth.YES;
    }

    private String asked(Criterion criterion) {
        if (criterion instanceof Criterion.OneOf one) {
            return either(one.values());
        }
        if (criterion instanceof Criterion.NoneOf none) {
            return text.message("check.not", either(none.values()));
        }
        if (criterion instanceof Criterion.Persons persons) {
            String number = persons.least().isPresent()
                    ? text.message(
                            "check.atLeast", String.valueOf(persons.least().getAsInt()))
                    : text.message("check.below", String.valueOf(persons.below().orElseThrow()));
            return persons.counts().map(who -> number + " (" + name(who) + ")").orElse(number);
        }
        if (criterion instanceof Criterion.InUse use) {
            return use.since()
                    .map(day -> text.message("check.since", text.day(day.toString())))
                    .orElseGet(() -> text.message(
                            "check.before", text.day(use.before().orElseThrow().toString())));
        }
        if (criterion instanceof Criterion.Answer answer) {
            return answer.yes() ? name(answer.fact()) : text.message("check.not", name(answer.fact()));
        }
        return text.message("check.transposed", name(((Criterion.Transposed) criterion).directive()));
    }

    private String either(Collection<ThingId> values) {
        return values.stream()
                .map(this::name)
                .sorted()
                .collect(Collectors.joining(" " + text.message("check.or").strip() + " "));
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
            default -> reason.given().stream().map(this::name).sorted().collect(Collectors.joining(", "));
        };
    }

    private String answer(Criterion.Answer answer, Truth holds) {
        return holds == Truth.UNKNOWN
                ? ""
                : text.message((holds == Truth.YES) == answer.yes() ? "check.yes" : "check.no");
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
            return judged ? text.message("check.judge") : "";
        }
        if (reason.path().size() > 1) {
            return reason.path().stream().map(this::name).collect(Collectors.joining(" → "));
        }
        return "";
    }

    /** How far the weakest of its passages was checked; absent when that is not known. */
    @Nullable String verification(Reason reason) {
        return verification(reason.criterion());
    }

    private @Nullable String verification(Criterion criterion) {
        List<String> found = criterion.passages().stream()
                .flatMap(passage -> Optional.ofNullable(material.places().get(passage)).stream())
                .flatMap(place -> place.verification().stream())
                .toList();
        return WORST_FIRST.stream().filter(found::contains).findFirst().orElse(null);
    }
}
