package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.lucene.util.Version;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Names how an index is made: a digest of the classes that decide what stands in it. An index that other code wrote is made
 * again, so that nobody has to remember to raise a number.
 */
public final class IndexFormat {
    private static final List<String> ROOMS = List.of("index", "store", "vocabulary");
    private static final String CURRENT = of(ROOMS);

    private IndexFormat() {}

    /** The format of this version of the service. */
    public static String current() {
        return CURRENT;
    }

    /** A digest of the classes of some rooms, and of the version of Lucene. */
    public static String of(List<String> rooms) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Version.LATEST.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
            for (String room : rooms) {
                List<Resource> classes =
                        new ArrayList<>(List.of(resolver.getResources("classpath:org/werkgraaf/" + room + "/*.class")));
                classes.sort(Comparator.comparing(Resource::getFilename, Comparator.nullsFirst(String::compareTo)));
                for (Resource each : classes) {
                    digest.update(each.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the classes of the service", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
