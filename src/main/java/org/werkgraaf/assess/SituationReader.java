package org.werkgraaf.assess;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Reads a situation from plain parameters, as they stand in an address or in a scenario. What is not given stays unknown, except
 * who asks: an employer, unless a role is given.
 */
public final class SituationReader {
    /** Where the answers to two questions that are asked often have a parameter of their own. */
    public static final Map<String, ThingId> SHORT_FACTS = Map.of(
            "worksCouncil", new ThingId("fact", "works-council-exists"),
            "ai", new ThingId("fact", "ai-system"));

    private static final String WORKER = "worker";
    private static final ThingId PLATFORM_WORKER = new ThingId("worker-status", "platform-worker");

    /** Roles by the words of the parameter. */
    public static final Map<String, ThingId> ROLES = Map.of(
            "employer",
            Situation.EMPLOYER,
            WORKER,
            Situation.EMPLOYER,
            "provider",
            new ThingId("role", "ai-provider"),
            "platform",
            Situation.PLATFORM,
            "agency",
            new ThingId("role", "employment-agency"));

    /** What says something of the case; one of them must be given. */
    public static final List<String> SUBJECTS = List.of("technique", "data", "purpose", "decision");

    private static final Map<String, Aspect> IDS = Map.of(
            "jurisdiction", Aspect.TERRITORY,
            "status", Aspect.STATUS,
            "technique", Aspect.TECHNIQUE,
            "data", Aspect.DATA,
            "purpose", Aspect.PURPOSE,
            "decision", Aspect.DECISION,
            "sector", Aspect.SECTOR);
    private static final Map<Aspect, String> SEGMENTS = Map.of(
            Aspect.TERRITORY, "jurisdiction",
            Aspect.STATUS, "worker-status",
            Aspect.TECHNIQUE, "technique",
            Aspect.DATA, "data-category",
            Aspect.PURPOSE, "purpose",
            Aspect.DECISION, "decision-kind",
            Aspect.SECTOR, "sector");
    private static final Set<Aspect> SINGLE = Set.of(Aspect.TERRITORY, Aspect.STATUS);
    private static final String FACT = "fact";
    private static final String IN_USE_SINCE = "inUseSince";
    private static final String PRODUCT = "product";
    private static final int PERSONS_MAX = 10_000_000;

    private final Things things;
    private final int valuesMax;
    private final int factsMax;

    /** Finds things of the release. */
    public interface Things {
        /** Whether there is such a thing. */
        boolean exists(ThingId id);

        /** The one thing of the class with that segment that the words mean; empty when none or several fit. */
        Optional<ThingId> meant(String segment, String words);

        /** The techniques of a product; empty when there is no such product. */
        Set<ThingId> techniquesOf(ThingId product);
    }

    /**
     * @param things the things of the release
     * @param valuesMax how many values one parameter may have
     * @param factsMax how many questions of fact may be answered at once
     */
    public SituationReader(Things things, int valuesMax, int factsMax) {
        this.things = things;
        this.valuesMax = valuesMax;
        this.factsMax = factsMax;
    }

    /** The names of all parameters. */
    public static Set<String> parameters() {
        Set<String> names = new TreeSet<>(IDS.keySet());
        names.addAll(SHORT_FACTS.keySet());
        names.addAll(Set.of("role", "persons", "inUseSince", "on", "fact"));
        return names;
    }

    /** The class of the ids that a parameter takes; empty when it takes something else. */
    public static Optional<String> segment(String parameter) {
        return Optional.ofNullable(IDS.get(parameter)).map(SEGMENTS::get);
    }

    /**
     * The situation.
     *
     * @param given values by parameter; empty values count as not given, other names are not looked at
     * @param today the day when no other is given
     * @throws SituationException when a value cannot be read, or nothing says what is asked about
     */
    public Situation read(Map<String, List<String>> given, LocalDate today) {
        Situation.Builder builder = Situation.on(day(given, "on").orElse(today));
        IDS.forEach((parameter, aspect) -> values(given, parameter, !SINGLE.contains(aspect))
                .forEach(value -> addId(builder, parameter, aspect, value)));
        one(given, "role").ifPresent(value -> builder.with(Aspect.ROLE, role(value, builder)));
        one(given, "persons").ifPresent(value -> builder.persons(persons(value)));
        day(given, IN_USE_SINCE).ifPresent(since -> {
            refuseUsedLater(since, day(given, "on").orElse(today), today);
            builder.inUseSince(since);
        });
        SHORT_FACTS.forEach((parameter, fact) ->
                one(given, parameter).ifPresent(value -> builder.fact(fact, yes(parameter, value, value))));
        Map<ThingId, String> told = new LinkedHashMap<>();
        SHORT_FACTS.forEach(
                (parameter, fact) -> one(given, parameter).ifPresent(value -> told.put(fact, parameter + "=" + value)));
        values(given, FACT, true).forEach(value -> addFact(builder, value, told));
        if (SUBJECTS.stream()
                .allMatch(parameter -> values(given, parameter, true).isEmpty())) {
            throw new SituationException(
                    SituationException.Kind.NOTHING_ASKED, String.join(", ", SUBJECTS), "", SUBJECTS);
        }
        return builder.build();
    }

    private void addId(Situation.Builder builder, String parameter, Aspect aspect, String value) {
        String segment = Objects.requireNonNull(SEGMENTS.get(aspect));
        ThingId thing = meant(parameter, value).orElseThrow(() -> unknown(parameter, value, segment));
        if (thing.segment().equals(segment)) {
            builder.with(aspect, thing);
        } else {
            things.techniquesOf(thing).forEach(technique -> builder.with(aspect, technique));
        }
    }

    /**
     * The thing that a value means; for a technique also a product of which techniques are known.
     *
     * @param parameter name of the parameter
     * @param value the whole id, what follows the slash, or a name
     * @return empty when nothing or more than one thing fits, or when the parameter takes no things
     */
    public Optional<ThingId> meant(String parameter, String value) {
        return segment(parameter)
                .flatMap(segment -> find(segment, value)
                        .or(() -> segment.equals(SEGMENTS.get(Aspect.TECHNIQUE))
                                ? find(PRODUCT, value)
                                        .filter(product ->
                                                !things.techniquesOf(product).isEmpty())
                                : Optional.empty()));
    }

    /** By the whole id, by what follows the slash, or by a name. */
    private Optional<ThingId> find(String segment, String value) {
        Optional<ThingId> whole = ThingId.parse(value);
        if (whole.isPresent()) {
            return whole.filter(id -> id.segment().equals(segment)).filter(things::exists);
        }
        return ThingId.parse(segment + "/" + value.toLowerCase(Locale.ROOT))
                .filter(things::exists)
                .or(() -> things.meant(segment, value));
    }

    /** What came into use after the day that is asked about was not in use on it; only what is yet to come may be planned on that day. */
    private static void refuseUsedLater(LocalDate since, LocalDate on, LocalDate today) {
        if (since.isAfter(on) && !since.isAfter(today)) {
            throw new SituationException(
                    SituationException.Kind.CONTRADICTED, IN_USE_SINCE, since.toString(), List.of("on=" + on));
        }
    }

    /** @param told the questions that were answered before, with how */
    private void addFact(Situation.Builder builder, String value, Map<ThingId, String> told) {
        int colon = value.lastIndexOf(':');
        if (colon < 1) {
            throw new SituationException(
                    SituationException.Kind.MALFORMED, "fact", value, List.of("<question>:yes", "<question>:no"));
        }
        String name = value.substring(0, colon);
        ThingId fact = ThingId.parse(name)
                .filter(id -> id.segment().equals("fact"))
                .or(() -> ThingId.parse("fact/" + name))
                .filter(things::exists)
                .orElseThrow(() -> unknown("fact", value, "fact"));
        String answer = value.substring(colon + 1);
        builder.fact(fact, yes(FACT, value, answer));
        String before = told.putIfAbsent(fact, FACT + "=" + fact.slug() + ":" + answer);
        if (before != null && !before.endsWith((before.startsWith(FACT) ? ":" : "=") + answer)) {
            throw new SituationException(
                    SituationException.Kind.CONTRADICTED, FACT, fact.slug() + ":" + answer, List.of(before));
        }
    }

    /** Who works for a platform, and asks as a worker, looks at the platform. */
    private static ThingId role(String value, Situation.Builder worker) {
        ThingId known = value.equals(WORKER) && worker.build().status().equals(Optional.of(PLATFORM_WORKER))
                ? Situation.PLATFORM
                : ROLES.get(value);
        if (known != null) {
            return known;
        }
        return ThingId.parse(value)
                .filter(ROLES.values()::contains)
                .orElseThrow(() -> new SituationException(
                        SituationException.Kind.UNKNOWN,
                        "role",
                        value,
                        ROLES.keySet().stream().sorted().toList()));
    }

    private static int persons(String value) {
        if (value.matches("[0-9]{1,8}") && Integer.parseInt(value) <= PERSONS_MAX) {
            return Integer.parseInt(value);
        }
        throw new SituationException(
                SituationException.Kind.MALFORMED, "persons", value, List.of("0", String.valueOf(PERSONS_MAX)));
    }

    private static boolean yes(String parameter, String whole, String value) {
        if (value.equals("yes") || value.equals("no")) {
            return value.equals("yes");
        }
        throw new SituationException(SituationException.Kind.MALFORMED, parameter, whole, List.of("yes", "no"));
    }

    private Optional<LocalDate> day(Map<String, List<String>> given, String parameter) {
        return one(given, parameter).map(value -> {
            try {
                if (value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                    return LocalDate.parse(value);
                }
            } catch (DateTimeException e) {
                // Said below: 2026-02-30 has the form of a day and is none.
            }
            throw new SituationException(SituationException.Kind.MALFORMED, parameter, value, List.of("2026-12-02"));
        });
    }

    private Optional<String> one(Map<String, List<String>> given, String parameter) {
        return values(given, parameter, false).stream().findFirst();
    }

    private List<String> values(Map<String, List<String>> given, String parameter, boolean several) {
        List<String> values = given.getOrDefault(parameter, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        int most = several ? parameter.equals(FACT) ? factsMax : valuesMax : 1;
        if (values.size() > most) {
            throw new SituationException(
                    SituationException.Kind.TOO_MANY, parameter, values.get(most), List.of(String.valueOf(most)));
        }
        return values;
    }

    private static SituationException unknown(String parameter, String value, String segment) {
        return new SituationException(SituationException.Kind.UNKNOWN, parameter, value, List.of(segment + "/"));
    }
}
