package org.werkgraaf.entity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Of the provisions of one release that name no act of their own: whether the first text of their act had them. */
public final class Origins {
    private final Map<String, Origin> origins = new HashMap<>();

    Origins(Graph dates, Graph union) {
        union.stream(Node.ANY, RDF.type.asNode(), Wg.PROVISION)
                .map(triple -> triple.getSubject())
                .forEach(provision -> read(dates, union, provision)
                        .ifPresent(origin -> origins.put(ThingId.of(provision).toString(), origin)));
    }

    /** Empty where the page of the provision names the act that brought it in, and for what is no provision. */
    public Optional<Origin> of(String id) {
        return Optional.ofNullable(origins.get(id));
    }

    private static Optional<Origin> read(Graph dates, Graph union, Node provision) {
        Optional<Node> act = dates.stream(provision, Wg.ORIGINAL_IN, Node.ANY)
                .map(triple -> triple.getObject())
                .findFirst();
        boolean named = Stream.of(Wg.BROUGHT_IN_BY, Wg.CHANGED_BY)
                .anyMatch(property -> union.contains(provision, property, Node.ANY));
        return act.isEmpty() && named
                ? Optional.empty()
                : Optional.of(act.map(one -> new Origin(
                                ThingId.of(one).toString(), Literals.byLanguage(union, one, SKOS.prefLabel.asNode())))
                        .orElseGet(() -> new Origin(null, Map.of())));
    }

    /**
     * What brought a provision in.
     *
     * @param act id of the act in whose first text it stood; absent when that is not on record
     * @param labels of the act, by language
     */
    public record Origin(@Nullable String act, Map<String, String> labels) {}
}
