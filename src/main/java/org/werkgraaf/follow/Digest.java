package org.werkgraaf.follow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.werkgraaf.store.Sha256;

/** SHA-256 of what is read. */
final class Digest {
    private final MessageDigest digest = Sha256.begin();

    /** That of a file, in hexadecimal. */
    static String of(Path file) throws IOException {
        Digest digest = new Digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.add(buffer, read);
            }
        }
        return digest.hex();
    }

    void add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /** In hexadecimal; only once. */
    String hex() {
        return Sha256.hex(digest);
    }
}
