package org.werkgraaf.query;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.store.Snapshot;

/**
 * What a query is asked of.
 *
 * @param all the graphs of a release, as they are held here; to be read in the transaction of the caller
 * @param release id of the release; empty when there is none
 * @param graphs the graphs that the query or its request names, all of them of the release; without any it is all of them, and the union
 *     of all is the default graph
 */
public record QueryScope(DatasetGraph all, String release, DatasetDescription graphs) {
    /** All of a release, or some graphs of it. */
    public static QueryScope of(Snapshot snapshot, @Nullable DatasetDescription graphs) {
        return new QueryScope(
                snapshot.dataset(),
                snapshot.releaseId().orElse(""),
                graphs == null ? new DatasetDescription() : graphs);
    }

    /** All of a release. */
    public static QueryScope of(Snapshot snapshot) {
        return of(snapshot, null);
    }

    /** The graphs that are asked, as they are held here. */
    DatasetGraph dataset() {
        return graphs.isEmpty() ? all : DynamicDatasets.dynamicDataset(graphs, all, false);
    }

    /** What DESCRIBE takes statements from. */
    Graph described() {
        return graphs.isEmpty() ? all.getUnionGraph() : dataset().getDefaultGraph();
    }
}
