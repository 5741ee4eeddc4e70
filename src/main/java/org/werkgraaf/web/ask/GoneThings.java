package org.werkgraaf.web.ask;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.werkgraaf.change.ChangeHistory;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Says of a thing that is not there whether it was, and who took it out. */
@Component
public final class GoneThings {
    private final GraphStore store;

    GoneThings(GraphStore store) {
        this.store = store;
    }

    /** The error for an id that is not in the release. */
    public RequestException of(String type, String slug) {
        List<ChangeSet> changes = ThingId.parse(type + "/" + slug)
                .map(id -> store.part(ChangeHistory.class)
                        .orElseGet(ChangeHistory::none)
                        .of(id.node()))
                .orElse(List.of());
        if (changes.isEmpty()) {
            return MissingThing.of(type, slug);
        }
        ChangeSet last = changes.get(changes.size() - 1);
        return new RequestException(
                ErrorCode.GONE,
                "There was a " + type + " named '" + slug + "'; " + last.author() + " took it out on "
                        + last.time().toString().substring(0, 10) + ": " + last.reason() + " See /id/" + type + "/"
                        + slug
                        + "/history for all of it, and for what takes its place.");
    }

    /**
     * The same answer, as one about what is gone, with the address of what takes its place, when the thing was withdrawn: its page still
     * says what it was.
     */
    public <T> ResponseEntity<T> told(ResponseEntity<T> answer, String type, String slug) {
        List<String> links = successors(type, slug);
        return links.isEmpty() || !answer.getStatusCode().is2xxSuccessful()
                ? answer
                : ResponseEntity.status(HttpStatus.GONE)
                        .headers(answer.getHeaders())
                        .header(HttpHeaders.LINK, links.toArray(String[]::new))
                        .body(answer.getBody());
    }

    /** Links, as a header has them, to what takes the place of a thing that was withdrawn; none when it was not. */
    public List<String> successors(String type, String slug) {
        return ThingId.parse(type + "/" + slug)
                .map(id -> store.read(snapshot -> snapshot.union().contains(id.node(), RDF.Nodes.type, Wg.WITHDRAWN)
                        ? snapshot.union().stream(id.node(), DCTerms.isReplacedBy.asNode(), Node.ANY)
                                .flatMap(triple -> ThingId.find(triple.getObject()).stream())
                                .map(next -> "</id/" + next + ">; rel=\"successor-version\"")
                                .sorted()
                                .toList()
                        : List.<String>of()))
                .orElse(List.of());
    }
}
