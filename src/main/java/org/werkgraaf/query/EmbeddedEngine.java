package org.werkgraaf.query;

import java.util.Iterator;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.util.Context;
import org.werkgraaf.store.WatchedExecution;

/** Answers queries in this process, from the graphs of the release, step by step under the meter. */
public final class EmbeddedEngine implements QueryEngine {
    private final RemoteEndpoints endpoints;

    /** @param endpoints what SERVICE may call */
    public EmbeddedEngine(RemoteEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Execution execute(Query query, QueryScope scope, Meter meter) {
        DatasetGraph dataset = scope.dataset();
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        Context context = Context.setupContextForDataset(ARQ.getContext(), dataset);
        context.set(ARQConstants.symCancelQuery, meter.signal());
        RewriteFactory rewrite = own -> op -> Optimize.stdOptimizationFactory
                .create(own)
                .rewrite(Transformer.transformSkipService(new TransformCopy(), new BoundedFunctions(meter), op));
        context.set(ARQConstants.sysOptimizerFactory, rewrite);
        WatchedExecution.apply(context, meter);
        endpoints.apply(context, meter);
        return new Running(QueryExecDatasetBuilder.create()
                .dataset(dataset)
                .query(query)
                .context(context)
                .build());
    }

    private record Running(QueryExec execution) implements Execution {
        @Override
        public Iterator<Binding> rows() {
            return execution.select();
        }

        @Override
        public boolean truth() {
            return execution.ask();
        }

        @Override
        public Iterator<Triple> triples() {
            return execution.constructTriples();
        }

        @Override
        public void close() {
            execution.close();
        }
    }
}
