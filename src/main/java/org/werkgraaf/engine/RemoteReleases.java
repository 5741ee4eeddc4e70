package org.werkgraaf.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.DCTerms;
import org.werkgraaf.query.EngineException;
import org.werkgraaf.query.EngineException.Reason;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.vocabulary.Wg;

/**
 * The releases that the other store holds. One is put there graph by graph, compared, and only then marked as whole in the catalogue by
 * one update; the mark is the first that goes when it is taken away. So a release of which only a part is there is none.
 */
final class RemoteReleases {
    /** Larger releases are counted: to compare them takes their graphs through memory. */
    private static final long COMPARED_MAX = 3_000_000;

    private static final int BATCH = 50;

    private static final String MARKED = """
            SELECT ?id ?digest ?issued WHERE { GRAPH ?catalogue {
              ?release ?hasIdentifier ?id ; ?hasDigest ?digest ; ?wasIssued ?issued } }
            """;
    private static final String MARKED_SO = """
            SELECT ?release WHERE { GRAPH ?catalogue { ?release ?hasIdentifier ?id ; ?wasIssued ?issued } }
            """;
    private static final String BEGUN = """
            SELECT DISTINCT ?release WHERE { GRAPH ?catalogue { ?release ?hasPart ?graph } }
            """;
    private static final String PARTS = """
            SELECT ?graph WHERE { GRAPH ?catalogue { ?release ?hasPart ?graph } }
            """;
    private static final String LIST =
            "INSERT DATA { GRAPH ?catalogue { ?release ?hasPart ?graph . ?graph ?isVersionOf ?published } }";
    private static final String JOIN = "INSERT { GRAPH ?union { ?s ?p ?o } } WHERE { GRAPH ?graph { ?s ?p ?o } }";
    private static final String COUNT = "SELECT (COUNT(*) AS ?count) WHERE { GRAPH ?graph { ?s ?p ?o } }";
    private static final String MARK = """
            INSERT DATA { GRAPH ?catalogue { ?release ?hasIdentifier ?id ; ?hasDigest ?digest ; ?wasIssued ?issued } }
            """;
    private static final String UNMARK = "DELETE WHERE { GRAPH ?catalogue { ?release ?wasIssued ?any } }";
    private static final String DROP = "DROP SILENT GRAPH ?graph";
    private static final String FORGET_GRAPH = "DELETE WHERE { GRAPH ?catalogue { ?graph ?isVersionOf ?any } }";
    private static final String FORGET = "DELETE WHERE { GRAPH ?catalogue { ?release ?property ?value } }";

    private final EngineClient client;
    private final EngineSettings settings;
    private final Function<Graph, String> digest;

    /** @param digest names what a graph says, as it was named when it was published */
    RemoteReleases(EngineClient client, EngineSettings settings, Function<Graph, String> digest) {
        this.client = client;
        this.settings = settings;
        this.digest = digest;
    }

    /**
     * A release that is whole there.
     *
     * @param digest of the release
     * @param stamp another one each time that it is put there
     */
    record Held(String digest, String stamp) {}

    /** What is whole there, by the id of the release. */
    Map<String, Held> held() {
        Map<String, Held> held = new HashMap<>();
        rows(text(MARKED))
                .forEach(row -> held.put(
                        row.get("id").getLiteralLexicalForm(),
                        new Held(
                                row.get("digest").getLiteralLexicalForm(),
                                row.get("issued").getLiteralLexicalForm())));
        return held;
    }

    /** The ids of releases of which something is there, whole or not. */
    List<String> begun() {
        return rows(text(BEGUN)).stream()
                .map(row ->
                        org.werkgraaf.vocabulary.ThingId.of(row.get("release")).slug())
                .toList();
    }

    /** @throws EngineException when the release is there no more as it was put there at that time */
    void require(String id, String stamp) {
        ParameterizedSparqlString query = text(MARKED_SO);
        query.setLiteral("id", id);
        query.setLiteral("issued", stamp);
        if (rows(query).isEmpty()) {
            throw new EngineException(
                    Reason.UNAVAILABLE,
                    "The store that answers SPARQL has the release " + id
                            + " no more as it was put there, so there is no answer. Try again in a moment.");
        }
    }

    /**
     * Puts a release there, in place of what is there of it.
     *
     * @param stopping asked between graphs whether to give up
     * @return its stamp
     * @throws EngineException when it could not be, or what is there is not what was put there
     */
    String put(Snapshot snapshot, BooleanSupplier stopping) {
        Release release = snapshot.release().orElseThrow();
        ReleaseNames names = new ReleaseNames(release.id());
        remove(release.id());
        List<String> graphs = graphs(snapshot);
        add(names, graphs, published -> {
            if (stopping.getAsBoolean()) {
                throw new EngineException(Reason.UNAVAILABLE, "The service is being stopped.");
            }
            return snapshot.graph(NodeFactory.createURI(published));
        });
        List<String> differences = differences(snapshot);
        if (!differences.isEmpty()) {
            throw new EngineException(
                    Reason.UNAVAILABLE,
                    "What the store that answers SPARQL has of release " + release.id() + " is not what was put there: "
                            + differences.get(0) + " (" + differences.size() + " differences)");
        }
        String stamp = Instant.now().toString();
        ParameterizedSparqlString mark = text(MARK);
        set(mark, "release", names.release());
        mark.setLiteral("id", release.id());
        mark.setLiteral("digest", release.digest());
        mark.setLiteral("issued", stamp);
        client.update(mark.toString());
        return stamp;
    }

    /** Puts graphs of a release there, that are not there. */
    void add(ReleaseNames names, List<String> graphs, Function<String, Graph> content) {
        // Listed first: what is listed is found when it is to be taken away.
        inBatches(LIST, names, graphs);
        graphs.forEach(published -> put(names.graph(published), content.apply(published)));
        inBatches(JOIN, names, graphs);
    }

    /** Many small updates cost a store a write to the disk each. */
    private void inBatches(String template, ReleaseNames names, List<String> graphs) {
        for (int from = 0; from < graphs.size(); from += BATCH) {
            client.update(graphs.subList(from, Math.min(graphs.size(), from + BATCH)).stream()
                    .map(published -> {
                        ParameterizedSparqlString update = text(template);
                        set(update, "release", names.release());
                        set(update, "graph", names.graph(published));
                        set(update, "published", NodeFactory.createURI(published));
                        set(update, "union", names.union());
                        return update.toString();
                    })
                    .collect(Collectors.joining(" ;\n")));
        }
    }

    private void put(Node name, Graph graph) {
        try {
            Path file = Files.createTempFile("werkgraaf-graph", ".nt");
            try {
                try (OutputStream out = Files.newOutputStream(file)) {
                    RDFDataMgr.write(out, graph, Lang.NTRIPLES);
                }
                client.put(name, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A graph could not be put by to be sent", e);
        }
    }

    /** Takes a release away, whole or not. */
    void remove(String id) {
        ReleaseNames names = new ReleaseNames(id);
        update(UNMARK, names.release(), names.union());
        ParameterizedSparqlString parts = text(PARTS);
        set(parts, "release", names.release());
        for (Binding row : rows(parts)) {
            update(DROP + " ;\n" + FORGET_GRAPH, names.release(), row.get("graph"));
        }
        update(DROP, names.release(), names.union());
        update(FORGET, names.release(), names.union());
    }

    private void update(String template, Node release, Node graph) {
        ParameterizedSparqlString update = text(template);
        set(update, "release", release);
        set(update, "graph", graph);
        client.update(update.toString());
    }

    /** What is there of a release, held against what is here; each difference as a sentence. */
    List<String> differences(Snapshot snapshot) {
        Release release = snapshot.release().orElseThrow();
        ReleaseNames names = new ReleaseNames(release.id());
        boolean read = settings.digests() && release.triples() <= COMPARED_MAX;
        List<String> differences = new ArrayList<>();
        Map<String, Release.GraphState> states = new TreeMap<>(release.graphs());
        for (String published : graphs(snapshot)) {
            Graph here = snapshot.graph(NodeFactory.createURI(published));
            Release.GraphState state =
                    states.computeIfAbsent(published, name -> new Release.GraphState(digest.apply(here), here.size()));
            Node graph = names.graph(published);
            long count = count(graph);
            if (count != state.triples()) {
                differences.add("The graph " + published + " has " + count + " statements there and " + state.triples()
                        + " here.");
            } else if (read && !digest.apply(graph(graph)).equals(state.digest())) {
                differences.add("The graph " + published + " says something else there.");
            }
        }
        long union = count(names.union());
        long here = snapshot.union().stream().count();
        if (union != here) {
            differences.add("All graphs in one have " + union + " statements there and " + here + " here.");
        }
        return differences;
    }

    /** All graphs of a release in one, as they are there. */
    Graph union(String id) {
        return graph(new ReleaseNames(id).union());
    }

    private Graph graph(Node name) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        try (InputStream in = client.get(name)) {
            RDFParser.source(in).lang(Lang.NTRIPLES).parse(graph);
        } catch (IOException e) {
            throw EngineClient.unreachable(e);
        }
        return graph;
    }

    private long count(Node graph) {
        ParameterizedSparqlString query = text(COUNT);
        set(query, "graph", graph);
        return ((Number) rows(query, true).get(0).get("count").getLiteralValue()).longValue();
    }

    private static List<String> graphs(Snapshot snapshot) {
        List<String> graphs = new ArrayList<>();
        snapshot.dataset().listGraphNodes().forEachRemaining(each -> graphs.add(each.getURI()));
        return graphs;
    }

    private static ParameterizedSparqlString text(String template) {
        ParameterizedSparqlString text = new ParameterizedSparqlString(template);
        set(text, "catalogue", ReleaseNames.CATALOGUE);
        set(text, "hasPart", DCTerms.hasPart.asNode());
        set(text, "isVersionOf", DCTerms.isVersionOf.asNode());
        set(text, "hasIdentifier", DCTerms.identifier.asNode());
        set(text, "wasIssued", DCTerms.issued.asNode());
        set(text, "hasDigest", NodeFactory.createURI(Wg.NS + PropertyNames.DIGEST));
        return text;
    }

    private static void set(ParameterizedSparqlString text, String name, Node value) {
        text.setParam(name, value);
    }

    private List<Binding> rows(ParameterizedSparqlString query) {
        return rows(query, false);
    }

    private List<Binding> rows(ParameterizedSparqlString query, boolean counts) {
        try (InputStream in = client.rows(query.toString(), counts)) {
            RowSet found = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                    .create(ResultSetLang.RS_JSON)
                    .read(in, Context.emptyContext());
            List<Binding> rows = new ArrayList<>();
            found.forEachRemaining(rows::add);
            return rows;
        } catch (IOException e) {
            throw EngineClient.unreachable(e);
        } catch (EngineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EngineException(
                    Reason.UNAVAILABLE, "The store that answers SPARQL gave something that is no answer.", e);
        }
    }
}
