package org.werkgraaf.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Coverages;
import org.werkgraaf.meaning.Hierarchy;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Describes things of the published release. */
public final class EntityReader {
    private final GraphStore store;
    private final AtomicReference<@Nullable Terms> terms = new AtomicReference<>();

    /** @param store the published graph */
    public EntityReader(GraphStore store) {
        this.store = store;
    }

    /** The thing of that id, if it exists in the published release. */
    public Optional<Description> find(ThingId id) {
        return store.read(snapshot -> exists(snapshot, id) ? Optional.of(describe(snapshot, id)) : Optional.empty());
    }

    /** The thing as triples: its own statements, the claims behind them and their passages. */
    public Optional<Excerpt> excerpt(ThingId id) {
        return store.read(snapshot -> exists(snapshot, id)
                ? Optional.of(new Excerpt(
                        ExcerptReader.read(snapshot.union(), id.node()),
                        snapshot.releaseId().orElse("")))
                : Optional.empty());
    }

    /** What the thing of that id is linked to, if it exists in the published release and has a class. */
    public Optional<Neighbours> neighbours(ThingId id) {
        return store.read(snapshot -> {
            Terms current = terms(snapshot);
            return exists(snapshot, id)
                            && new Values(snapshot.union(), current.vocabulary(), current.namesRead())
                                    .type(id.node())
                                    .isPresent()
                    ? Optional.of(new NeighbourReader(
                                    snapshot.union(),
                                    current.vocabulary(),
                                    current.assessments(),
                                    current.namesRead(),
                                    current.presentation().pages().unlinked())
                            .read(id, current.release()))
                    : Optional.empty();
        });
    }

    /** Where a thing can be read on the web, as its description says. */
    public List<String> webPages(ThingId thing) {
        return store.read(snapshot -> snapshot.union().stream(thing.node(), Wg.WEB_PAGE, Node.ANY)
                .map(Triple::getObject)
                .map(Node::toString)
                .distinct()
                .sorted()
                .toList());
    }

    /** What each passage of a source speaks of, by the id of the passage. */
    public Map<String, List<Value>> mentions(ThingId source) {
        return store.read(snapshot -> {
            Graph union = snapshot.union();
            Terms current = terms(snapshot);
            Values values = new Values(union, current.vocabulary(), current.namesRead());
            Map<String, List<Value>> mentions = new HashMap<>();
            union.stream(Node.ANY, Wg.IN_SOURCE, source.node())
                    .map(Triple::getSubject)
                    .distinct()
                    .forEach(passage -> mentions.put(
                            ThingId.of(passage).toString(),
                            union.stream(passage, Wg.MENTIONS, Node.ANY)
                                    .map(Triple::getObject)
                                    .distinct()
                                    .map(thing -> values.of(thing, true, List.of()))
                                    .toList()));
            return mentions;
        });
    }

    /** When the law of the published release holds. */
    public Calendar calendar() {
        return store.read(snapshot -> terms(snapshot).calendar());
    }

    /** What is shown of each class of the published release. */
    public Presentation presentation() {
        return store.read(snapshot -> terms(snapshot).presentation());
    }

    /**
     * How a class or property reads, by language.
     *
     * @param inverse whether a property is read from the thing at its other end
     */
    public Map<String, String> label(Node term, boolean inverse) {
        return store.read(snapshot -> {
            TermLabels labels = terms(snapshot).vocabulary();
            return inverse ? labels.inverseLabel(term) : labels.label(term);
        });
    }

    /** Whether what the things of a class say holds for what is narrower than the things of another that they are about. */
    public boolean holdsForNarrower(Node type, Node about) {
        return store.read(snapshot -> terms(snapshot).hierarchy().holdsForNarrower(type, about));
    }

    /** How far the law of countries is in the published release. */
    public Coverages coverages() {
        return store.read(snapshot -> terms(snapshot).coverages());
    }

    /** The fines of the published release. */
    public Fines fines() {
        return store.read(snapshot -> terms(snapshot).fines());
    }

    private static boolean exists(Snapshot snapshot, ThingId id) {
        if (snapshot.releaseId().isEmpty()) {
            throw new IllegalStateException("No release is published yet");
        }
        return snapshot.union().contains(id.node(), RDF.type.asNode(), Node.ANY);
    }

    private Description describe(Snapshot snapshot, ThingId id) {
        Terms current = terms(snapshot);
        return new DescriptionReader(
                        snapshot.union(),
                        current.vocabulary(),
                        current.assessments(),
                        current.namesRead(),
                        current.presentation().pages(),
                        current.hierarchy(),
                        current.release())
                .read(id);
    }

    /** Labels of terms, assessments and dates are the same for all things of a release: read once. */
    private Terms terms(Snapshot snapshot) {
        String release = snapshot.releaseId().orElse("");
        Terms known = terms.get();
        return known != null && known.release().equals(release) ? known : read(snapshot, release);
    }

    /** Many may ask at once after a publish: one reads. */
    private synchronized Terms read(Snapshot snapshot, String release) {
        Terms known = terms.get();
        if (known == null || !known.release().equals(release)) {
            Graph union = snapshot.union();
            Assessments assessments = Assessments.of(union);
            Graph ontology = new Union(snapshot.graph(Graphs.ONTOLOGY), snapshot.graph(Graphs.PRESENTATION));
            Hierarchy hierarchy = Hierarchy.of(union);
            known = new Terms(
                    release,
                    new TermLabels(ontology),
                    assessments,
                    new NamesRead(),
                    new Calendar(snapshot.graph(Graphs.DATES), union),
                    new Fines(union, assessments, hierarchy),
                    Presentation.of(ontology),
                    hierarchy,
                    new Coverages(union, hierarchy));
            terms.set(known);
        }
        return known;
    }

    /**
     * @param triples what the graph says
     * @param release id of the release
     */
    public record Excerpt(Graph triples, String release) {}

    private record Terms(
            String release,
            TermLabels vocabulary,
            Assessments assessments,
            NamesRead namesRead,
            Calendar calendar,
            Fines fines,
            Presentation presentation,
            Hierarchy hierarchy,
            Coverages coverages) {}
}
