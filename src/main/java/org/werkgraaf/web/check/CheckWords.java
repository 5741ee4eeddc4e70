package org.werkgraaf.web.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.assess.Criterion;
import org.werkgraaf.assess.Material;
import org.werkgraaf.assess.Missing;
import org.werkgraaf.assess.Outcome;
import org.werkgraaf.assess.Reason;
import org.werkgraaf.assess.SituationReader;
import org.werkgraaf.assess.Truth;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.text.PageText;

/** Names and sentences of a check for a reader of one language. */
final class CheckWords {
    private static final List<String> YES_NO = List.of("yes", "no");
    private static final List<String> WORST_FIRST = List.of("recalled", "inferred", "secondary", "primary");

    private final Atlas atlas;
    private final Material material;
    private final PageText text;

    CheckWords(Atlas atlas, Material material, PageText text) {
        this.atlas = atlas;
        this.material = material;
        this.text = text;
    }

    PageText text() {
        return text;
    }

    String name(ThingId id) {
        return text.name(atlas.find(id.toString()).map(Atlas.Thing::labels).orElse(Map.of()), id.toString());
    }

    CheckAnswer.Link link(ThingId id) {
        return new CheckAnswer.Link(id.toString(), name(id));
    }

    List<CheckAnswer.Link> links(Collection<ThingId> ids) {
        return ids.stream().map(this::link).toList();
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
                links(one.provisions()));
    }

    CheckAnswer.Item item(Material.Gap gap) {
        return new CheckAnswer.Item(
                gap.id().toString(),
                text.name(gap.labels(), gap.id().toString()),
                text.pick(gap.definitions(), ""),
                null,
                links(gap.leftOut()));
    }

    CheckAnswer.Reason reason(Reason reason) {
        Optional<Material.Place> place = reason.criterion().passages().stream()
                .flatMap(passage -> Optional.ofNullable(material.places().get(passage)).stream())
                .findFirst();
        return new CheckAnswer.Reason(
                reason.criterion().aspect().parameter(),
                asked(reason.criterion()),
                given(reason),
                holds(reason.holds()),
                because(reason),
                place.map(this::place).orElse(null),
                verification(reason.criterion()),
                reason.inside().stream().map(this::reason).toList());
    }

    CheckAnswer.Exception exception(Outcome.ExceptionOutcome exception) {
        return new CheckAnswer.Exception(
                exception.id().toString(),
                name(exception.id()),
                holds(exception.holds()),
                exception.claimed(),
                link(exception.laidDownIn()),
                exception.reasons().stream().map(this::reason).toList(),
                names(exception.missing()));
    }

    /** What is missing, by the parameter that would give it; a question of fact by its name. */
    List<String> names(Set<Missing> missing) {
        return missing.stream().map(CheckWords::parameter).distinct().toList();
    }

    CheckAnswer.Question question(Missing missing, int norms) {
        if (missing.fact().isEmpty()) {
            String parameter = missing.aspect().parameter();
            return new CheckAnswer.Question(parameter, text.message("check.ask." + parameter), List.of(), false, norms);
        }
        ThingId fact = missing.fact().get();
        Material.Question question = material.facts().get(fact);
        return new CheckAnswer.Question(
                parameter(missing),
                question == null ? name(fact) : text.pick(question.asks(), fact.slug()),
                YES_NO,
                question != null && question.open(),
                norms);
    }

    private static String parameter(Missing missing) {
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
        return values.stream().map(this::name).sorted().collect(Collectors.joining(text.message("check.or")));
    }

    private String given(Reason reason) {
        return reason.given().stream().map(this::name).sorted().collect(Collectors.joining(", "));
    }

    /** By which steps it holds; what is open, and that only a person can judge it. */
    private String because(Reason reason) {
        if (reason.holds() == Truth.UNKNOWN) {
            boolean judged = reason.criterion() instanceof Criterion.Answer answer
                    && Optional.ofNullable(material.facts().get(answer.fact()))
                            .map(Material.Question::open)
                            .orElse(false);
            return text.message(judged ? "check.judge" : "check.unknown");
        }
        if (reason.path().size() > 1) {
            return reason.path().stream().map(this::name).collect(Collectors.joining(" → "));
        }
        return "";
    }

    private CheckAnswer.Place place(Material.Place place) {
        return new CheckAnswer.Place(
                place.passage().toString(),
                place.source().toString(),
                text.name(place.sourceLabels(), place.source().toString()),
                text.pick(place.sections(), ""),
                place.webPage().orElse(null));
    }

    /** The weakest of its passages. */
    private @Nullable String verification(Criterion criterion) {
        List<String> found = criterion.passages().stream()
                .flatMap(passage -> Optional.ofNullable(material.places().get(passage)).stream())
                .flatMap(place -> place.verification().stream())
                .toList();
        return WORST_FIRST.stream().filter(found::contains).findFirst().orElse(null);
    }
}
