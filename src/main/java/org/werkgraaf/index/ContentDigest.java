package org.werkgraaf.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/**
 * Says in short what the graph holds of one thing: the statements from it and to it, and what the passages that mention it say.
 * It does not depend on how the service is built, so that two releases can be compared that two versions of it made.
 *
 * <p>The digests of the single statements are added up, so that their order does not matter and none has to be kept: things of
 * which half a million statements are made cost no more memory than others.
 */
final class ContentDigest {
    /** As long as is needed to tell states of one thing apart, and short enough for an address. */
    private static final int DIGITS = 16;

    private final MessageDigest sha256 = sha256();
    private long sum;

    /** Takes a statement in. */
    void add(Triple statement) {
        add(statement.toString());
    }

    private void add(String text) {
        sum += ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** What was taken in, in hexadecimal, {@link #DIGITS} long. */
    String value() {
        return HexFormat.of().toHexDigits(sum, DIGITS);
    }

    /** The digest of some texts, in whatever order they come. */
    static String of(Stream<String> texts) {
        ContentDigest digest = new ContentDigest();
        texts.distinct().forEach(digest::add);
        return digest.value();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
