package org.werkgraaf.web.check;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.assess.Aspect;
import org.werkgraaf.assess.Assessment;
import org.werkgraaf.assess.Assessor;
import org.werkgraaf.assess.Evaluator;
import org.werkgraaf.assess.Outcome;
import org.werkgraaf.assess.Situation;
import org.werkgraaf.assess.State;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.CheckSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CheckParameters.Asked;
import org.werkgraaf.web.text.PageText;

/** Puts the outcomes of a check into words. */
@Component
public class CheckAnswers {
    private static final int CASES_MAX = 8;
    /** Parameters that have a value though nobody gives one: today, and an employer. */
    private static final List<String> TAKEN_FOR_GRANTED = List.of("on", "role");

    private static final int WORDINGS_MAX = 6;
    /** Of a subject of which all the law is in the graph. */
    private static final String WHOLE = "covered";

    private final Assessor assessor;
    private final AtlasReader atlases;
    private final MessageSource messages;
    private final WebSettings settings;
    /** For the languages of a release, and for the release before it while one takes the place of the other. */
    private final Cache<Said, CheckWording> wordings =
            Caffeine.newBuilder().maximumSize(WORDINGS_MAX).build();

    private final Cache<Question, CheckAnswer> kept;

    /** All that decides an answer. */
    private record Question(Said said, LocalDate on, String address) {}

    /** A release in a language. */
    private record Said(String release, String lang) {}

    CheckAnswers(
            Assessor assessor,
            AtlasReader atlases,
            MessageSource messages,
            WebSettings settings,
            CheckSettings limits) {
        this.kept = Caffeine.newBuilder().maximumSize(limits.answersKept()).build();
        this.assessor = assessor;
        this.atlases = atlases;
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * @param asked what is asked
     * @param lang the reader's language
     * @param given the parameters as they stand in the address
     */
    public CheckAnswer of(Asked asked, String lang, Map<String, String[]> given) {
        Assessor.Norms norms = assessor.norms();
        Question question =
                new Question(new Said(norms.release(), lang), asked.situation().on(), CheckLinks.query(given));
        return kept.get(question, key -> answer(norms, asked, lang, given));
    }

    private CheckAnswer answer(Assessor.Norms norms, Asked asked, String lang, Map<String, String[]> given) {
        Situation situation = asked.situation();
        Evaluator evaluator = asked.official() ? norms.official() : norms.evaluator();
        Assessment assessment = evaluator.assess(situation);
        CheckWording wording = wording(norms, lang);
        References references = new References(wording, asked.all());
        CheckWords words = new CheckWords(references, wording, situation);
        CheckNorms told = new CheckNorms(norms.material(), words, asked.all(), assessment.aside());
        List<CheckAnswer.Norm> outcomes = told.of(assessment.outcomes());
        List<CheckAnswer.Change> changes =
                new CheckChanges(words, norms.material(), asked.names().given(), asked.all()).of(assessment, evaluator);
        List<CheckAnswer.Question> questions = questions(assessment, outcomes, words, asked.all());
        List<CheckAnswer.Coverage> coverage = norms.precedents().coverage(situation).stream()
                .map(words::coverage)
                .toList();
        CheckAnswer.Only only = only(asked, assessment, norms, words);
        boolean onRecord = norms.precedents().isOnRecord(situation);
        List<String> incomplete =
                incomplete(situation.on().toString(), outcomes, onRecord ? coverage : List.of(), only);
        List<CheckAnswer.Item> cases = norms.precedents().cases(assessment, CASES_MAX).stream()
                .map(one -> words.item(one))
                .toList();
        List<CheckAnswer.Item> gaps = norms.precedents().gaps(situation).stream()
                .map(gap -> words.item(gap))
                .toList();
        return new CheckAnswer(
                situation.on().toString(),
                lang,
                given(situation, references),
                TAKEN_FOR_GRANTED.stream()
                        .filter(parameter -> isSilent(given, parameter))
                        .toList(),
                taken(asked, references),
                incomplete.isEmpty(),
                incomplete,
                only,
                territory(situation, norms, words),
                coverage,
                outcomes,
                asked.all() ? null : shortened(assessment, given),
                changes,
                cases,
                gaps,
                norms.precedents().otherLaw(situation).stream()
                        .map(act -> references.keep(act.id(), act.labels()))
                        .toList(),
                questions.isEmpty() ? null : questions.get(0),
                questions,
                told.riskClasses(),
                references.passages(),
                references.sources(),
                references.labels(),
                norms.release(),
                links(CheckLinks.query(given)));
    }

    private static boolean isSilent(Map<String, String[]> given, String parameter) {
        return Stream.of(given.getOrDefault(parameter, new String[0])).allMatch(String::isBlank);
    }

    private CheckWording wording(Assessor.Norms norms, String lang) {
        return wordings.get(
                new Said(norms.release(), lang),
                said -> new CheckWording(
                        atlases.atlas(), norms.rules(), norms.material(), new PageText(lang, messages)));
    }

    private Map<String, String> links(String query) {
        Map<String, String> links = new LinkedHashMap<>();
        String api = settings.baseUrl() + "/api/v1/assess";
        links.put("self", api + "?" + query);
        links.put("html", settings.baseUrl() + "/check?" + query);
        Stream.of("csv", "jsonld", "ttl").forEach(suffix -> links.put(suffix, api + "." + suffix + "?" + query));
        links.put("method", settings.baseUrl() + "/about/check");
        links.put("feed", settings.baseUrl() + "/check/feed.atom?" + query);
        return links;
    }

    private CheckAnswer.Shortened shortened(Assessment assessment, Map<String, String[]> given) {
        return new CheckAnswer.Shortened(
                (int) assessment.outcomes().stream()
                        .filter(outcome -> outcome.state() == State.DOES_NOT_APPLY)
                        .count(),
                assessment.aside().size(),
                settings.baseUrl() + "/api/v1/assess?"
                        + CheckLinks.query(CheckLinks.replace(given, Map.of("detail", "all"))));
    }

    /** What keeps somebody from taking the answer for all that there is to say; norms aside may happen to anybody, whatever is given. */
    private static List<String> incomplete(
            String on,
            List<CheckAnswer.Norm> outcomes,
            List<CheckAnswer.Coverage> coverage,
            CheckAnswer.@Nullable Only only) {
        boolean open = outcomes.stream()
                .anyMatch(norm -> norm.state().equals(State.DEPENDS.text())
                        && !norm.part().equals(Part.ASIDE.text()));
        boolean whole = !coverage.isEmpty()
                && coverage.stream()
                        .allMatch(topic -> topic.level().equals(WHOLE)
                                && (topic.since() == null || topic.since().compareTo(on) <= 0));
        return Stream.of(
                        open ? "facts" : "",
                        whole ? "" : "coverage",
                        only != null && only.leftOut() > 0 ? "verification" : "")
                .filter(reason -> !reason.isEmpty())
                .toList();
    }

    /** How many norms would be told as well if it did not matter how far they were checked. */
    private static CheckAnswer.@Nullable Only only(
            Asked asked, Assessment assessment, Assessor.Norms norms, CheckWords words) {
        if (!asked.official()) {
            return null;
        }
        Set<ThingId> told = relevant(assessment);
        int left = (int) relevant(norms.evaluator().assess(asked.situation())).stream()
                .filter(norm -> !told.contains(norm))
                .count();
        return new CheckAnswer.Only("primary", left, words.text().message("check.only", left));
    }

    private static Set<ThingId> relevant(Assessment assessment) {
        return assessment.outcomes().stream()
                .filter(outcome -> outcome.state() != State.DOES_NOT_APPLY)
                .map(Outcome::norm)
                .collect(Collectors.toSet());
    }

    private static Map<String, List<String>> given(Situation situation, References references) {
        Map<String, List<String>> given = new TreeMap<>();
        for (Aspect aspect : Aspect.values()) {
            List<String> values = situation.values(aspect).stream()
                    .map(references::refer)
                    .sorted()
                    .toList();
            if (!values.isEmpty()) {
                given.put(aspect.parameter(), values);
            }
        }
        situation.persons().ifPresent(number -> given.put("persons", List.of(String.valueOf(number))));
        situation.inUseSince().ifPresent(day -> given.put("inUseSince", List.of(day.toString())));
        List<String> facts = situation.facts().entrySet().stream()
                .map(fact -> fact.getKey().slug() + ":" + (fact.getValue() ? "yes" : "no"))
                .sorted()
                .toList();
        situation.facts().keySet().forEach(references::refer);
        if (!facts.isEmpty()) {
            given.put("fact", facts);
        }
        return given;
    }

    private static @Nullable List<CheckAnswer.Taken> taken(Asked asked, References references) {
        List<CheckAnswer.Taken> taken = asked.names().taken().stream()
                .map(name -> new CheckAnswer.Taken(
                        name.parameter(),
                        name.typed(),
                        ThingId.parse(name.id()).map(references::refer).orElse(name.id())))
                .toList();
        return taken.isEmpty() ? null : taken;
    }

    private static CheckAnswer.Territory territory(Situation situation, Assessor.Norms norms, CheckWords words) {
        Optional<ThingId> country = situation.jurisdiction();
        boolean known = country.filter(norms.precedents()::isCovered).isPresent();
        String text = country.map(where -> words.text()
                        .message(
                                known ? "check.coverage.known" : "check.coverage.unknown",
                                words.references().name(where)))
                .orElse(words.text().message("check.coverage.none"));
        String before = norms.precedents()
                .coveredOnlyFrom(situation)
                .map(day -> words.text()
                                .message("check.coverage.before", words.text().day(day.toString())) + " ")
                .orElse("");
        String silent = known && !norms.precedents().isOnRecord(situation)
                ? " " + words.text().message("check.coverage.silent")
                : "";
        return new CheckAnswer.Territory(
                country.map(ThingId::toString).orElse(null), known, (before + text + silent).strip());
    }

    /**
     * What is open; what only norms aside turn on can be asked for with the rest of them. Each with how many norms turn on it, as a reader
     * meets them: of those that stand as depending, a European one not beside that which carries it out; where none does, of all.
     */
    private static List<CheckAnswer.Question> questions(
            Assessment assessment, List<CheckAnswer.Norm> outcomes, CheckWords words, boolean all) {
        Map<String, Integer> told =
                turning(CheckAnswer.once(outcomes), norm -> norm.part().equals(Part.DEPENDS.text()));
        Map<String, Integer> near =
                turning(outcomes, norm -> isDepending(norm) && !norm.part().equals(Part.ASIDE.text()));
        Map<String, Integer> any = turning(outcomes, CheckAnswers::isDepending);
        return assessment.questions().stream()
                .filter(missing -> all
                        || near.isEmpty()
                        || near.containsKey(words.wording().parameter(missing)))
                .map(missing -> {
                    String parameter = words.wording().parameter(missing);
                    return words.question(missing, told.getOrDefault(parameter, any.getOrDefault(parameter, 0)));
                })
                .toList();
    }

    private static boolean isDepending(CheckAnswer.Norm norm) {
        return norm.state().equals(State.DEPENDS.text());
    }

    /** How many of the norms turn on each parameter or question. */
    private static Map<String, Integer> turning(List<CheckAnswer.Norm> norms, Predicate<CheckAnswer.Norm> which) {
        Map<String, Integer> turning = new HashMap<>();
        norms.stream()
                .filter(which)
                .flatMap(norm -> norm.missing().stream())
                .forEach(name -> turning.merge(name, 1, Integer::sum));
        return turning;
    }
}
