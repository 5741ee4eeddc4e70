package org.werkgraaf.web.edit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.springframework.stereotype.Component;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ChangeWords;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ops.ChangeWriter;
import org.werkgraaf.web.text.PageText;

/** Finds the things that are to be merged or split, and sets beside each other what is said of them. */
@Component
class RegroupThings {
    private final AtlasReader atlases;
    private final EditForms forms;
    private final GraphStore store;
    private final ChangeWriter changes;

    RegroupThings(AtlasReader atlases, EditForms forms, GraphStore store, ChangeWriter changes) {
        this.atlases = atlases;
        this.forms = forms;
        this.store = store;
        this.changes = changes;
    }

    /**
     * The things that somebody means by an id, or by all of a name; more than one when several are called so.
     *
     * @throws WithdrawnThing when it was withdrawn
     */
    List<ThingId> meant(String given) {
        List<ThingId> byId = EditThings.id(given).filter(forms::exists).stream().toList();
        if (!byId.isEmpty()) {
            forms.requireNotWithdrawn(byId.get(0));
            return byId;
        }
        String asked = given.toLowerCase(Locale.ROOT);
        return given.isEmpty()
                ? List.of()
                : atlases.atlas()
                        .all()
                        .filter(thing -> Stream.concat(
                                        thing.labels().values().stream(), thing.shortNames().values().stream())
                                .anyMatch(
                                        label -> label.toLowerCase(Locale.ROOT).equals(asked)))
                        .flatMap(thing -> ThingId.parse(thing.id()).stream())
                        .toList();
    }

    /** What a thing is called. */
    String name(ThingId thing, PageText text) {
        return new EditThings(atlases.atlas(), forms::exists).name(thing.toString(), text);
    }

    /** How a thing is written into a field. */
    String written(ThingId thing, PageText text) {
        return new EditThings(atlases.atlas(), forms::exists).written(thing.toString(), text);
    }

    /** A thing as a column, as it is. */
    SideBySide.Column column(ThingId thing, PageText text) {
        return new SideBySide.Column(name(thing, text), thing.node(), changes.said(thing));
    }

    /** How many other things point to it. */
    static long pointing(SideBySide.Column column) {
        return pointers(column.said(), column).count();
    }

    /** The things that point to it outside of braces. */
    static Set<ThingId> pointersOutside(SideBySide.Column column) {
        return pointers(
                        column.said().stream()
                                .filter(quad -> quad.getGraph().equals(Quad.defaultGraphNodeGenerated))
                                .toList(),
                        column)
                .collect(Collectors.toSet());
    }

    private static Stream<ThingId> pointers(Iterable<Quad> said, SideBySide.Column column) {
        return java.util.stream.StreamSupport.stream(said.spliterator(), false)
                .filter(quad -> quad.getObject().equals(column.thing()))
                .flatMap(quad -> ThingId.find(quad.getSubject()).stream())
                .distinct();
    }

    /** Columns beside each other, in the words of a language; of what a change brings too. */
    SideBySide beside(List<SideBySide.Column> columns, ChangeSet change, String lang) {
        Graph coming = GraphFactory.createDefaultGraph();
        change.quads().forEach(quad -> coming.add(quad.asTriple()));
        return store.read(snapshot ->
                SideBySide.of(columns, new ChangeWords(new Union(snapshot.union(), coming), lang)));
    }
}
