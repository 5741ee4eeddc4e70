package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.assess.Alternative.Effect;
import org.werkgraaf.assess.Alternative.Kind;
import org.werkgraaf.meaning.Period;
import org.werkgraaf.vocabulary.ThingId;

/** Finds what would change an answer: it alters one thing at a time and looks at the norms that turn on it. */
final class Alternatives {
    /** What the case is, and when, is asked before who somebody else would be. */
    private static final List<Aspect> ASKED =
            List.of(Aspect.FACT, Aspect.PERSONS, Aspect.DAY, Aspect.IN_USE_SINCE, Aspect.STATUS, Aspect.ROLE);

    private final Rules rules;
    private final Assessment answer;
    private final Situation situation;
    private final Map<ThingId, State> before;
    /** The norms in the answer, and those whose nearest condition fails by too much to be shown. */
    private final BitSet candidates;

    private final RuleCheck check;

    Alternatives(Rules rules, Assessment answer) {
        this.rules = rules;
        this.check = answer.basis().check();
        this.answer = answer;
        this.situation = answer.situation();
        this.candidates = answer.basis().candidates();
        this.before = answer.outcomes().stream()
                .collect(Collectors.toMap(Outcome::norm, Outcome::state, (one, other) -> one));
    }

    /** All that matters, in the order in which who asks would; days and numbers in theirs, of the rest what changes most norms first. */
    List<Alternative> find(boolean open) {
        return Stream.of(
                        persons(),
                        days(),
                        inUse(),
                        roles(),
                        statuses(),
                        answers(),
                        open ? open() : List.<Alternative>of())
                .flatMap(List::stream)
                .filter(change -> !change.effects().isEmpty())
                .sorted(Comparator.comparingInt((Alternative change) ->
                                ASKED.indexOf(change.what().aspect()))
                        .thenComparingInt(change ->
                                change.kind() == Kind.IS ? -change.effects().size() : 0))
                .toList();
    }

    private List<Alternative> persons() {
        NavigableSet<Integer> thresholds = new TreeSet<>();
        criteria(Aspect.PERSONS, Criterion.Persons.class, false).forEach(criterion -> {
            criterion.least().ifPresent(thresholds::add);
            criterion.below().ifPresent(thresholds::add);
        });
        if (thresholds.isEmpty()) {
            return List.of();
        }
        if (situation.persons().isEmpty()) {
            return personsOrMore(List.copyOf(thresholds));
        }
        int here = situation.persons().getAsInt();
        return Stream.concat(
                        further(
                                thresholds.headSet(here, true).descendingSet().stream()
                                        .map(threshold -> threshold - 1),
                                Kind.UNTIL),
                        further(thresholds.tailSet(here, false).stream(), Kind.FROM))
                .toList();
    }

    /** Where no number was given: from each on, what is so with every number from there. */
    private List<Alternative> personsOrMore(List<Integer> thresholds) {
        List<List<Effect>> spans = spans(thresholds.get(0) - 1, thresholds, this::persons);
        List<Alternative> changes = new ArrayList<>();
        for (int i = 0; i < thresholds.size(); i++) {
            changes.add(new Alternative(
                    Missing.of(Aspect.PERSONS), Kind.FROM, thresholds.get(i).toString(), after(spans, i)));
        }
        return changes;
    }

    /** @param numbers the nearest first; each is told with what those before it do not do */
    private Stream<Alternative> further(Stream<Integer> numbers, Kind kind) {
        List<Alternative> changes = new ArrayList<>();
        List<Effect> told = List.of();
        for (int number : numbers.toList()) {
            List<Effect> then = persons(number);
            changes.add(new Alternative(Missing.of(Aspect.PERSONS), kind, String.valueOf(number), beyond(told, then)));
            told = then;
        }
        return changes.stream();
    }

    private List<Effect> persons(int number) {
        return effects(
                copy(situation.on()).persons(number).build(), among(rules.turningOn(Missing.of(Aspect.PERSONS))));
    }

    /** The days ahead on which something becomes law, or stops to be, each with what stands otherwise than on the day before it. */
    private List<Alternative> days() {
        Set<LocalDate> days = new TreeSet<>();
        for (Outcome outcome : answer.outcomes()) {
            outcome.from().filter(day -> day.isAfter(situation.on())).ifPresent(days::add);
            outcome.until()
                    .filter(day -> outcome.state() != State.NO_LONGER && !day.isBefore(situation.on()))
                    .map(day -> day.plusDays(1))
                    .ifPresent(days::add);
        }
        rules(candidates)
                .flatMap(rule -> rule.exceptions().stream())
                .flatMap(exception -> exception.conditions().stream())
                .flatMap(condition -> condition.periods().stream())
                .forEach(period -> addTurns(period, days));
        List<Alternative> changes = new ArrayList<>();
        List<Effect> told = List.of();
        for (LocalDate day : days) {
            List<Effect> then = effects(copy(day).build(), concerned(day));
            changes.add(new Alternative(Missing.of(Aspect.DAY), Kind.FROM, day.toString(), beyond(told, then)));
            told = then;
        }
        return changes;
    }

    /** What the further of two steps in one direction does that the nearer has not done; what only the nearer did is undone by it. */
    private static List<Effect> beyond(List<Effect> nearer, List<Effect> further) {
        Map<ThingId, Effect> before =
                nearer.stream().collect(Collectors.toMap(Effect::norm, effect -> effect, (one, other) -> one));
        List<Effect> beyond = new ArrayList<>();
        for (Effect effect : further) {
            Effect earlier = before.remove(effect.norm());
            if (earlier == null) {
                beyond.add(effect);
            } else if (earlier.after() != effect.after()) {
                beyond.add(new Effect(effect.norm(), earlier.after(), effect.after()));
            }
        }
        before.values().forEach(undone -> beyond.add(new Effect(undone.norm(), undone.after(), undone.before())));
        return inOrder(beyond);
    }

    private static List<Effect> inOrder(List<Effect> effects) {
        return effects.stream()
                .sorted(Comparator.comparing(Effect::after)
                        .thenComparing(effect -> effect.norm().toString()))
                .toList();
    }

    private void addTurns(Period period, Set<LocalDate> days) {
        if (period.from().isAfter(situation.on())) {
            days.add(period.from());
        }
        if (period.until() != null && !period.until().isBefore(situation.on())) {
            days.add(period.until().plusDays(1));
        }
    }

    private BitSet concerned(LocalDate day) {
        return among(rules.changingAfter(situation.on(), day));
    }

    /**
     * Each day on which it matters whether the system was used before it. "Or later" and "or earlier" are said only of what is so on all
     * days after it, or before: another rule may have another day.
     */
    private List<Alternative> inUse() {
        Set<LocalDate> thresholds = new TreeSet<>();
        criteria(Aspect.IN_USE_SINCE, Criterion.InUse.class, true).forEach(criterion -> {
            criterion.since().ifPresent(thresholds::add);
            criterion.before().ifPresent(thresholds::add);
        });
        if (thresholds.isEmpty()) {
            return List.of();
        }
        List<LocalDate> turns = List.copyOf(thresholds);
        List<List<Effect>> spans = spans(turns.get(0).minusDays(1), turns, this::inUse);
        Optional<LocalDate> known = situation.inUseSince();
        List<Alternative> changes = new ArrayList<>();
        for (int turn = 0; turn < turns.size(); turn++) {
            LocalDate day = turns.get(turn);
            if (known.filter(given -> !given.isBefore(day)).isEmpty()) {
                changes.add(new Alternative(
                        Missing.of(Aspect.IN_USE_SINCE), Kind.FROM, day.toString(), after(spans, turn)));
            }
            if (known.filter(given -> given.isBefore(day)).isEmpty()) {
                List<Effect> earlier = inAll(spans.subList(0, turn + 1), spans.get(turn + 1));
                changes.add(new Alternative(
                        Missing.of(Aspect.IN_USE_SINCE),
                        Kind.UNTIL,
                        day.minusDays(1).toString(),
                        earlier));
            }
        }
        return changes;
    }

    private List<Effect> inUse(LocalDate since) {
        return effects(
                copy(situation.on()).inUseSince(since).build(),
                among(rules.turningOn(Missing.of(Aspect.IN_USE_SINCE))));
    }

    /** What is so before the first of some turns, and then from each on. */
    private static <T> List<List<Effect>> spans(T before, List<T> turns, Function<T, List<Effect>> effects) {
        return Stream.concat(Stream.of(before), turns.stream()).map(effects).toList();
    }

    /** What is so in all spans from a turn on, and not right before it. */
    private static List<Effect> after(List<List<Effect>> spans, int turn) {
        return inAll(spans.subList(turn + 1, spans.size()), spans.get(turn));
    }

    /** What each of the spans has, and the neighbour has not. */
    private static List<Effect> inAll(List<List<Effect>> spans, List<Effect> neighbour) {
        return spans.get(0).stream()
                .filter(effect -> !neighbour.contains(effect) && spans.stream().allMatch(span -> span.contains(effect)))
                .toList();
    }

    private List<Alternative> roles() {
        return SituationReader.ROLES.values().stream()
                .distinct()
                .filter(role -> !role.equals(situation.role()))
                .sorted(Comparator.comparing(ThingId::toString))
                .map(role -> change(
                        Missing.of(Aspect.ROLE),
                        Kind.IS,
                        role.toString(),
                        copy(situation.on()).with(Aspect.ROLE, role).build()))
                .toList();
    }

    private List<Alternative> statuses() {
        Missing what = Missing.of(Aspect.STATUS);
        Set<ThingId> named = new TreeSet<>(Comparator.comparing(ThingId::toString));
        criteria(Aspect.STATUS, Criterion.OneOf.class, false).forEach(criterion -> named.addAll(criterion.values()));
        return named.stream()
                .filter(status -> !situation.status().equals(Optional.of(status)))
                .map(status -> change(
                        what,
                        Kind.IS,
                        status.toString(),
                        copy(situation.on()).with(Aspect.STATUS, status).build()))
                .toList();
    }

    /** Each open question by yes and by no. */
    private List<Alternative> open() {
        return answer.outcomes().stream()
                .flatMap(outcome -> outcome.missing().stream())
                .flatMap(missing -> missing.fact().stream())
                .distinct()
                .flatMap(fact -> Stream.of(fact(fact, true), fact(fact, false)))
                .toList();
    }

    /** Each answer that was given turned round. */
    private List<Alternative> answers() {
        return situation.facts().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .map(entry -> fact(entry.getKey(), !entry.getValue()))
                .toList();
    }

    private Alternative fact(ThingId fact, boolean yes) {
        Situation other = copy(situation.on()).fact(fact, yes).build();
        Set<ThingId> answered =
                Terms.reach(Terms.start(List.of(fact)), rules.terms().answers()).keySet();
        BitSet turning = new BitSet();
        answered.forEach(each -> turning.or(rules.turningOn(Missing.of(each))));
        BitSet concerned = among(turning);
        if (answered.stream().anyMatch(rules.terms().entails()::containsKey)) {
            concerned.or(candidates);
            concerned.or(rules.candidates(new Given(other, rules.terms())));
        }
        return new Alternative(Missing.of(fact), Kind.IS, yes ? "yes" : "no", effects(other, concerned));
    }

    private Alternative change(Missing what, Kind kind, String value, Situation other) {
        return new Alternative(what, kind, value, effects(other, among(rules.turningOn(what))));
    }

    /** What goes from or to "does not apply" to another state counts, and every other step between states; by state, then by id. */
    private List<Effect> effects(Situation other, BitSet concerned) {
        RuleCheck then = check.with(other);
        then.turned().ifPresent(concerned::and);
        List<Effect> effects = new ArrayList<>();
        for (int norm = concerned.nextSetBit(0); norm >= 0; norm = concerned.nextSetBit(norm + 1)) {
            Plan plan = rules.plan(norm);
            ThingId id = plan.rule().id();
            State now = before.getOrDefault(id, State.DOES_NOT_APPLY);
            State otherwise = then.state(plan);
            if (now != otherwise) {
                effects.add(new Effect(id, now, otherwise));
            }
        }
        return inOrder(effects);
    }

    /** What conditions of the candidates, and perhaps of their exceptions, ask about something. */
    private <T> Stream<T> criteria(Aspect aspect, Class<T> kind, boolean exceptions) {
        return rules.asked().about(aspect).stream()
                .filter(ask -> rules.asked().isAsked(ask, candidates, exceptions))
                .map(Plan.Ask::criterion)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private Stream<Rule> rules(BitSet numbers) {
        return numbers.stream().mapToObj(number -> rules.plan(number).rule());
    }

    /** Those of the candidates. */
    private BitSet among(BitSet norms) {
        BitSet both = (BitSet) candidates.clone();
        both.and(norms);
        return both;
    }

    private Situation.Builder copy(LocalDate on) {
        return situation.copy(on);
    }
}
