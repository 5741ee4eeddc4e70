package org.werkgraaf.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/** SHA-256 digests of files and graphs, in hexadecimal. */
final class Digests {
    private Digests() {}

    static String ofFiles(List<ContentFile> sorted) {
        MessageDigest digest = sha256();
        for (ContentFile file : sorted) {
            digest.update(file.path().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(file.bytes());
            digest.update((byte) 0);
        }
        return hex(digest);
    }

    /** The same for the same triples, whatever their order; the graph has no blank nodes. */
    static String ofGraph(Graph graph) {
        MessageDigest digest = sha256();
        graph.stream()
                .map(Digests::line)
                .sorted()
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return hex(digest);
    }

    static String ofTexts(Map<String, String> texts) {
        MessageDigest digest = sha256();
        new TreeMap<>(texts)
                .forEach((name, text) -> digest.update((name + ' ' + text + '\n').getBytes(StandardCharsets.UTF_8)));
        return hex(digest);
    }

    /** The first 16 hexadecimal digits of the digest of a text. */
    static String shortOf(String text) {
        MessageDigest digest = sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return hex(digest).substring(0, 16);
    }

    private static String line(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject())
                + ' '
                + NodeFmtLib.strNT(triple.getPredicate())
                + ' '
                + NodeFmtLib.strNT(triple.getObject())
                + '\n';
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
