package org.werkgraaf.competency;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.werkgraaf.load.Candidate;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;

/** The content of the jar in memory: a named graph per source, and the union of all as default graph. */
final class PackagedContent {
    private static final long FILE_BYTES_MAX = 20_000_000;

    private final Candidate candidate;
    private final Dataset dataset;

    private PackagedContent(Candidate candidate, Dataset dataset) {
        this.candidate = candidate;
        this.dataset = dataset;
    }

    static PackagedContent load() {
        ContentReader reader = new ContentReader(
                "classpath:werkgraaf/ontology",
                "classpath:werkgraaf/data",
                "classpath:werkgraaf/queries",
                FILE_BYTES_MAX);
        Candidate candidate = new GraphLoader().load(reader.read());
        DatasetGraph graphs = new DatasetGraphMapLink(candidate.union());
        candidate.graphs().forEach((name, graph) -> graphs.addGraph(NodeFactory.createURI(name), graph));
        return new PackagedContent(candidate, DatasetFactory.wrap(graphs));
    }

    Graph graph(Node name) {
        return candidate.graph(name);
    }

    /** The lines of the answer as CSV: the variables, then the rows. */
    List<String> answer(Query query) {
        try (QueryExecution execution =
                QueryExecution.dataset(dataset).query(query).build()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetFormatter.outputAsCSV(out, execution.execSelect());
            return out.toString(StandardCharsets.UTF_8).lines().toList();
        }
    }
}
