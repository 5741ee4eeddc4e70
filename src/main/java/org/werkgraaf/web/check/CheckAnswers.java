package org.werkgraaf.web.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.assess.Assessment;
import org.werkgraaf.assess.Assessor;
import org.werkgraaf.assess.Material;
import org.werkgraaf.assess.Missing;
import org.werkgraaf.assess.Outcome;
import org.werkgraaf.assess.Situation;
import org.werkgraaf.assess.State;
import org.werkgraaf.assess.Truth;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.text.PageText;

/** Puts the outcomes of a check into words. */
@Component
class CheckAnswers {
    private static final int CASES_MAX = 8;

    /** What names the technique, and what is law of this very country, before what holds everywhere for everything. */
    private static final Comparator<Outcome> NEAREST_FIRST = Comparator.comparingInt(
                    (Outcome outcome) -> -nearness(outcome))
            .thenComparing(outcome -> outcome.norm().toString());

    private final Assessor assessor;
    private final AtlasReader atlases;
    private final MessageSource messages;
    private final WebSettings settings;

    CheckAnswers(Assessor assessor, AtlasReader atlases, MessageSource messages, WebSettings settings) {
        this.assessor = assessor;
        this.atlases = atlases;
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * @param situation what is asked
     * @param lang the reader's language
     * @param query the parameters as they stand in the address
     */
    CheckAnswer of(Situation situation, String lang, String query) {
        Assessor.Norms norms = assessor.norms();
        Assessment assessment = norms.evaluator().assess(situation);
        CheckWords words = new CheckWords(atlases.atlas(), norms.material(), new PageText(lang, messages));
        List<CheckAnswer.Question> questions = questions(assessment, words);
        return new CheckAnswer(
                situation.on().toString(),
                given(situation),
                true,
                coverage(situation, norms, words),
                assessment.outcomes().stream()
                        .sorted(NEAREST_FIRST)
                        .map(outcome -> norm(outcome, norms.material(), words))
                        .toList(),
                norms.precedents().cases(assessment, CASES_MAX).stream()
                        .map(one -> words.item(one))
                        .toList(),
                norms.precedents().gaps(situation).stream()
                        .map(gap -> words.item(gap))
                        .toList(),
                questions.isEmpty() ? null : questions.get(0),
                questions,
                norms.release(),
                links(query));
    }

    private Map<String, String> links(String query) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", settings.baseUrl() + "/api/v1/assess?" + query);
        links.put("html", settings.baseUrl() + "/check?" + query);
        return links;
    }

    private static Map<String, List<String>> given(Situation situation) {
        Map<String, List<String>> given = new TreeMap<>();
        Stream.of(org.werkgraaf.assess.Aspect.values()).forEach(aspect -> {
            List<String> values = situation.values(aspect).stream()
                    .map(ThingId::toString)
                    .sorted()
                    .toList();
            if (!values.isEmpty()) {
                given.put(aspect.parameter(), values);
            }
        });
        situation.persons().ifPresent(number -> given.put("persons", List.of(String.valueOf(number))));
        situation.inUseSince().ifPresent(day -> given.put("inUseSince", List.of(day.toString())));
        List<String> facts = situation.facts().entrySet().stream()
                .map(fact -> fact.getKey().slug() + ":" + (fact.getValue() ? "yes" : "no"))
                .sorted()
                .toList();
        if (!facts.isEmpty()) {
            given.put("fact", facts);
        }
        return given;
    }

    private static CheckAnswer.Coverage coverage(Situation situation, Assessor.Norms norms, CheckWords words) {
        Optional<ThingId> country = situation.jurisdiction();
        List<CheckAnswer.Topic> topics = norms.precedents().coverage(situation).stream()
                .map(words::topic)
                .toList();
        boolean known = country.filter(norms.precedents()::isCovered).isPresent();
        String text = country.map(where -> known
                        ? words.text().message("check.coverage.known", words.name(where))
                        : words.text().message("check.coverage.unknown", words.name(where)))
                .orElse(words.text().message("check.coverage.none"));
        return new CheckAnswer.Coverage(country.map(ThingId::toString).orElse(null), known, text, topics);
    }

    private static CheckAnswer.Norm norm(Outcome outcome, Material material, CheckWords words) {
        Material.Norm norm = Objects.requireNonNull(material.norms().get(outcome.norm()));
        List<CheckAnswer.Reason> reasons =
                outcome.reasons().stream().map(words::reason).toList();
        return new CheckAnswer.Norm(
                outcome.norm().toString(),
                outcome.kind(),
                outcome.state().text(),
                words.text().name(norm.labels(), outcome.norm().toString()),
                words.text().pick(norm.definitions(), ""),
                List.of(words.link(outcome.laidDownIn())),
                words.links(norm.dutyHolders()),
                words.links(norm.beneficiaries()),
                words.when(norm),
                norm.phase().map(ThingId::slug).orElse(null),
                reasons,
                words.names(outcome.missing()),
                outcome.exceptions().stream().map(words::exception).toList(),
                outcome.bindsAnother(),
                reasons.stream().anyMatch(reason -> "recalled".equals(reason.verification())),
                outcome.from().map(Object::toString).orElse(null),
                outcome.until().map(Object::toString).orElse(null),
                words.links(norm.carriesOut()));
    }

    private static int nearness(Outcome outcome) {
        return outcome.reasons().stream()
                .filter(reason -> reason.holds() == Truth.YES)
                .mapToInt(reason -> switch (reason.criterion().aspect()) {
                    case TECHNIQUE, DATA -> 2;
                    case TERRITORY -> reason.path().size() == 1 ? 2 : 0;
                    case PURPOSE, DECISION, RISK_CLASS, SECTOR -> 1;
                    default -> 0;
                })
                .sum();
    }

    private static List<CheckAnswer.Question> questions(Assessment assessment, CheckWords words) {
        List<CheckAnswer.Question> questions = new ArrayList<>();
        for (Missing missing : assessment.questions()) {
            int norms = (int) assessment.outcomes().stream()
                    .filter(outcome -> outcome.state() == State.DEPENDS)
                    .filter(outcome -> outcome.missing().contains(missing))
                    .count();
            questions.add(words.question(missing, norms));
        }
        return questions;
    }
}
