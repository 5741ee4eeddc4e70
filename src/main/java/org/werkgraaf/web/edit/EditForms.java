package org.werkgraaf.web.edit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.springframework.stereotype.Component;
import org.werkgraaf.edit.EntryForm;
import org.werkgraaf.edit.EntryKind;
import org.werkgraaf.edit.EntryState;
import org.werkgraaf.edit.FormReader;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** The forms of the release that is served; each is made when it is first asked for. */
@Component
class EditForms {
    private final GraphStore store;
    private final Publisher publisher;
    private final EntityReader reader;
    private String release = "";
    private List<EntryKind> kinds = List.of();
    private final Map<String, Optional<EntryForm>> forms = new HashMap<>();

    EditForms(GraphStore store, Publisher publisher, EntityReader reader) {
        this.store = store;
        this.publisher = publisher;
        this.reader = reader;
    }

    /** The form of a class by its local name. */
    synchronized Optional<EntryForm> form(String type) {
        return store.read(snapshot -> {
            forget(snapshot);
            return forms.computeIfAbsent(type, each -> reader(snapshot).form(each));
        });
    }

    /** The form of the class whose things have ids of that segment. */
    Optional<EntryForm> below(String segment) {
        return kinds().stream()
                .filter(kind -> kind.segment().equals(segment))
                .findFirst()
                .flatMap(kind -> form(kind.type().getLocalName()));
    }

    /** The classes of which things are edited by themselves. */
    synchronized List<EntryKind> kinds() {
        return store.read(snapshot -> {
            forget(snapshot);
            if (kinds.isEmpty()) {
                kinds = reader(snapshot).kinds();
            }
            return kinds;
        });
    }

    /** Forgets what is of a release that is served no more. */
    private void forget(Snapshot snapshot) {
        String now = snapshot.releaseId().orElse("");
        if (!now.equals(release)) {
            forms.clear();
            kinds = List.of();
            release = now;
        }
    }

    /**
     * What is written of a thing that the form is for; nothing when there is none of that id.
     *
     * @throws WithdrawnThing when it was withdrawn
     */
    EntryState state(ThingId thing, EntryForm form) {
        requireNotWithdrawn(thing);
        return store.read(snapshot -> EntryState.of(snapshot, thing, form));
    }

    /**
     * Has nobody edit what was withdrawn.
     *
     * @throws WithdrawnThing when it was
     */
    void requireNotWithdrawn(ThingId thing) {
        store.read(snapshot -> {
            Graph union = snapshot.union();
            if (union.contains(thing.node(), RDF.Nodes.type, Wg.WITHDRAWN)) {
                throw new WithdrawnThing(
                        thing,
                        union.stream(thing.node(), DCTerms.isReplacedBy.asNode(), Node.ANY)
                                .flatMap(triple -> ThingId.find(triple.getObject()).stream())
                                .sorted(Comparator.comparing(ThingId::toString))
                                .toList());
            }
            return thing;
        });
    }

    /** Whether there is a thing of that id. */
    boolean exists(ThingId thing) {
        return store.read(snapshot -> EntryState.type(snapshot, thing).isPresent());
    }

    private FormReader reader(Snapshot snapshot) {
        return new FormReader(snapshot, publisher.shapes().graph(), reader.presentation());
    }
}
