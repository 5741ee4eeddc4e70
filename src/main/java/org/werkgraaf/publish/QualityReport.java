package org.werkgraaf.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.presentation.LawClasses;
import org.werkgraaf.validate.Finding;
import org.werkgraaf.validate.Report;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * How good the content of a release is, in numbers and findings.
 *
 * @param release id of the release
 * @param entities things by class
 * @param statements statements that sources make
 * @param statementsByVerification the same by how far their source was checked
 * @param verificationByClass the same by the class of what they are about
 * @param statementsFromOneSource statements that only one source makes
 * @param statementsAssessed statements that the editors marked, by mark
 * @param passages places in sources
 * @param labels preferred labels by language
 * @param findingsByRule findings by rule, with severity
 * @param findings the findings themselves, gravest first, at most {@value #FINDINGS_MAX}
 * @param texts the official texts of law that were read, by name
 * @param lawByVerification statements on law by how far they were checked
 * @param missing binding acts of which something was not read in their official words
 * @param duplicates pairs of things that may be one, the most certain first
 * @param names labels by language of what the findings are about, by IRI; of a passage its source and heading
 * @param history what earlier releases counted, the latest first, at most {@value #HISTORY_MAX}
 */
public record QualityReport(
        String release,
        Map<String, Long> entities,
        long statements,
        Map<String, Long> statementsByVerification,
        Map<String, Map<String, Long>> verificationByClass,
        long statementsFromOneSource,
        Map<String, Long> statementsAssessed,
        long passages,
        Map<String, Long> labels,
        List<RuleCount> findingsByRule,
        List<Finding> findings,
        List<TextRead> texts,
        Map<String, Long> lawByVerification,
        List<TextMissing> missing,
        List<SuspectedDuplicate> duplicates,
        Map<String, Map<String, String>> names,
        List<Counts> history) {
    private static final int FINDINGS_MAX = 1000;
    private static final int HISTORY_MAX = 100;

    /** A report of a release that did not count something yet says so by counting nothing. */
    public QualityReport {
        verificationByClass = verificationByClass == null ? Map.of() : verificationByClass;
        texts = texts == null ? List.of() : texts;
        lawByVerification = lawByVerification == null ? Map.of() : lawByVerification;
        missing = missing == null ? List.of() : missing;
        duplicates = duplicates == null ? List.of() : duplicates;
        names = names == null ? Map.of() : names;
        history = history == null ? List.of() : history;
    }

    /**
     * What a release counted.
     *
     * @param release its id
     * @param statements statements that sources make
     * @param byVerification the same by how far they were checked
     */
    public record Counts(String release, long statements, Map<String, Long> byVerification) {}

    /** This report with what the release before it counted, and those before that. */
    QualityReport after(QualityReport before) {
        if (before.release.equals(release)) {
            return withHistory(before.history);
        }
        List<Counts> all = new ArrayList<>();
        all.add(new Counts(before.release, before.statements, before.statementsByVerification));
        all.addAll(before.history);
        return withHistory(all.stream().limit(HISTORY_MAX).toList());
    }

    /** This report with what earlier releases counted. */
    QualityReport withHistory(List<Counts> earlier) {
        return new QualityReport(
                release,
                entities,
                statements,
                statementsByVerification,
                verificationByClass,
                statementsFromOneSource,
                statementsAssessed,
                passages,
                labels,
                findingsByRule,
                findings,
                texts,
                lawByVerification,
                missing,
                duplicates,
                names,
                earlier);
    }

    /**
     * @param rule its name
     * @param severity error, warn or info
     * @param problem what a breach means; empty when its findings differ
     * @param count how many findings
     */
    public record RuleCount(String rule, String severity, String problem, long count) {}

    /** Counts what the graph of a release holds. */
    static QualityReport of(String release, Graph graph, Report report) {
        Map<String, Long> byVerification = new TreeMap<>();
        Map<String, Map<String, Long>> byClass = new TreeMap<>();
        Map<String, Long> assessed = new TreeMap<>();
        Map<Triple, Integer> sources = new HashMap<>();
        Map<Node, Set<String>> statusOfPassage = new HashMap<>();
        long[] statements = new long[1];
        graph.stream(Node.ANY, RDF.type.asNode(), Wg.CLAIM)
                .map(Triple::getSubject)
                .forEach(claim -> {
                    statements[0]++;
                    sources.merge(Assessments.statement(graph, claim), 1, Integer::sum);
                    Set<String> marks = new HashSet<>();
                    Set<String> levels = new HashSet<>();
                    graph.stream(claim, Wg.HAS_PASSAGE, Node.ANY)
                            .map(Triple::getObject)
                            .forEach(passage -> {
                                marks.addAll(statusOfPassage.computeIfAbsent(
                                        passage, each -> slugs(graph, each, Wg.CLAIM_STATUS)));
                                Verification.ofPassage(graph, passage).ifPresent(levels::add);
                            });
                    marks.forEach(mark -> assessed.merge(mark, 1L, Long::sum));
                    Verification.best(levels).ifPresent(level -> {
                        byVerification.merge(level, 1L, Long::sum);
                        type(graph, claim)
                                .ifPresent(type -> byClass.computeIfAbsent(type, each -> new TreeMap<>())
                                        .merge(level, 1L, Long::sum));
                    });
                });
        return new QualityReport(
                release,
                entities(graph),
                statements[0],
                byVerification,
                byClass,
                sources.values().stream().filter(count -> count == 1).count(),
                assessed,
                graph.stream(Node.ANY, RDF.type.asNode(), Wg.PASSAGE).count(),
                labels(graph),
                rules(report),
                report.findings().stream().limit(FINDINGS_MAX).toList(),
                TextRead.all(graph),
                law(byClass, LawClasses.stated(graph)),
                TextMissing.all(graph),
                SuspectedDuplicate.all(graph),
                FindingNames.of(
                        graph, report.findings().stream().limit(FINDINGS_MAX).toList()),
                List.of());
    }

    private static Map<String, Long> law(Map<String, Map<String, Long>> byClass, Set<Node> classes) {
        Map<String, Long> law = new TreeMap<>();
        classes.forEach(type -> byClass.getOrDefault(type.getLocalName(), Map.of())
                .forEach((level, count) -> law.merge(level, count, Long::sum)));
        return law;
    }

    /** The class of what a claim is about. */
    private static Optional<String> type(Graph graph, Node claim) {
        return graph.stream(claim, RDF.subject.asNode(), Node.ANY)
                .flatMap(subject -> graph.stream(subject.getObject(), RDF.type.asNode(), Node.ANY))
                .map(Triple::getObject)
                .filter(type -> type.getURI().startsWith(Wg.NS))
                .map(Node::getLocalName)
                .min(Comparator.naturalOrder());
    }

    private static Set<String> slugs(Graph graph, Node subject, Node property) {
        Set<String> slugs = new HashSet<>();
        graph.stream(subject, property, Node.ANY)
                .forEach(triple -> slugs.add(ThingId.of(triple.getObject()).slug()));
        return slugs;
    }

    private static Map<String, Long> entities(Graph graph) {
        Map<String, Long> counts = new TreeMap<>();
        graph.stream(Node.ANY, Wg.TYPE_SEGMENT, Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .forEach(type -> {
                    long count = graph.stream(Node.ANY, RDF.type.asNode(), type).count();
                    if (count > 0) {
                        counts.put(type.getLocalName(), count);
                    }
                });
        counts.put(
                Wg.CONCEPT.getLocalName(),
                graph.stream(Node.ANY, RDF.type.asNode(), Wg.CONCEPT).count());
        return counts;
    }

    private static Map<String, Long> labels(Graph graph) {
        Map<String, Long> counts = new TreeMap<>();
        graph.stream(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .forEach(triple -> counts.merge(triple.getObject().getLiteralLanguage(), 1L, Long::sum));
        return counts;
    }

    private static List<RuleCount> rules(Report report) {
        Map<String, List<Finding>> byRule = new TreeMap<>();
        report.findings()
                .forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                        .add(finding));
        return byRule.values().stream()
                .sorted(Comparator.comparing((List<Finding> each) -> each.get(0).severity())
                        .thenComparing(each -> each.get(0).rule()))
                .map(each -> new RuleCount(
                        each.get(0).rule(),
                        each.get(0).severity().name().toLowerCase(Locale.ROOT),
                        each.get(0).problem(),
                        each.size()))
                .toList();
    }
}
