package org.werkgraaf.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.vocabulary.Wg;

/**
 * Says in short what the graph holds of one thing: the statements from it and to it, and what the passages that mention it say.
 * It does not depend on how the service is built, so that two releases can be compared that two versions of it made.
 */
final class ContentDigest {
    /** As long as is needed to tell states of one thing apart, and short enough for an address. */
    private static final int DIGITS = 16;

    private ContentDigest() {}

    /** The digest in hexadecimal, {@link #DIGITS} long. */
    static String of(Graph graph, Node thing) {
        Stream<Triple> own = Stream.concat(
                graph.stream(thing, Node.ANY, Node.ANY), graph.stream(Node.ANY, Node.ANY, thing));
        Stream<Triple> said = graph.stream(Node.ANY, Wg.MENTIONS, thing)
                .flatMap(mention -> graph.stream(mention.getSubject(), Wg.PARAPHRASE, Node.ANY));
        return of(Stream.concat(own, said).map(Triple::toString));
    }

    /** The digest of some texts, in whatever order they come. */
    static String of(Stream<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.distinct().sorted().forEach(text -> {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
