package org.werkgraaf.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Hierarchy;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads the atlas of the published release, once for each release. */
public final class AtlasReader {
    private final GraphStore store;
    private @Nullable Atlas atlas;

    /** @param store the published graph */
    public AtlasReader(GraphStore store) {
        this.store = store;
    }

    /**
     * The atlas of the release that is published now.
     *
     * @throws IllegalStateException when there is no release yet
     */
    public synchronized Atlas atlas() {
        Atlas read = store.read(snapshot -> {
            String release =
                    snapshot.releaseId().orElseThrow(() -> new IllegalStateException("No release is published yet"));
            Atlas known = atlas;
            return known != null && known.release().equals(release) ? known : read(snapshot, release);
        });
        atlas = read;
        return read;
    }

    private static Atlas read(Snapshot snapshot, String release) {
        Graph graph = snapshot.union();
        Graph ontology = new Union(snapshot.graph(Graphs.ONTOLOGY), snapshot.graph(Graphs.PRESENTATION));
        TermLabels vocabulary = new TermLabels(ontology);
        Presentation presentation = Presentation.of(ontology);
        Assessments assessments = Assessments.of(graph);
        Map<String, Atlas.Thing> things = things(graph, vocabulary, presentation);
        Map<String, List<Atlas.Link>> links = new HashMap<>();
        Map<String, Map<String, List<String>>> values = new HashMap<>();
        for (String id : things.keySet()) {
            Node node = ThingId.parse(id).orElseThrow().node();
            graph.stream(node, Node.ANY, Node.ANY)
                    .filter(assessments::accepts)
                    .filter(triple -> !Wg.DERIVED.contains(triple.getPredicate()))
                    .forEach(triple -> note(triple, id, things, links, values));
        }
        links.values()
                .forEach(list -> list.sort(Comparator.comparing(Atlas.Link::from)
                        .thenComparing(Atlas.Link::relation)
                        .thenComparing(Atlas.Link::to)));
        values.values().forEach(each -> each.values().forEach(list -> list.sort(null)));
        return new Atlas(release, things, links, values, presentation, Hierarchy.of(graph));
    }

    private static Map<String, Atlas.Thing> things(Graph graph, TermLabels vocabulary, Presentation presentation) {
        Map<String, Atlas.Thing> things = new TreeMap<>();
        graph.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isURI()
                        && triple.getObject().getURI().startsWith(Wg.NS))
                .filter(triple -> vocabulary.isClass(triple.getObject()) && presentation.lists(triple.getObject()))
                .forEach(triple -> ThingId.find(triple.getSubject())
                        .ifPresent(id -> things.put(
                                id.toString(),
                                new Atlas.Thing(
                                        id.toString(),
                                        triple.getObject().getLocalName(),
                                        Literals.byLanguage(graph, triple.getSubject(), SKOS.prefLabel.asNode()),
                                        Literals.byLanguage(graph, triple.getSubject(), Wg.SHORT_NAME)))));
        return things;
    }

    private static void note(
            Triple triple,
            String id,
            Map<String, Atlas.Thing> things,
            Map<String, List<Atlas.Link>> links,
            Map<String, Map<String, List<String>>> values) {
        String name = triple.getPredicate().getLocalName();
        Node object = triple.getObject();
        if (object.isLiteral()) {
            if (triple.getPredicate().getURI().startsWith(Wg.NS)) {
                values.computeIfAbsent(id, key -> new HashMap<>())
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(object.getLiteralLexicalForm());
            }
            return;
        }
        String other = ThingId.find(object).map(ThingId::toString).orElse("");
        if (things.containsKey(other) && !other.equals(id)) {
            Atlas.Link link = new Atlas.Link(id, name, other);
            links.computeIfAbsent(id, key -> new ArrayList<>()).add(link);
            links.computeIfAbsent(other, key -> new ArrayList<>()).add(link);
        }
    }
}
