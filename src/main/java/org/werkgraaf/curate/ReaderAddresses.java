package org.werkgraaf.curate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
    private static final String DAMAGED = ".damaged";

    private final Path file;
    private final Path aside;
    private final Map<String, String> byProposal = new TreeMap<>();

    /**
     * Reads them, and forgets those that nobody waits for. A file that is damaged is set aside: a service is more than the mails of its
     * readers.
     *
     * @param forgotten whether the proposal of an id needs no address any more
     */
    ReaderAddresses(Path file, Predicate<String> forgotten) throws IOException {
        this.file = file;
        this.aside = file.resolveSibling(file.getFileName() + DAMAGED);
        DurableFiles.removeUnfinished(file);
        if (Files.exists(file)) {
            Map<String, String> read = read(file);
            if (read == null) {
                DurableFiles.moveIntoPlace(file, aside);
            } else {
                byProposal.putAll(read);
            }
            if (byProposal.keySet().removeIf(forgotten)) {
                write();
            }
        }
    }

    /** Nothing when they are not as they were written. */
    private static @Nullable Map<String, String> read(Path file) throws IOException {
        try {
            Map<String, String> read =
                    JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {});
            return read == null || read.containsValue(null) ? null : read;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Where addresses lie that could not be read, until somebody deletes them; empty when there are none. */
    Optional<Path> aside() {
        return Optional.of(aside).filter(Files::exists);
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

    /**
     * Forgets one, in memory and on the disk.
     *
     * @throws IOException when it could not be deleted from the disk; it is then known still, so that this can be asked again
     */
    synchronized void forget(String proposal) throws IOException {
        String address = byProposal.remove(proposal);
        if (address == null) {
            return;
        }
        try {
            write();
        } catch (IOException e) {
            byProposal.put(proposal, address);
            throw e;
        }
    }

    private void write() throws IOException {
        if (byProposal.isEmpty()) {
            DurableFiles.remove(file);
            return;
        }
        DurableFiles.writePrivate(file, JSON.writeValueAsBytes(byProposal));
    }
}
