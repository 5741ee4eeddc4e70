package org.werkgraaf.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Sh;

/** Judges a graph by a rule set. */
public final class Validator {
    private final RuleSet rules;

    /** @param rules shapes and rules */
    public Validator(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * @param graph the union of all graphs of a candidate
     * @return every finding
     */
    public Report judge(Graph graph) {
        // Each only reads the graph, and none of them knows of another.
        List<Finding> findings = new ArrayList<>(Stream.concat(
                        Stream.<Supplier<List<Finding>>>of(() -> byShapes(graph)),
                        rules.rules().stream().map(rule -> () -> rule.apply(graph)))
                .toList()
                .parallelStream()
                .flatMap(judge -> judge.get().stream())
                .toList());
        findings.sort(Comparator.comparing(Finding::severity)
                .thenComparing(Finding::rule)
                .thenComparing(Finding::entity)
                .thenComparing(Finding::property)
                .thenComparing(Finding::value));
        return new Report(List.copyOf(findings));
    }

    private List<Finding> byShapes(Graph graph) {
        return ShaclValidator.get().validate(rules.shapes(), graph).getEntries().stream()
                .map(this::finding)
                .toList();
    }

    private Finding finding(ReportEntry entry) {
        String path =
                entry.resultPath() == null ? "" : entry.resultPath().toString().replaceAll("[<>]", "");
        return new Finding(
                severity(entry),
                ruleName(entry.source(), path),
                text(entry.focusNode()),
                path,
                text(entry.value()),
                problem(entry),
                solution(entry.source()));
    }

    private static Severity severity(ReportEntry entry) {
        String level = entry.severity().level().getLocalName();
        return switch (level) {
            case "Warning" -> Severity.WARN;
            case "Info" -> Severity.INFO;
            default -> Severity.ERROR;
        };
    }

    private static String ruleName(@Nullable Node shape, String path) {
        if (shape != null && shape.isURI()) {
            return shape.getURI()
                    .substring(Math.max(
                                    shape.getURI().lastIndexOf('#'),
                                    shape.getURI().lastIndexOf('/'))
                            + 1);
        }
        return "shape on " + path.substring(Math.max(path.lastIndexOf('#'), path.lastIndexOf('/')) + 1);
    }

    /** A shape says what to do in its rdfs:comment. */
    private String solution(@Nullable Node shape) {
        if (shape == null) {
            return "";
        }
        return said(shape, RDFS.comment.asNode()).orElse("See docs/content.md for what the class needs.");
    }

    /** A shape may have its message in several languages, of which a finding has one. */
    private String problem(ReportEntry entry) {
        Node shape = entry.source();
        return Optional.ofNullable(shape)
                .flatMap(each -> said(each, Sh.MESSAGE))
                .orElseGet(() -> String.valueOf(entry.message()));
    }

    private Optional<String> said(Node shape, Node property) {
        return rules.shapes().getGraph().stream(shape, property, Node.ANY)
                .map(Triple::getObject)
                .filter(text ->
                        text.isLiteral() && List.of(Languages.DOCUMENTATION, "").contains(text.getLiteralLanguage()))
                .map(Node::getLiteralLexicalForm)
                .min(Comparator.naturalOrder());
    }

    private static String text(@Nullable Node node) {
        if (node == null) {
            return "";
        }
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
