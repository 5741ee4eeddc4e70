package org.werkgraaf.presentation;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.werkgraaf.vocabulary.Prefixes;

/**
 * A property as it is read from a thing, written as in SPARQL: {@code wg:takes}, or {@code ^wg:takes} for links to the thing.
 *
 * @param property the property
 * @param inverse whether the thing is the object
 */
public record Path(Node property, boolean inverse) {
    private static final String BACK = "^";

    /**
     * Reads paths that are parted by white space.
     *
     * @throws PresentationException when a prefix is not known
     */
    static List<Path> all(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.strip().split("\\s+")).map(Path::of).toList();
    }

    private static Path of(String text) {
        boolean inverse = text.startsWith(BACK);
        return new Path(term(inverse ? text.substring(BACK.length()) : text), inverse);
    }

    /** The term that a prefixed name stands for. */
    static Node term(String name) {
        String iri = Prefixes.mapping().expandPrefix(name);
        if (iri.equals(name)) {
            throw new PresentationException(
                    name,
                    "'" + name + "' has no prefix that the service knows; write it as wg:"
                            + name.substring(name.indexOf(':') + 1)
                            + ", or use one of the prefixes of docs/content.md.");
        }
        return NodeFactory.createURI(iri);
    }
}
