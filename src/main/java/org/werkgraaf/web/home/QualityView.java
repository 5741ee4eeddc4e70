package org.werkgraaf.web.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.werkgraaf.publish.QualityReport;
import org.werkgraaf.publish.QualityReport.RuleCount;
import org.werkgraaf.validate.Finding;

/** What a page needs of a quality report besides the report itself. */
final class QualityView {
    private static final String PRIMARY = "primary";

    private QualityView() {}

    /**
     * The findings of one rule.
     *
     * @param rule its name
     * @param problem what is wrong
     * @param solution what would settle it
     * @param things what it is about, each once
     * @param more how many findings the report does not name
     */
    public record Group(String rule, String problem, String solution, List<Thing> things, long more) {}

    /**
     * @param id of a thing, without what all ids begin with
     * @param labels what it is called, by language
     */
    public record Thing(String id, Map<String, String> labels) {}

    /** The findings by rule, in the order of the report. */
    static List<Group> groups(QualityReport report) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        report.findings()
                .forEach(each -> byRule.computeIfAbsent(each.rule(), rule -> new ArrayList<>())
                        .add(each));
        return report.findingsByRule().stream()
                .map(rule -> group(report, rule, byRule.getOrDefault(rule.rule(), List.of())))
                .filter(group -> !group.things().isEmpty())
                .toList();
    }

    private static Group group(QualityReport report, RuleCount rule, List<Finding> findings) {
        return new Group(
                rule.rule(),
                findings.stream().map(Finding::problem).findFirst().orElse(rule.problem()),
                findings.stream().map(Finding::solution).findFirst().orElse(""),
                findings.stream()
                        .map(Finding::entity)
                        .distinct()
                        .map(iri -> new Thing(
                                iri.replaceFirst("^.*/id/", ""), report.names().getOrDefault(iri, Map.of())))
                        .toList(),
                rule.count() - findings.size());
    }

    /** All statements on law. */
    static long law(QualityReport report) {
        return report.lawByVerification().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The share of statements on law that was read in the official text, in percent; 0 when there are none. */
    static double share(QualityReport report) {
        long all = law(report);
        return all == 0 ? 0 : Math.floor(1000.0 * report.lawByVerification().getOrDefault(PRIMARY, 0L) / all) / 10;
    }
}
