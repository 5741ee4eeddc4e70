package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.werkgraaf.meaning.Period;
import org.werkgraaf.vocabulary.ThingId;

/** The norms of a release in the form in which they are checked, with the way to those that can match. */
public final class Rules {
    /** The question whether national law carries a directive out. */
    static final ThingId TRANSPOSED = new ThingId("fact", "directive-transposed");

    private static final BitSet NONE = new BitSet();

    private final Terms terms;
    /** Questions of which a yes calls on an exception only where nothing else could. */
    private final Set<ThingId> noClaims = new HashSet<>();

    private final List<Rule> norms;
    private final Map<ThingId, Rule> riskClasses = new HashMap<>();
    /** What is asked, without its places, by a number of its own. */
    private final Map<Criterion, Integer> questions = new HashMap<>();

    private final List<Plan> plans;
    private final Map<Rule, Plan> planned = new IdentityHashMap<>();
    private final Map<Missing, BitSet> mentions = new HashMap<>();
    private final ConditionIndex index;
    private final Asked asked;
    private final NavigableMap<LocalDate, BitSet> turns = new TreeMap<>();
    /** Norms whose first day differs from country to country. */
    private final BitSet transposed = new BitSet();

    private final Set<Aspect> classesTurnOn = EnumSet.noneOf(Aspect.class);

    /**
     * @param norms rights, obligations and prohibitions, each with a condition or more
     * @param riskClasses risk classes with their own conditions
     * @param terms how terms hang together
     */
    public Rules(List<Rule> norms, List<Rule> riskClasses, Terms terms) {
        this.terms = terms;
        noClaims.addAll(terms.openStandards());
        noClaims.addAll(terms.descriptions());
        this.norms = norms.stream()
                .filter(norm -> !norm.conditions().isEmpty())
                .sorted(Comparator.comparing(norm -> norm.id().toString()))
                .toList();
        riskClasses.stream()
                .filter(rule -> !rule.conditions().isEmpty())
                .forEach(rule -> this.riskClasses.put(rule.id(), rule));
        this.plans = this.norms.stream().map(this::prepare).toList();
        this.riskClasses.values().forEach(this::prepare);
        for (int i = 0; i < this.norms.size(); i++) {
            int number = i;
            Rule norm = this.norms.get(i);
            mentioned(norm).forEach(what -> add(mentions, what, number));
            fileDays(number, norm);
        }
        this.index = new ConditionIndex(this.norms, terms);
        this.asked = new Asked(plans);
        this.riskClasses.values().forEach(this::noteAspects);
    }

    private Plan prepare(Rule rule) {
        Plan plan = Plan.of(rule, noClaims, criterion -> questions.computeIfAbsent(criterion, key -> questions.size()));
        planned.put(rule, plan);
        return plan;
    }

    private static <K> void add(Map<K, BitSet> to, K key, int norm) {
        to.computeIfAbsent(key, any -> new BitSet()).set(norm);
    }

    /** The rule made ready; one that is not of the release as well. */
    Plan plan(Rule rule) {
        Plan known = planned.get(rule);
        return known != null ? known : Plan.of(rule, noClaims, criterion -> questions.getOrDefault(criterion, -1));
    }

    /** The norm of a number, as {@link #candidates} and the others count them. */
    Plan plan(int norm) {
        return plans.get(norm);
    }

    /** What the norms ask. */
    Asked asked() {
        return asked;
    }

    /** How many different things the rules of the release ask. */
    int questions() {
        return questions.size();
    }

    private void noteAspects(Rule riskClass) {
        for (Missing what : mentioned(riskClass)) {
            classesTurnOn.add(what.aspect());
            if (what.equals(Missing.of(TRANSPOSED))) {
                classesTurnOn.add(Aspect.TERRITORY);
            }
        }
    }

    private void fileDays(int norm, Rule rule) {
        for (Condition condition : rule.conditions()) {
            if (condition.directive().isPresent()) {
                transposed.set(norm);
            }
            for (Period period : condition.periods()) {
                add(turns, period.from(), norm);
                if (period.until() != null) {
                    add(turns, period.until().plusDays(1), norm);
                }
            }
            condition.criteria().stream()
                    .flatMap(criterion -> classesIn(criterion).stream())
                    .forEach(inside -> fileDays(norm, inside));
        }
        rule.exceptions().forEach(exception -> fileDays(norm, exception));
    }

    /** The norms of which something becomes law, or stops to be, after the one day and on the other at the latest. */
    BitSet changingAfter(LocalDate from, LocalDate to) {
        BitSet changing = (BitSet) transposed.clone();
        turns.subMap(from, false, to, true).values().forEach(changing::or);
        return changing;
    }

    private List<Rule> classesIn(Criterion criterion) {
        return criterion instanceof Criterion.OneOf one && one.aspect() == Aspect.RISK_CLASS
                ? one.values().stream()
                        .flatMap(value -> riskClass(value).stream())
                        .toList()
                : List.of();
    }

    /** How terms hang together. */
    public Terms terms() {
        return terms;
    }

    /** All norms that have conditions, by id. */
    public List<Rule> norms() {
        return norms;
    }

    /** The risk classes that have conditions. */
    Collection<Rule> riskClasses() {
        return riskClasses.values();
    }

    Optional<Rule> riskClass(ThingId id) {
        return Optional.ofNullable(riskClasses.get(id));
    }

    Optional<Plan> riskClassPlan(ThingId id) {
        return riskClass(id).map(this::plan);
    }

    /** The aspects on which any risk class turns, by a criterion of its own, an exception or a class inside it. */
    Set<Aspect> classesTurnOn() {
        return classesTurnOn;
    }

    /** Every criterion of the norms, their exceptions and the risk classes. */
    public Stream<Criterion> criteria() {
        return Stream.concat(norms.stream(), riskClasses.values().stream())
                .flatMap(rule -> Stream.concat(Stream.of(rule), rule.exceptions().stream()))
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(condition -> condition.criteria().stream());
    }

    /** The norms of which a condition may be about the territory, techniques and data of a situation. */
    BitSet candidates(Given given) {
        return index.norms(given);
    }

    /** The norms that turn on what was left open or could be otherwise: by a criterion of their own, an exception or a risk class. */
    BitSet turningOn(Missing what) {
        return mentions.getOrDefault(what, NONE);
    }

    /**
     * The same norms with only those of their conditions, and of risk classes, that rest on such passages alone. Exceptions stay, as
     * leaving one out would make a rule wider than it is.
     */
    Rules restingOn(Predicate<ThingId> passages) {
        return new Rules(
                norms.stream().map(rule -> restingOn(rule, passages)).toList(),
                riskClasses.values().stream()
                        .map(rule -> restingOn(rule, passages))
                        .toList(),
                terms);
    }

    private static Rule restingOn(Rule rule, Predicate<ThingId> passages) {
        List<Condition> conditions = rule.conditions().stream()
                .filter(condition -> condition.criteria().stream()
                        .flatMap(criterion -> criterion.passages().stream())
                        .allMatch(passages))
                .toList();
        return new Rule(rule.id(), rule.kind(), conditions, rule.exceptions());
    }

    private Set<Missing> mentioned(Rule rule) {
        Set<Missing> found = new LinkedHashSet<>();
        Stream.concat(Stream.of(rule), rule.exceptions().stream())
                .flatMap(each -> each.conditions().stream())
                .flatMap(condition -> condition.criteria().stream())
                .forEach(criterion -> {
                    found.add(
                            criterion instanceof Criterion.Answer answer
                                    ? Missing.of(answer.fact())
                                    : criterion instanceof Criterion.Transposed
                                            ? Missing.of(TRANSPOSED)
                                            : Missing.of(criterion.aspect()));
                    classesIn(criterion).forEach(inside -> found.addAll(mentioned(inside)));
                });
        return found;
    }
}
