package org.werkgraaf.web.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.change.ChangeLine;
import org.werkgraaf.change.ChangeRow;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ChangeWords;
import org.werkgraaf.index.Change;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.history.ThingHistory.Entry;
import org.werkgraaf.web.history.ThingHistory.Line;

/** Puts together what the log of changes says of a thing. */
@Component
class ThingHistories {
    private final GraphStore store;
    private final Publisher publisher;
    private final EntityIndex index;

    ThingHistories(GraphStore store, Publisher publisher, EntityIndex index) {
        this.store = store;
        this.publisher = publisher;
        this.index = index;
    }

    /** The history of a thing, in a language; empty when neither the release nor the log knows it. */
    Optional<ThingHistory> find(ThingId id, String lang) {
        List<ChangeSet> changes = new ArrayList<>(publisher.changes().of(id.node()));
        Collections.reverse(changes);
        return store.read(snapshot -> {
            boolean present = snapshot.union().contains(id.node(), RDF.type.asNode(), Node.ANY);
            return present || !changes.isEmpty()
                    ? Optional.of(history(id, present, changes, snapshot, lang))
                    : Optional.empty();
        });
    }

    private ThingHistory history(ThingId id, boolean present, List<ChangeSet> changes, Snapshot snapshot, String lang) {
        Graph union = snapshot.union();
        ChangeWords words = new ChangeWords(union, lang);
        return new ThingHistory(
                id.toString(),
                id.iri(),
                words.name(id.node()),
                present,
                union.stream(id.node(), DCTerms.isReplacedBy.asNode(), Node.ANY)
                        .flatMap(triple -> ThingId.find(triple.getObject()).stream())
                        .map(ThingId::toString)
                        .sorted()
                        .toList(),
                since(id),
                snapshot.releaseId().orElse(""),
                changes.stream()
                        .map(change -> entry(change, id.node(), words, union))
                        .toList());
    }

    private @Nullable Instant since(ThingId id) {
        return index.change(id.toString()).map(Change::since).orElse(null);
    }

    private static Entry entry(ChangeSet change, Node thing, ChangeWords words, Graph union) {
        List<ChangeLine> lines = ChangeLine.of(change).stream()
                .filter(line -> line.touches(thing))
                .toList();
        return new Entry(
                change.id(),
                change.time(),
                change.author(),
                change.approver(),
                change.reason(),
                change.answers(),
                change.reverts(),
                words.rows(lines).stream().map(row -> line(row, words, union)).toList());
    }

    private static Line line(ChangeRow row, ChangeWords words, Graph union) {
        String passage = row.passage();
        if (passage == null || !passage.startsWith(ThingId.THINGS)) {
            return new Line(row, null, null);
        }
        String id = passage.substring(ThingId.THINGS.length());
        return new Line(
                row,
                id,
                ThingId.parse(id)
                        .flatMap(each -> union.stream(each.node(), Wg.IN_SOURCE, Node.ANY)
                                .map(Triple::getObject)
                                .findFirst())
                        .map(words::name)
                        .orElse(id));
    }
}
