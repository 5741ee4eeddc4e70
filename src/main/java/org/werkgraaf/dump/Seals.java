package org.werkgraaf.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.store.Sha256;

/**
 * The files of a dump as they were when their digests were verified. A file whose time or size is another since is verified again
 * before it is given to anybody.
 */
final class Seals {
    private static final int BUFFER = 1 << 16;

    private final Dump dump;
    private final Map<String, Seal> known = new ConcurrentHashMap<>();

    private Seals(Dump dump) {
        this.dump = dump;
    }

    /** Seals of a dump of which nothing was verified yet. */
    static Seals of(Dump dump) {
        return new Seals(dump);
    }

    /** The dump that is sealed. */
    Dump dump() {
        return dump;
    }

    /** Reads every file once; what is wrong, as a sentence, or empty when nothing is. */
    Optional<String> verify(Stop stop) {
        for (DumpFile file : dump.index().files()) {
            stop.check();
            Optional<String> problem = verify(file);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a file, as a sentence; reads it only when it is not, as far as one can see, the one that was verified. */
    Optional<String> problem(DumpFile file) {
        Seal seal = known.get(file.name());
        try {
            return seal != null && seal.equals(seal(file)) ? Optional.empty() : verify(file);
        } catch (IOException e) {
            return Optional.of("its file " + file.name() + " cannot be read.");
        }
    }

    private Optional<String> verify(DumpFile file) {
        try {
            Seal seal = seal(file);
            if (seal.bytes() != file.bytes() || !digest(dump.path(file)).equals(file.sha256())) {
                known.remove(file.name());
                return Optional.of("its file " + file.name() + " is not the one that was written.");
            }
            known.put(file.name(), seal);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("its file " + file.name() + " cannot be read.");
        }
    }

    private Seal seal(DumpFile file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(dump.path(file), BasicFileAttributes.class);
        return new Seal(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Sha256.begin();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                // The digest takes it on its way.
            }
        }
        return Sha256.hex(digest);
    }

    private record Seal(
            long bytes, FileTime modified, @Nullable Object key) {}
}
