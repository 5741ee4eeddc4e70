package org.werkgraaf.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.werkgraaf.publish.QualityReport.RuleCount;
import org.werkgraaf.publish.TextMissing.Named;
import org.werkgraaf.validate.Finding;

/**
 * The findings of one rule.
 *
 * @param rule its name
 * @param problem what is wrong
 * @param solution what would settle it
 * @param things what it is about, each once
 * @param more how many findings the report does not name
 */
public record FindingGroup(String rule, String problem, String solution, List<Named> things, long more) {
    /** The findings by rule, in the order of the report. */
    public static List<FindingGroup> of(QualityReport report) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        report.findings()
                .forEach(each -> byRule.computeIfAbsent(each.rule(), rule -> new ArrayList<>())
                        .add(each));
        return report.findingsByRule().stream()
                .map(rule -> of(report, rule, byRule.getOrDefault(rule.rule(), List.of())))
                .filter(group -> !group.things().isEmpty())
                .toList();
    }

    private static FindingGroup of(QualityReport report, RuleCount rule, List<Finding> findings) {
        return new FindingGroup(
                rule.rule(),
                findings.stream().map(Finding::problem).findFirst().orElse(rule.problem()),
                findings.stream().map(Finding::solution).findFirst().orElse(""),
                findings.stream()
                        .map(Finding::entity)
                        .distinct()
                        .map(iri -> new Named(
                                iri.replaceFirst("^.*/id/", ""), report.names().getOrDefault(iri, Map.of())))
                        .toList(),
                rule.count() - findings.size());
    }
}
