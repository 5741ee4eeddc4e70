package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.util.Version;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.werkgraaf.store.Sha256;
import org.werkgraaf.vocabulary.Languages;

/**
 * Names how an index is made: a digest of the classes that decide what stands in it, with the lists of words that they read. An
 * index that other code or other lists made is made again, so that nobody has to remember to raise a number.
 */
public final class IndexFormat {
    private static final List<String> ROOMS = List.of("index", "meaning", "presentation", "store", "vocabulary");
    private static final String CURRENT = of(ROOMS);

    private IndexFormat() {}

    /** The format of this version of the service. */
    public static String current() {
        return CURRENT;
    }

    /** Names the code of some rooms, and the lists that it reads. */
    public static String of(List<String> rooms) {
        return digest(parts(rooms));
    }

    /** What shapes an index, by path below the rooms. */
    static SortedMap<String, byte[]> parts() {
        return parts(ROOMS);
    }

    private static SortedMap<String, byte[]> parts(List<String> rooms) {
        SortedMap<String, byte[]> parts = new TreeMap<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        String own = String.valueOf(IndexFormat.class.getResource("IndexFormat.class"));
        String root = own.substring(0, own.lastIndexOf("index/"));
        try {
            for (String room : rooms) {
                for (Resource each : resolver.getResources("classpath*:org/werkgraaf/" + room + "/**/*.*")) {
                    // Tests have classes of their own in the same rooms.
                    if (each.getURL().toString().startsWith(root)) {
                        parts.put(room + "/" + each.getFilename(), each.getContentAsByteArray());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the classes of the service", e);
        }
        return parts;
    }

    /** The digest of some parts, of the languages, and of the version of Lucene, which brings lists of words of its own. */
    static String digest(SortedMap<String, byte[]> parts) {
        MessageDigest digest = Sha256.begin();
        digest.update(Version.LATEST.toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Languages.known().toString().getBytes(StandardCharsets.UTF_8));
        parts.forEach((name, bytes) -> {
            digest.update((name + '\n' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return Sha256.hex(digest).substring(0, 16);
    }
}
