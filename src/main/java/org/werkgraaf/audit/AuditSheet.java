package org.werkgraaf.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** A form in Markdown on which somebody ticks off, statement by statement, whether its place says it. */
public final class AuditSheet {
    private static final List<String> VERDICTS = List.of(
            "right: the place says it",
            "too wide or too narrow",
            "wrong",
            "right, but this place does not say it",
            "could not be checked");

    private final Graph graph;
    private final String lang;
    private final StringBuilder text = new StringBuilder();

    private AuditSheet(Graph graph, String lang) {
        this.graph = graph;
        this.lang = lang;
    }

    /**
     * Draws and writes.
     *
     * @param graph all graphs of a release in one
     * @param release its id
     * @return the form; the same release and request always give the same bytes
     */
    public static String of(Graph graph, String release, AuditRequest request) {
        Draw draw = Draw.of(graph, request);
        AuditSheet sheet = new AuditSheet(graph, request.lang());
        sheet.head(release, request, draw);
        int number = 0;
        for (Node claim : draw.claims()) {
            sheet.statement(++number, claim);
        }
        return sheet.text.toString();
    }

    private void head(String release, AuditRequest request, Draw draw) {
        line("# Audit of " + draw.claims().size() + " statements");
        line("");
        line("Drawn from the " + draw.from() + " "
                + request.verification().map(status -> "`" + status + "` ").orElse("")
                + (request.law() ? "statements on law" : "statements") + " of release `" + release + "` with seed "
                + request.seed()
                + ". Tick one box each, say in the note what you saw, and keep the form in `data/audits/`.");
        line("");
        line("Audited by: ");
        line("On: ");
        line("");
        line("| verdict | number |");
        line("|---|---|");
        VERDICTS.forEach(verdict -> line("| " + verdict + " | |"));
    }

    private void statement(int number, Node claim) {
        Triple statement = Assessments.statement(graph, claim);
        line("");
        line("## " + number + ". " + name(statement.getSubject()) + " – " + term(statement.getPredicate()) + " – "
                + name(statement.getObject()));
        line("");
        line("`" + id(statement.getSubject()) + "` `" + statement.getPredicate().getLocalName() + "` `"
                + id(statement.getObject()) + "`");
        definition(statement.getSubject());
        definition(statement.getObject());
        graph.stream(claim, Wg.HAS_PASSAGE, Node.ANY)
                .map(Triple::getObject)
                .sorted(Comparator.comparing(Node::getURI))
                .forEach(this::passage);
        line("");
        VERDICTS.forEach(verdict -> line("- [ ] " + verdict));
        line("");
        line("Note: ");
    }

    private void passage(Node passage) {
        Optional<Node> source = object(passage, Wg.IN_SOURCE);
        String place = Stream.of(Wg.SECTION, Wg.PAGE, Wg.PARAGRAPH, Wg.LINE)
                .map(property -> text(passage, property)
                        .map(found -> property.equals(Wg.SECTION) ? found : property.getLocalName() + " " + found))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        line("");
        line("- Place: " + source.map(this::name).orElse("") + (place.isEmpty() ? "" : ", " + place) + " (`"
                + id(passage) + "`)");
        text(passage, Wg.PARAPHRASE).ifPresent(said -> line("- It says: " + said));
        Verification.ofPassage(graph, passage).ifPresent(status -> line("- Checked: " + status));
        String premises = graph.stream(passage, Wg.INFERRED_FROM, Node.ANY)
                .map(link -> "`" + id(link.getObject()) + "`")
                .sorted()
                .collect(Collectors.joining(", "));
        if (!premises.isEmpty()) {
            line("- Inferred from: " + premises);
        }
        // A report on several pages does not say which of them holds the place, so all are named.
        Stream.concat(Stream.of(passage), source.stream())
                .map(this::pages)
                .filter(pages -> !pages.isEmpty())
                .findFirst()
                .ifPresent(pages -> line("- Read it: " + pages));
    }

    private String pages(Node thing) {
        return graph.stream(thing, Wg.WEB_PAGE, Node.ANY)
                .map(link -> "<" + link.getObject().getURI() + ">")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** What a thing is decides whether a statement on it is right. */
    private void definition(Node thing) {
        text(thing, SKOS.definition.asNode()).ifPresent(found -> {
            line("");
            line("> " + name(thing) + ": " + found);
        });
    }

    private String name(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        return text(node, SKOS.prefLabel.asNode()).orElseGet(() -> id(node));
    }

    private String term(Node property) {
        return text(property, RDFS.label.asNode()).orElseGet(property::getLocalName);
    }

    private static String id(Node node) {
        return node.isLiteral()
                ? node.getLiteralLexicalForm()
                : ThingId.find(node).map(ThingId::toString).orElseGet(node::toString);
    }

    private Optional<String> text(Node subject, Node property) {
        Map<String, String> texts = new TreeMap<>();
        graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .forEach(each -> texts.merge(
                        each.getLiteralLanguage(),
                        each.getLiteralLexicalForm(),
                        (a, b) -> a.compareTo(b) <= 0 ? a : b));
        return texts.isEmpty() ? Optional.empty() : Optional.of(Languages.pick(texts, lang, ""));
    }

    private Optional<Node> object(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .min(Comparator.comparing(Node::toString));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
