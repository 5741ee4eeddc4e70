package org.werkgraaf.account;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.account.AccountException.Reason;
import org.werkgraaf.store.DurableFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of accounts. It is replaced as a whole, so that who reads it sees all of a change or nothing; a command and the service may
 * change it at the same time, one after the other.
 */
final class AccountFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE = "accounts.json";
    private static final String LOCK = "lock";
    private static final State NOTHING = new State(null, List.of());

    private final Path folder;
    private final Path file;
    private State known = NOTHING;

    /** What the file says. */
    private record Content(List<Account> accounts) {}

    /** By which it is seen that it is another file. */
    private record Stamp(@Nullable Object key, long modified, long size) {}

    private record State(@Nullable Stamp stamp, List<Account> accounts) {}

    AccountFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(FILE);
    }

    /**
     * The accounts as they are on the disk now; none when there is no file.
     *
     * @throws AccountException when they cannot be read
     */
    synchronized List<Account> read() {
        try {
            Stamp stamp = stamp();
            if (stamp == null) {
                known = NOTHING;
            } else if (!stamp.equals(known.stamp)) {
                known = new State(stamp, parse(Files.readAllBytes(file)));
            }
            return known.accounts;
        } catch (IOException | JacksonException e) {
            throw new AccountException(
                    Reason.UNREADABLE,
                    "The file of accounts " + file + " cannot be read (" + e.getMessage()
                            + "). Put it back from a copy, or move it away and add the accounts anew.",
                    e);
        }
    }

    /**
     * Changes them, and has that on the disk.
     *
     * @param change gives those that are to be, of those that are
     * @throws AccountException when they cannot be read or written; all is then as it was
     */
    synchronized void change(UnaryOperator<List<Account>> change) {
        // The lock of the file is that of the process.
        synchronized (AccountFile.class) {
            changeAlone(change);
        }
    }

    private void changeAlone(UnaryOperator<List<Account>> change) {
        try {
            DurableFiles.createPrivateFolder(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Objects.requireNonNull(lock);
                List<Account> accounts = change.apply(read());
                DurableFiles.writePrivate(
                        file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Content(accounts)));
                known = NOTHING;
            }
        } catch (IOException e) {
            throw new AccountException(
                    Reason.NOT_KEPT,
                    "The file of accounts " + file + " could not be written (" + e.getMessage()
                            + "); all is as it was. Make room, or correct the rights of the folder.",
                    e);
        }
    }

    private @Nullable Stamp stamp() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.fileKey(), attributes.lastModifiedTime().toMillis(), attributes.size());
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static List<Account> parse(byte[] bytes) throws IOException {
        Content content = JSON.readValue(bytes, Content.class);
        if (content == null || content.accounts == null) {
            throw new IOException("it holds no list of accounts");
        }
        return List.copyOf(content.accounts);
    }
}
