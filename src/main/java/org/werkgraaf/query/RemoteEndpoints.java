package org.werkgraaf.query;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.werkgraaf.query.QueryRefusedException.Reason;

/** The endpoints that SERVICE may call: none, unless the operator names them. */
public final class RemoteEndpoints {
    /** For queries that must not call any. */
    public static final RemoteEndpoints NONE = new RemoteEndpoints(Set.of());

    private final Set<URI> allowed;

    /** @param limits name the endpoints */
    public RemoteEndpoints(QueryLimits limits) {
        this(limits.services().stream().map(URI::create).collect(Collectors.toUnmodifiableSet()));
    }

    private RemoteEndpoints(Set<URI> allowed) {
        this.allowed = allowed;
    }

    /**
     * Looks at SERVICE before anything runs. What a variable is bound to is looked at again when it is.
     *
     * @throws QueryRefusedException when it could call only what is not allowed
     */
    void check(Node service) {
        if (allowed.isEmpty() || (service.isURI() && !allows(service))) {
            throw refused(service);
        }
    }

    /** Whether this very address is allowed. */
    boolean allows(Node service) {
        try {
            return service.isURI() && allowed.contains(URI.create(service.getURI()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    QueryRefusedException refused(Node service) {
        return new QueryRefusedException(
                Reason.REMOTE,
                "The query has SERVICE " + (service.isURI() ? "<" + service.getURI() + ">" : String.valueOf(service))
                        + ". "
                        + (allowed.isEmpty()
                                ? "This endpoint calls no other."
                                : "This endpoint calls only "
                                        + allowed.stream()
                                                .map(URI::toString)
                                                .sorted()
                                                .collect(Collectors.joining(", ")) + ".")
                        + " Ask each endpoint by itself and join the results.");
    }

    /** Lets a query call what is allowed, by our own client and by no other way. */
    void apply(Context context, Meter meter) {
        // ARQ's own client follows redirects and reads without end.
        context.set(ARQ.httpServiceAllowed, false);
        ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
        registry.add((service, original, row, execution) -> {
            if (!allows(service.getService())) {
                throw meter.stopHere(refused(service.getService()));
            }
            return new RemoteCall(service, row, execution, meter).rows();
        });
        ServiceExecutorRegistry.set(context, registry);
    }
}
