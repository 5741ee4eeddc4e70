package org.werkgraaf.turtle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.werkgraaf.vocabulary.Prefixes;

/**
 * The text of a Turtle or TriG file, of which it is known where each statement stands. Statements outside of braces are in the graph
 * {@link Quad#defaultGraphNodeGenerated}.
 */
public final class TurtleText {
    private static final List<String> USUAL = List.of("dcterms", "id", "skos", "wg", "xsd");

    private final String text;
    private final TurtleParser parsed;

    private TurtleText(String text) {
        this.text = text;
        this.parsed = new TurtleParser(text);
    }

    /**
     * Takes a text apart.
     *
     * @throws TurtleException when it does not follow the grammar, with the line
     */
    public static TurtleText of(String text) {
        return new TurtleText(text);
    }

    /** The text of a new file: the usual prefixes and nothing else. */
    public static TurtleText blank() {
        return of(USUAL.stream()
                .map(name -> "PREFIX " + name + ": <" + Prefixes.all().get(name) + ">\n")
                .collect(Collectors.joining()));
    }

    /** The text, letter by letter. */
    public String text() {
        return text;
    }

    /** Its statements, but for those with a term that has no IRI. */
    public Set<Quad> quads() {
        return blocks().stream().flatMap(TurtleBlock::quads).collect(Collectors.toSet());
    }

    /** Whether something is said of a thing in the braces of that name, or outside of braces. */
    public boolean speaksOf(Node graph, Node thing) {
        return blocks().stream().anyMatch(block -> block.isOf(graph, thing));
    }

    /**
     * The text with some statements less or more. Each block that no such statement belongs to keeps its bytes; what is new is written as
     * its neighbours are.
     *
     * @param removed statements that stand in the text
     * @param added statements that do not
     * @param like texts that a new part should look like when this one has nothing of the kind
     * @throws TurtleException when a statement to be removed does not stand here, or one cannot be written
     */
    public TurtleText with(Collection<Quad> removed, Collection<Quad> added, List<TurtleText> like) {
        if (removed.isEmpty() && added.isEmpty()) {
            return this;
        }
        Set<Quad> expected = quads();
        for (Quad quad : removed) {
            if (!expected.remove(quad)) {
                throw new TurtleException("There is no such statement to be removed: " + quad);
            }
        }
        expected.addAll(added);
        TurtleText changed = of(new TurtleEdit(this, like).apply(Set.copyOf(removed), added));
        if (!changed.quads().equals(expected)) {
            throw new TurtleException("The statements cannot be written into this text without changing others.");
        }
        return changed;
    }

    Map<String, String> prefixes() {
        return parsed.prefixes();
    }

    List<TurtleBlock> blocks() {
        return parsed.blocks();
    }

    List<TurtleBraces> braces() {
        return parsed.braces();
    }
}
