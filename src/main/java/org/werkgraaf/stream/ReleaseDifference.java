package org.werkgraaf.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Sha256;
import org.werkgraaf.vocabulary.ThingId;

/** What goes and what comes from one release to the next, statement by statement. Releases have no blank nodes. */
final class ReleaseDifference {
    private static final String IRIS = "https://w3id.org/werkgraaf/id/release/";

    private final Release before;
    private final Release after;
    private final List<String> removed = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private final SortedSet<String> things = new TreeSet<>();
    private long bytes;

    private ReleaseDifference(Release before, Release after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Compares the graphs that have another digest.
     *
     * @param old reads a graph of the release before, by the text of its IRI
     * @param next the same of the release after
     */
    static ReleaseDifference of(Release before, Release after, Function<Node, Graph> old, Function<Node, Graph> next) {
        ReleaseDifference difference = new ReleaseDifference(before, after);
        SortedSet<String> names = new TreeSet<>(before.graphs().keySet());
        names.addAll(after.graphs().keySet());
        for (String name : names) {
            if (!Objects.equals(before.graphs().get(name), after.graphs().get(name))) {
                Node graph = NodeFactory.createURI(name);
                difference.compare(
                        name,
                        before.graphs().containsKey(name) ? triples(old.apply(graph)) : Set.of(),
                        after.graphs().containsKey(name) ? triples(next.apply(graph)) : Set.of());
            }
        }
        Collections.sort(difference.removed);
        Collections.sort(difference.added);
        return difference;
    }

    private static Set<Triple> triples(Graph graph) {
        Set<Triple> triples = new HashSet<>();
        graph.stream().forEach(triples::add);
        return triples;
    }

    private void compare(String graph, Set<Triple> old, Set<Triple> next) {
        old.stream().filter(triple -> !next.contains(triple)).forEach(triple -> note(triple, graph, removed));
        next.stream().filter(triple -> !old.contains(triple)).forEach(triple -> note(triple, graph, added));
    }

    private void note(Triple triple, String graph, List<String> lines) {
        String line = line(triple) + " <" + graph + ">";
        bytes += line.length();
        lines.add(line);
        ThingId.find(triple.getSubject()).map(ThingId::toString).ifPresent(things::add);
    }

    /** A statement as N-Triples have it, without the dot. */
    static String line(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject())
                + ' '
                + NodeFmtLib.strNT(triple.getPredicate())
                + ' '
                + NodeFmtLib.strNT(triple.getObject());
    }

    /** Digest of all graphs of a release that say something; a copy that has nothing but the statements can reckon it too. */
    static String digest(Release release) {
        StringBuilder text = new StringBuilder();
        release.sortedGraphs().forEach((name, state) -> {
            if (state.triples() > 0) {
                text.append(name).append(' ').append(state.digest()).append('\n');
            }
        });
        return Sha256.of(text.toString());
    }

    /** Ids of the things of which something else is said, in order. */
    SortedSet<String> things() {
        return things;
    }

    long removed() {
        return removed.size();
    }

    long added() {
        return added.size();
    }

    /** About how many bytes the patch has. */
    long bytes() {
        return bytes;
    }

    /** As RDF Patch, with which release it is for and which one it makes. */
    String patch() {
        StringBuilder text = new StringBuilder();
        text.append("H id <").append(IRIS).append(after.id()).append("> .\n");
        text.append("H prev <").append(IRIS).append(before.id()).append("> .\n");
        text.append("H digest \"").append(digest(after)).append("\" .\n");
        text.append("H prev-digest \"").append(digest(before)).append("\" .\n");
        text.append("TX .\n");
        removed.forEach(line -> text.append("D ").append(line).append(" .\n"));
        added.forEach(line -> text.append("A ").append(line).append(" .\n"));
        return text.append("TC .\n").toString();
    }
}
