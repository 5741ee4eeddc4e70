package org.werkgraaf.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * Loads the files of {@code data/sources}: statements outside braces describe sources and passages; the statements inside a
 * pair of braces are claims that the passage after which the braces are named makes.
 */
final class SourceLoader {
    private static final Node TYPE = RDF.type.asNode();

    private final Map<String, Graph> graphs;
    private final List<LoadProblem> problems;
    private final EntitySegments segments;
    private final Map<Node, ContentFile> passageFiles = new HashMap<>();

    SourceLoader(Map<String, Graph> graphs, List<LoadProblem> problems, EntitySegments segments) {
        this.graphs = graphs;
        this.problems = problems;
        this.segments = segments;
    }

    void load(ContentFile file) {
        List<Triple> descriptions = new ArrayList<>();
        List<Quad> claims = new ArrayList<>();
        List<Node> blanks = new ArrayList<>();
        List<LoadProblem> found = FileParser.parse(file, quad -> {
            GraphLoader.noteBlanks(quad, blanks);
            if (quad.isDefaultGraph()) {
                descriptions.add(quad.asTriple());
            } else {
                claims.add(quad);
            }
        });
        problems.addAll(found);
        if (!blanks.isEmpty()) {
            problems.add(GraphLoader.blankNodes(file));
        }
        if (found.isEmpty() && blanks.isEmpty()) {
            place(file, descriptions, claims);
        }
    }

    private void place(ContentFile file, List<Triple> descriptions, List<Quad> claims) {
        Map<Node, Node> sourceOf = new LinkedHashMap<>();
        for (Triple triple : descriptions) {
            if (triple.getPredicate().equals(Wg.IN_SOURCE)) {
                sourceOf.put(triple.getSubject(), triple.getObject());
                notePassage(file, triple.getSubject());
            } else if (triple.getPredicate().equals(TYPE) && triple.getObject().equals(Wg.SOURCE)) {
                sourceOf.put(triple.getSubject(), triple.getSubject());
            }
        }
        for (Triple triple : descriptions) {
            Node source = sourceOf.get(triple.getSubject());
            if (source != null && isSource(source)) {
                boolean catalogue = triple.getSubject().equals(source);
                (catalogue ? GraphLoader.graph(graphs, Graphs.SOURCES) : graph(source)).add(triple);
            } else {
                misplaced(file, triple.getSubject());
            }
        }
        for (Quad quad : claims) {
            Node source = sourceOf.get(quad.getGraph());
            if (source != null && isSource(source) && !quad.getGraph().equals(source)) {
                addClaim(graph(source), source, quad);
            } else {
                unknownPassage(file, quad.getGraph());
            }
        }
    }

    private static boolean isSource(Node source) {
        return ThingId.find(source).filter(id -> id.segment().equals("source")).isPresent();
    }

    private void notePassage(ContentFile file, Node passage) {
        ContentFile earlier = passageFiles.putIfAbsent(passage, file);
        if (earlier != null && !earlier.path().equals(file.path())) {
            problem(
                    file,
                    passage,
                    "The passage " + passage + " is described in " + earlier.path() + " too.",
                    "Describe each passage in one file only; give one of the two another letter.");
        }
    }

    private void addClaim(Graph graph, Node source, Quad quad) {
        Triple triple = quad.asTriple();
        graph.add(triple);
        Node claim = claimOf(source, triple);
        graph.add(claim, TYPE, Wg.CLAIM);
        graph.add(claim, RDF.subject.asNode(), triple.getSubject());
        graph.add(claim, RDF.predicate.asNode(), triple.getPredicate());
        graph.add(claim, RDF.object.asNode(), triple.getObject());
        graph.add(claim, Wg.HAS_PASSAGE, quad.getGraph());
    }

    /** The same statement of the same source always has the same IRI. */
    private static Node claimOf(Node source, Triple triple) {
        String text = source.getURI()
                + ' '
                + NodeFmtLib.strNT(triple.getSubject())
                + ' '
                + NodeFmtLib.strNT(triple.getPredicate())
                + ' '
                + NodeFmtLib.strNT(triple.getObject());
        return NodeFactory.createURI(ThingId.THINGS + "claim/" + Digests.shortOf(text));
    }

    /** A passage mentions the subject and object of each claim that it makes. */
    void deriveMentions() {
        for (Graph graph : graphs.values()) {
            List<Triple> mentions = new ArrayList<>();
            graph.stream(Node.ANY, Wg.HAS_PASSAGE, Node.ANY).forEach(link -> {
                Node claim = link.getSubject();
                graph.stream(claim, Node.ANY, Node.ANY)
                        .filter(triple -> isSubjectOrObject(triple.getPredicate()))
                        .map(Triple::getObject)
                        .filter(segments::isEntity)
                        .forEach(thing -> mentions.add(Triple.create(link.getObject(), Wg.MENTIONS, thing)));
            });
            mentions.forEach(graph::add);
        }
    }

    /** A claim is checked as far as the best of its passages, so that a query needs one line to ask it. */
    void deriveVerification() {
        for (Graph graph : List.copyOf(graphs.values())) {
            Graph described = new Union(graph, GraphLoader.graph(graphs, Graphs.SOURCES));
            Map<Node, Set<String>> statuses = new HashMap<>();
            graph.stream(Node.ANY, Wg.HAS_PASSAGE, Node.ANY)
                    .forEach(link -> Verification.ofPassage(described, link.getObject())
                            .ifPresent(status -> statuses.computeIfAbsent(link.getSubject(), claim -> new HashSet<>())
                                    .add(status)));
            statuses.forEach((claim, found) -> Verification.best(found)
                    .ifPresent(best -> graph.add(claim, Wg.VERIFICATION, new ThingId("verification", best).node())));
        }
    }

    private static boolean isSubjectOrObject(Node predicate) {
        return predicate.equals(RDF.subject.asNode()) || predicate.equals(RDF.object.asNode());
    }

    private Graph graph(Node source) {
        return GraphLoader.graph(graphs, Graphs.ofSource(source));
    }

    private void misplaced(ContentFile file, Node subject) {
        problem(
                file,
                subject,
                "Statements about " + subject + " stand outside braces, but it is neither a wg:Source nor a wg:Passage"
                        + " with wg:inSource.",
                "Put what the source says inside braces named after a passage, and what a thing is in data/entities.");
    }

    private void unknownPassage(ContentFile file, Node passage) {
        problem(
                file,
                passage,
                "The braces are named " + passage + ", which this file does not describe as a passage of a source.",
                "Describe the passage above the braces, with wg:inSource, or correct the name.");
    }

    private void problem(ContentFile file, Node about, String reason, String solution) {
        LoadProblem problem = new LoadProblem(file.path(), Lines.find(file, about), 0, reason, solution);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
