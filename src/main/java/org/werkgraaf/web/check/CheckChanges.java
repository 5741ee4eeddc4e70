package org.werkgraaf.web.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.werkgraaf.assess.Alternative;
import org.werkgraaf.assess.Aspect;
import org.werkgraaf.assess.Assessment;
import org.werkgraaf.assess.Evaluator;
import org.werkgraaf.assess.Material;
import org.werkgraaf.assess.Outcome;
import org.werkgraaf.assess.SituationReader;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.text.PageText;

/** Says what would change an answer, and where the answer is that it would change to. */
final class CheckChanges {
    private final CheckWords words;
    private final PageText text;
    private final Material material;
    private final Map<String, String[]> given;
    private final boolean all;

    CheckChanges(CheckWords words, Material material, Map<String, String[]> given, boolean all) {
        this.all = all;
        this.words = words;
        this.text = words.text();
        this.material = material;
        this.given = given;
    }

    /** Without the open questions, which stand by themselves, unless all is asked for. */
    List<CheckAnswer.Change> of(Assessment assessment, Evaluator evaluator) {
        Set<ThingId> told = assessment.outcomes().stream().map(Outcome::norm).collect(Collectors.toSet());
        return evaluator.changes(assessment, all).stream()
                .map(change -> change(change, told))
                .toList();
    }

    private CheckAnswer.Change change(Alternative change, Set<ThingId> told) {
        change.effects().stream()
                .map(Alternative.Effect::norm)
                .filter(norm -> !told.contains(norm))
                .forEach(norm -> words.references()
                        .keep(
                                norm,
                                Objects.requireNonNull(material.norms().get(norm))
                                        .labels()));
        String parameter = CheckWords.parameter(change.what());
        String value = parameter.equals("role") ? role(change.value()) : change.value();
        return new CheckAnswer.Change(
                parameter,
                value,
                condition(change, value),
                change.effects().stream()
                        .collect(Collectors.groupingBy(
                                effect -> effect.after().text(),
                                LinkedHashMap::new,
                                Collectors.mapping(effect -> effect.norm().toString(), Collectors.toList()))),
                CheckLinks.page(address(parameter, value)));
    }

    private Map<String, String[]> address(String parameter, String value) {
        return parameter.startsWith(CheckLinks.FACT)
                ? CheckLinks.answer(given, parameter, value)
                : CheckLinks.replace(given, Map.of(parameter, value));
    }

    private static String role(String id) {
        return SituationReader.ROLES.entrySet().stream()
                .filter(role ->
                        role.getValue().toString().equals(id) && !role.getKey().equals("worker"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
    }

    /** The condition in words, such as "With 50 persons or more". */
    private String condition(Alternative change, String value) {
        Aspect aspect = change.what().aspect();
        String how = change.kind() == Alternative.Kind.UNTIL ? "until" : "from";
        return switch (aspect) {
            case PERSONS -> text.message("check.if.persons." + how, value);
            case DAY -> text.message("check.if.on", text.day(value));
            case IN_USE_SINCE -> text.message("check.if.inUse." + how, text.day(value));
            case ROLE -> text.message("check.if.role", text.message("check.role." + value));
            case STATUS ->
                text.message(
                        "check.if.status",
                        ThingId.parse(value).map(words.references()::name).orElse(value));
            default ->
                change.what()
                        .fact()
                        .map(fact -> text.message("check.if.fact", words.asks(fact), text.message("check." + value)))
                        .orElse(value);
        };
    }
}
