package org.werkgraaf.validate;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.Shapes;

/**
 * All shapes and rules by which candidates are judged.
 *
 * @param shapes the SHACL shapes of all files
 * @param rules the quality rules
 */
public record RuleSet(Shapes shapes, List<QualityRule> rules) {
    private static final CSVFormat PROFILE =
            CSVFormat.TDF.builder().setQuote(null).setCommentMarker('#').get();

    /**
     * @param shapesGraph the shapes of all files in one graph
     * @param ruleTexts text of each rule by its name
     * @param profile lines of {@code rule<TAB>severity}, or {@code rule<TAB>severity<TAB>findings at most}; lines that start
     *     with # are skipped
     * @throws RuleException when a rule has no severity, a severity no rule, or a rule cannot be read
     */
    public static RuleSet of(Graph shapesGraph, Map<String, String> ruleTexts, String profile) {
        Map<String, Standard> standards = standards(profile);
        for (String name : standards.keySet()) {
            if (!ruleTexts.containsKey(name)) {
                throw new RuleException("profile.tsv names the rule " + name + ", but there is no " + name
                        + ".rq. Remove the line or add the rule.");
            }
        }
        List<QualityRule> rules = ruleTexts.entrySet().stream()
                .map(entry -> {
                    Standard standard = standard(standards, entry.getKey());
                    return QualityRule.parse(
                            entry.getKey(), entry.getValue(), standard.severity(), standard.findingsMax());
                })
                .toList();
        return new RuleSet(Shapes.parse(shapesGraph), rules);
    }

    private record Standard(Severity severity, OptionalInt findingsMax) {}

    private static Standard standard(Map<String, Standard> standards, String rule) {
        Standard standard = standards.get(rule);
        if (standard == null) {
            throw new RuleException("profile.tsv has no severity for the rule " + rule + ". Add a line: " + rule
                    + " <TAB> ERROR, WARN or INFO.");
        }
        return standard;
    }

    private static Map<String, Standard> standards(String profile) {
        Map<String, Standard> standards = new TreeMap<>();
        try (CSVParser lines = PROFILE.parse(new StringReader(profile))) {
            for (CSVRecord line : lines) {
                standards.put(line.get(0).strip(), standard(line));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new RuleException("profile.tsv is no table of rules and severities: " + e.getMessage()
                    + ". Write a rule, a TAB and one of ERROR, WARN, INFO on each line.");
        }
        return standards;
    }

    private static Standard standard(CSVRecord line) {
        try {
            OptionalInt most = line.size() > 2
                    ? OptionalInt.of(Integer.parseInt(line.get(2).strip()))
                    : OptionalInt.empty();
            return new Standard(Severity.parse(line.get(1)), most);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new RuleException("profile.tsv: the line '" + String.join("\t", line)
                    + "' is not a rule, a TAB, one of ERROR, WARN, INFO, and perhaps a TAB and a number. Correct it.");
        }
    }
}
