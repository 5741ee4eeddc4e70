package org.werkgraaf.web.ask;

import java.util.List;
import org.springframework.stereotype.Component;
import org.werkgraaf.change.ChangeHistory;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.vocabulary.ThingId;
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
}
