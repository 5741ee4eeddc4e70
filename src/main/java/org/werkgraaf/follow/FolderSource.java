package org.werkgraaf.follow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Bundles in a folder that this machine can read. */
record FolderSource(Path folder) implements BundleSource {
    @Override
    public InputStream open(String name) throws IOException {
        try {
            return Files.newInputStream(folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw new IOException("There is no " + folder.resolve(name) + ".", e);
        } catch (IOException e) {
            throw new IOException(folder.resolve(name) + " cannot be read (" + e + ").", e);
        }
    }
}
