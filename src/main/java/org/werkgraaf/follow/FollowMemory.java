package org.werkgraaf.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.werkgraaf.store.DurableFiles;
import org.werkgraaf.store.StoreException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a reader must know after the next start too: how far the lists had come, and which bundle it was told not to serve. */
final class FollowMemory {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private Known known;

    /**
     * @param number of the newest list that was seen
     * @param left key of the bundle that an operator left; empty for none
     */
    private record Known(long number, String left) {}

    FollowMemory(Path file) {
        this.file = file;
        this.known = read(file);
    }

    private static Known read(Path file) {
        try {
            return Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), Known.class) : new Known(0, "");
        } catch (IOException | JacksonException e) {
            throw StoreException.of("read what was followed", file, new IOException("remove it, if it is damaged", e));
        }
    }

    synchronized long number() {
        return known.number();
    }

    synchronized String left() {
        return known.left();
    }

    /** @throws StoreException when it cannot be written */
    synchronized void see(long number) {
        write(new Known(number, known.left()));
    }

    /** @throws StoreException when it cannot be written */
    synchronized void leave(String key) {
        write(new Known(known.number(), key));
    }

    private void write(Known next) {
        if (next.equals(known)) {
            return;
        }
        try {
            DurableFiles.write(file, JSON.writeValueAsBytes(next));
            known = next;
        } catch (IOException e) {
            throw StoreException.of("write what was followed", file, e);
        }
    }
}
