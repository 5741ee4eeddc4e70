package org.werkgraaf.validate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The judgement of a candidate.
 *
 * @param findings errors first, then by rule and entity
 */
public record Report(List<Finding> findings) {
    /** Whether no finding is an error. */
    public boolean accepted() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Only the errors. */
    public List<Finding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    /** How many findings each rule has. */
    public Map<String, Long> countByRule() {
        return findings.stream().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
    }

    /** How many findings there are of each severity. */
    public Map<Severity, Long> countBySeverity() {
        return findings.stream().collect(Collectors.groupingBy(Finding::severity, TreeMap::new, Collectors.counting()));
    }
}
