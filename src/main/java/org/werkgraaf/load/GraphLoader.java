package org.werkgraaf.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.werkgraaf.meaning.HierarchyDerivation;
import org.werkgraaf.meaning.OriginDerivation;
import org.werkgraaf.meaning.PeriodDerivation;
import org.werkgraaf.vocabulary.Graphs;

/** Turns content into a candidate: ontology, concepts, mappings, entities and a graph per source. */
public final class GraphLoader {
    /**
     * @param content the files
     * @return the candidate
     * @throws LoadException when a file cannot be parsed or breaks the rules of its folder
     */
    public Candidate load(Content content) {
        Map<String, Graph> graphs = new TreeMap<>();
        List<LoadProblem> problems = new ArrayList<>();
        content.file(OntologyCheck.ONTOLOGY)
                .ifPresentOrElse(
                        file -> parseInto(file, graph(graphs, Graphs.ONTOLOGY), problems),
                        () -> problems.add(new LoadProblem(
                                OntologyCheck.ONTOLOGY,
                                0,
                                0,
                                "The ontology is missing.",
                                "Point werkgraaf.content.ontology at a folder that holds werkgraaf.ttl.")));
        content.file(OntologyCheck.PRESENTATION)
                .ifPresentOrElse(
                        file -> parseInto(file, graph(graphs, Graphs.PRESENTATION), problems),
                        () -> problems.add(new LoadProblem(
                                OntologyCheck.PRESENTATION,
                                0,
                                0,
                                "What pages show of each class is missing.",
                                "Point werkgraaf.content.ontology at a folder that holds presentation.ttl.")));
        parseAll(content.in("ontology/concepts", ".ttl"), graph(graphs, Graphs.CONCEPTS), problems);
        parseAll(content.in("ontology/mappings", ".ttl"), graph(graphs, Graphs.MAPPINGS), problems);
        parseAll(content.in("data/entities", ".ttl"), graph(graphs, Graphs.ENTITIES), problems);

        content.files().stream()
                .filter(file -> !file.path().endsWith(".ttl") && !file.path().endsWith(".trig"))
                .forEach(file -> TextCheck.of(file).ifPresent(problems::add));

        SourceLoader sources = new SourceLoader(graphs, problems, EntitySegments.of(graph(graphs, Graphs.ONTOLOGY)));
        content.in("data/sources", ".trig").forEach(sources::load);
        sources.deriveMentions();
        sources.deriveVerification();
        new OntologyCheck(content, problems).check(graph(graphs, Graphs.ONTOLOGY), graph(graphs, Graphs.PRESENTATION));
        derive(graphs, Graphs.CONDITIONS, ConditionDerivation.of(graphs.values()));
        derive(graphs, Graphs.HIERARCHY, HierarchyDerivation.of(union(graphs)));
        derive(graphs, Graphs.DATES, PeriodDerivation.of(union(graphs)));
        derive(graphs, Graphs.DATES, OriginDerivation.of(union(graphs)));

        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(LoadProblem::file).thenComparingLong(LoadProblem::line));
            throw new LoadException(problems);
        }
        return Candidate.of(graphs, content.digest());
    }

    /**
     * Parses Turtle files into one graph of their own; blank nodes are allowed, as in shapes.
     *
     * @throws LoadException when one cannot be parsed
     */
    public static Graph parse(List<ContentFile> files) {
        Graph graph = GraphFactory.createDefaultGraph();
        List<LoadProblem> problems = new ArrayList<>();
        files.forEach(file -> problems.addAll(FileParser.parse(file, quad -> graph.add(quad.asTriple()))));
        if (!problems.isEmpty()) {
            throw new LoadException(problems);
        }
        return graph;
    }

    /** A graph of which nothing is derived is not there. */
    private static void derive(Map<String, Graph> graphs, Node name, List<Triple> derived) {
        if (!derived.isEmpty()) {
            derived.forEach(graph(graphs, name)::add);
        }
    }

    private static Graph union(Map<String, Graph> graphs) {
        return new MultiUnion(graphs.values().iterator());
    }

    static Graph graph(Map<String, Graph> graphs, Node name) {
        return graphs.computeIfAbsent(name.getURI(), iri -> GraphFactory.createDefaultGraph());
    }

    private static void parseAll(List<ContentFile> files, Graph target, List<LoadProblem> problems) {
        files.forEach(file -> parseInto(file, target, problems));
    }

    private static void parseInto(ContentFile file, Graph target, List<LoadProblem> problems) {
        List<Triple> triples = new ArrayList<>();
        List<Node> blanks = new ArrayList<>();
        List<LoadProblem> found = FileParser.parse(file, quad -> {
            triples.add(quad.asTriple());
            noteBlanks(quad, blanks);
        });
        problems.addAll(found);
        if (!blanks.isEmpty()) {
            problems.add(blankNodes(file));
        }
        triples.forEach(target::add);
    }

    static void noteBlanks(Quad quad, List<Node> blanks) {
        if (quad.getSubject().isBlank()) {
            blanks.add(quad.getSubject());
        }
        if (quad.getObject().isBlank()) {
            blanks.add(quad.getObject());
        }
    }

    static LoadProblem blankNodes(ContentFile file) {
        return new LoadProblem(
                file.path(),
                Lines.find(file, "["),
                0,
                "The file has things without an IRI (square brackets or _: names).",
                "Give each thing an IRI of its own, so that it can be cited and compared between releases.");
    }
}
