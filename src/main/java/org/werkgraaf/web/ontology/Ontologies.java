package org.werkgraaf.web.ontology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.publish.ContentShapes;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.web.Prepared;
import org.werkgraaf.web.http.RdfFormat;

/** The ontology and the shapes of the release that is served, as a page and as files; made when the service is ready and once per release. */
@Component
class Ontologies implements Prepared {
    private final GraphStore store;
    private final Publisher publisher;
    private final AtomicReference<@Nullable Made> made = new AtomicReference<>();

    Ontologies(GraphStore store, Publisher publisher) {
        this.store = store;
        this.publisher = publisher;
    }

    /** Readers do not wait for what can be ready before they ask. */
    @Override
    public void prepare() {
        if (store.release().isPresent()) {
            current();
        }
    }

    Made current() {
        return store.read(snapshot -> {
            String release =
                    snapshot.releaseId().orElseThrow(() -> new IllegalStateException("No release is published yet"));
            ContentShapes shapes = publisher.shapes();
            Made known = made.get();
            if (known != null && known.page().release().equals(release) && known.shapes() == shapes) {
                return known;
            }
            Graph terms = GraphFactory.createDefaultGraph();
            GraphUtil.addInto(terms, snapshot.graph(Graphs.ONTOLOGY));
            OntologyPage page = new OntologyReader(terms, snapshot.union(), shapes.graph())
                    .read(release, Presentation.of(new Union(terms, snapshot.graph(Graphs.PRESENTATION))));
            Made fresh = new Made(page, terms, shapes, new ConcurrentHashMap<>());
            made.set(fresh);
            return fresh;
        });
    }

    /**
     * @param page what readers see
     * @param terms the ontology
     * @param shapes what content must keep
     * @param files what was written already, by name and format
     */
    record Made(OntologyPage page, Graph terms, ContentShapes shapes, Map<String, byte[]> files) {
        byte[] ontology(RdfFormat format) {
            return files.computeIfAbsent("ontology " + format, name -> written(terms, format));
        }

        byte[] shapes(RdfFormat format) {
            return files.computeIfAbsent("shapes " + format, name -> written(shapes.graph(), format));
        }

        private static byte[] written(Graph graph, RdfFormat format) {
            Graph named = GraphFactory.createDefaultGraph();
            GraphUtil.addInto(named, graph);
            named.getPrefixMapping()
                    .setNsPrefixes(Prefixes.mapping())
                    .setNsPrefix("sh", "http://www.w3.org/ns/shacl#")
                    .setNsPrefix("shape", "https://w3id.org/werkgraaf/shape#");
            return format.write(named);
        }
    }
}
