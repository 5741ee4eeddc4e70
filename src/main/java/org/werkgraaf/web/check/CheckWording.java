package org.werkgraaf.web.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.assess.Criterion;
import org.werkgraaf.assess.Material;
import org.werkgraaf.assess.Missing;
import org.werkgraaf.assess.Rules;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.text.PageText;

/** What a check says of norms, criteria and places in one language, whatever is asked: worked out once for a release. */
final class CheckWording {
    private static final String PROVISION = "provision";
    private static final String DASH = " – ";
    private static final List<String> WORST_FIRST = List.of("recalled", "inferred", "secondary", "primary");

    private final Atlas atlas;
    private final Material material;
    private final PageText text;
    private final Map<ThingId, String> names = new ConcurrentHashMap<>();
    private final Map<ThingId, String> shortNames = new ConcurrentHashMap<>();
    private final Map<ThingId, Norm> norms = new ConcurrentHashMap<>();
    private final Map<ThingId, Located> places = new ConcurrentHashMap<>();
    private final Map<String, String> messages = new ConcurrentHashMap<>();
    private final Map<String, List<ThingId>> classes = new ConcurrentHashMap<>();
    /** By identity, as a release has each criterion once and to compare them is dear; filled once. */
    private final Map<Criterion, Asked> criteria = new IdentityHashMap<>();

    private final Map<Missing, String> parameters = new ConcurrentHashMap<>();
    /** How many criteria ask for a value. */
    private final Map<ThingId, Integer> asking = new HashMap<>();

    /**
     * A norm.
     *
     * @param when in which phase, and by when; absent when neither is known
     * @param timeLimit by when; absent when that is not known
     */
    record Norm(
            String label,
            String summary,
            @Nullable String when,
            @Nullable String timeLimit) {}

    /**
     * What a criterion asks, wherever it is told.
     *
     * @param words the same in words
     * @param place where a source says so; absent when no place is known
     * @param verification how far the weakest of its places was checked; absent when that is not known
     */
    record Asked(
            String words, @Nullable Located place, @Nullable String verification) {}

    /**
     * A place in a source.
     *
     * @param passage its id
     * @param place without the address where it can be read by itself
     * @param whole with that address
     */
    record Located(String passage, CheckAnswer.Place place, CheckAnswer.Place whole, CheckAnswer.Source source) {}

    /** @param rules the norms whose criteria are told */
    CheckWording(Atlas atlas, Rules rules, Material material, PageText text) {
        this.atlas = atlas;
        this.material = material;
        this.text = text;
        rules.criteria().forEach(one -> {
            criteria.put(one, new Asked(words(one), place(one.passages()).orElse(null), verification(one)));
            if (one instanceof Criterion.OneOf either) {
                either.values().forEach(value -> asking.merge(value, 1, Integer::sum));
            }
        });
    }

    PageText text() {
        return text;
    }

    Material material() {
        return material;
    }

    /** All things of the class with that segment; what most rules ask for comes first. */
    List<ThingId> mostAsked(String segment) {
        return classes.computeIfAbsent(
                segment,
                key -> atlas.below(segment).stream()
                        .map(thing -> new ThingId(segment, thing.id().substring(segment.length() + 1)))
                        .sorted(Comparator.comparingInt((ThingId value) -> -asking.getOrDefault(value, 0))
                                .thenComparing(this::name))
                        .toList());
    }

    /** The name of a thing. */
    String name(ThingId id) {
        String known = names.get(id);
        if (known != null) {
            return known;
        }
        return names.computeIfAbsent(
                id,
                key -> text.marked(
                        atlas.find(id.toString()).map(Atlas.Thing::labels).orElse(Map.of()), id.toString()));
    }

    /** Of a provision, what stands before the dash, as lawyers cite it; of other things the name. */
    String shortName(ThingId id) {
        String known = shortNames.get(id);
        if (known != null) {
            return known;
        }
        return shortNames.computeIfAbsent(
                id, key -> id.segment().equals(PROVISION) ? name(id).split(DASH)[0] : name(id));
    }

    /** A message without values. */
    String message(String key) {
        return messages.computeIfAbsent(key, text::message);
    }

    Norm norm(Material.Norm norm) {
        return norms.computeIfAbsent(norm.id(), id -> worded(norm));
    }

    private Norm worded(Material.Norm norm) {
        String limit = text.pick(norm.timeLimits(), "");
        String when = Stream.of(norm.phase().map(this::name).orElse(""), limit)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
        return new Norm(
                text.name(norm.labels(), norm.id().toString()),
                text.pick(norm.definitions(), ""),
                when.isEmpty() ? null : when,
                limit.isEmpty() ? null : limit);
    }

    /** The parameter that would give what is missing; of a question of fact with its name. */
    String parameter(Missing missing) {
        String known = parameters.get(missing);
        return known != null ? known : parameters.computeIfAbsent(missing, CheckWords::parameter);
    }

    /** The question of fact in words. */
    String asks(ThingId fact) {
        Material.Question question = material.facts().get(fact);
        return question == null ? name(fact) : text.pick(question.asks(), fact.slug());
    }

    /** What there is to judge of an open standard; absent where the release does not say. */
    @Nullable String meaning(ThingId fact) {
        Material.Question question = material.facts().get(fact);
        return question == null || question.definitions().isEmpty() ? null : text.pick(question.definitions(), "");
    }

    /** A place that the release knows. */
    Located located(ThingId passage) {
        return place(List.of(passage)).orElseThrow();
    }

    Asked asked(Criterion criterion) {
        return Objects.requireNonNull(criteria.get(criterion));
    }

    /** The first place of which something is known. */
    private Optional<Located> place(List<ThingId> candidates) {
        return candidates.stream()
                .flatMap(passage -> Optional.ofNullable(material.places().get(passage)).stream())
                .findFirst()
                .map(place -> places.computeIfAbsent(place.passage(), key -> located(place)));
    }

    private Located located(Material.Place place) {
        String source = place.source().toString();
        String section = place.sections().isEmpty() ? null : text.pick(place.sections(), "");
        String verification = place.verification().orElse(null);
        return new Located(
                place.passage().toString(),
                new CheckAnswer.Place(source, section, null, verification),
                new CheckAnswer.Place(source, section, place.webPage().orElse(null), verification),
                new CheckAnswer.Source(
                        text.name(place.sourceLabels(), source),
                        place.sourcePage().orElse(null)));
    }

    private @Nullable String verification(Criterion criterion) {
        List<String> found = criterion.passages().stream()
                .flatMap(passage -> Optional.ofNullable(material.places().get(passage)).stream())
                .flatMap(place -> place.verification().stream())
                .toList();
        return WORST_FIRST.stream().filter(found::contains).findFirst().orElse(null);
    }

    private String words(Criterion criterion) {
        if (criterion instanceof Criterion.OneOf one) {
            return either(one.values());
        }
        if (criterion instanceof Criterion.NoneOf none) {
            return text.message("check.not", either(none.values()));
        }
        if (criterion instanceof Criterion.Persons persons) {
            String number = number(persons);
            return persons.counts().map(who -> number + " (" + name(who) + ")").orElse(number);
        }
        if (criterion instanceof Criterion.InUse use) {
            return use.since()
                    .map(day -> text.message("check.since", text.day(day.toString())))
                    .orElseGet(() -> text.message(
                            "check.before", text.day(use.before().orElseThrow().toString())));
        }
        if (criterion instanceof Criterion.Answer answer) {
            return answer.yes() ? name(answer.fact()) : text.message("check.answered.no", name(answer.fact()));
        }
        return text.message("check.transposed", name(((Criterion.Transposed) criterion).directive()));
    }

    private String number(Criterion.Persons persons) {
        if (persons.least().isEmpty()) {
            return text.message("check.below", String.valueOf(persons.below().orElseThrow()));
        }
        String least = String.valueOf(persons.least().getAsInt());
        return persons.below().isPresent()
                ? text.message(
                        "check.between", least, String.valueOf(persons.below().getAsInt() - 1))
                : text.message("check.atLeast", least);
    }

    private String either(Collection<ThingId> values) {
        return values.stream()
                .map(this::name)
                .sorted()
                .collect(Collectors.joining(" " + message("check.or").strip() + " "));
    }
}
