package org.werkgraaf;

import java.net.URI;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.werkgraaf.engine.EngineSettings;

/**
 * The store that answers SPARQL in place of the one that is built in. Each is documented in {@code docs/operations.md}.
 *
 * @param query address that answers queries; empty for the one that is built in
 * @param update address that takes updates; empty when this service does not write there
 * @param data address of the graph store protocol; empty when this service does not write there
 * @param user who the service is to it
 * @param password the secret between them
 * @param lookSeconds how often it is looked whether it has what is served
 * @param graceSeconds how long a release stays there that is served no more
 * @param connectMillisMax how long a connection may take
 * @param writeMillisMax how long one graph may take to be written or read
 * @param compare {@code digests} or {@code counts}
 * @param paths whether it is asked what follows a path of any length
 */
public record SparqlEngineSettings(
        @DefaultValue("") String query,
        @DefaultValue("") String update,
        @DefaultValue("") String data,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("30") int lookSeconds,
        @DefaultValue("600") int graceSeconds,
        @DefaultValue("3000") int connectMillisMax,
        @DefaultValue("600000") int writeMillisMax,
        @DefaultValue("digests") String compare,
        @DefaultValue("true") boolean paths) {
    private static final String PREFIX = "werkgraaf.sparql.engine.";

    /** Whether another store answers. */
    boolean isSet() {
        return !query.isEmpty();
    }

    /** @throws IllegalArgumentException when the settings do not agree */
    EngineSettings checked() {
        if (update.isEmpty() != data.isEmpty()) {
            throw new IllegalArgumentException("Of the settings " + PREFIX + "update and " + PREFIX
                    + "data one is empty; name both addresses, or neither if another service writes there.");
        }
        boolean digests = switch (compare) {
            case "digests" -> true;
            case "counts" -> false;
            default ->
                throw new IllegalArgumentException(
                        "The setting " + PREFIX + "compare is '" + compare + "'; use digests or counts.");
        };
        URI address = EngineSettings.address(PREFIX + "query", query);
        return new EngineSettings(
                address,
                update.isEmpty() ? null : EngineSettings.address(PREFIX + "update", update),
                data.isEmpty() ? null : EngineSettings.address(PREFIX + "data", data),
                user,
                password,
                Math.max(1, lookSeconds),
                graceSeconds,
                connectMillisMax,
                writeMillisMax,
                digests,
                paths);
    }

    /** Whether another store answers, for what is only there then. */
    static final class IsSet implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty(PREFIX + "query", "").isEmpty();
        }
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "SparqlEngineSettings[" + query + ", " + update + ", " + data + "]";
    }
}
