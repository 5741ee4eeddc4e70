package org.werkgraaf.curate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.werkgraaf.store.DurableFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The e-mail addresses of readers who wait for an answer, in a file of their own that is written anew whenever one comes or goes, so that
 * nothing is left of one that went.
 */
final class ReaderAddresses {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Map<String, String> byProposal = new TreeMap<>();

    /**
     * Reads them, and forgets those that nobody waits for.
     *
     * @param waits whether the proposal of an id waits for an answer
     */
    ReaderAddresses(Path file, Predicate<String> waits) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try {
                byProposal.putAll(
                        JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {}));
            } catch (JacksonException e) {
                throw new IOException(file + " does not hold addresses as they were written; remove it", e);
            }
            if (byProposal.keySet().removeIf(id -> !waits.test(id))) {
                write();
            }
        }
    }

    synchronized Optional<String> of(String proposal) {
        return Optional.ofNullable(byProposal.get(proposal));
    }

    synchronized void put(String proposal, String address) throws IOException {
        byProposal.put(proposal, address);
        try {
            write();
        } catch (IOException e) {
            byProposal.remove(proposal);
            throw e;
        }
    }

    /** Forgets one, in memory and on the disk. */
    synchronized void forget(String proposal) throws IOException {
        if (byProposal.remove(proposal) != null) {
            write();
        }
    }

    private void write() throws IOException {
        if (byProposal.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        DurableFiles.write(file, JSON.writeValueAsBytes(byProposal));
    }
}
