package org.werkgraaf.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.tests.mockfile.FilterFileChannel;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.apache.lucene.tests.mockfile.FilterOutputStream2;

/** A file system that is the one of the machine until the n-th call that changes something, and then does what it is told. */
public final class FaultyFiles extends FilterFileSystemProvider {
    /** What happens at the n-th call. */
    public enum Fault {
        /** Nothing: calls are only counted. */
        NONE,
        /** That call fails, and no other. */
        FAIL,
        /** That call and all after it fail, as when the process has died there. */
        CRASH,
        /** As CRASH, but if that call writes, half of it is written. */
        TEAR,
        /** That call takes a quarter of a second. */
        DELAY
    }

    /** What the machine says when a call fails. */
    @FunctionalInterface
    public interface Failure {
        /** Throws it. */
        void happen() throws IOException;
    }

    private static final long DELAY_MILLIS = 250;

    private final AtomicInteger calls = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;
    private volatile int at;
    private volatile Failure failure = () -> {};

    public FaultyFiles() {
        super("faulty://", FileSystems.getDefault());
    }

    /** A path of the machine, through this. */
    public Path path(Path path) {
        return wrapPath(path);
    }

    /** Counts from nought again, and does that at the n-th call. */
    public void arm(Fault fault, int at) {
        arm(fault, at, () -> {});
    }

    /** As {@link #arm(Fault, int)}; a call fails as the failure says. */
    public void arm(Fault fault, int at, Failure failure) {
        this.at = at;
        this.fault = fault;
        this.failure = failure;
        calls.set(0);
    }

    /** How many calls there were since it was armed. */
    public int calls() {
        return calls.get();
    }

    private boolean due(String what, Path path) throws IOException {
        int call = calls.incrementAndGet();
        switch (fault) {
            case NONE -> {}
            case DELAY -> {
                if (call == at) {
                    sleep();
                }
            }
            case FAIL -> {
                if (call == at) {
                    failure.happen();
                    throw new IOException("Injected at call " + call + ", " + what + " " + path);
                }
            }
            default -> {
                if (call == at && fault == Fault.TEAR && what.equals("write")) {
                    return true;
                }
                if (call >= at) {
                    throw new IOException("Injected from call " + at + " on, " + what + " " + path);
                }
            }
        }
        return false;
    }

    private static void sleep() {
        try {
            Thread.sleep(DELAY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
        due("createDirectory", dir);
        super.createDirectory(dir, attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        due("delete", path);
        super.delete(path);
    }

    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        due("delete", path);
        return super.deleteIfExists(path);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        due("move", target);
        super.move(source, target, options);
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        due("open", path);
        return new FilterOutputStream2(super.newOutputStream(path, options)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (due("write", path)) {
                    delegate.write(bytes, from, length / 2);
                    throw new IOException("Torn: " + path);
                }
                delegate.write(bytes, from, length);
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                write(bytes, 0, bytes.length);
            }
        };
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        FileChannel opened = super.newFileChannel(path, options, attributes);
        if (options.contains(StandardOpenOption.WRITE)) {
            try {
                due("open", path);
            } catch (IOException e) {
                opened.close();
                throw e;
            }
        }
        return new FilterFileChannel(opened) {
            @Override
            public int write(ByteBuffer bytes) throws IOException {
                if (due("write", path)) {
                    ByteBuffer half = bytes.slice(bytes.position(), bytes.remaining() / 2);
                    delegate.write(half);
                    throw new IOException("Torn: " + path);
                }
                return delegate.write(bytes);
            }

            @Override
            public FileChannel truncate(long size) throws IOException {
                due("truncate", path);
                return super.truncate(size);
            }

            @Override
            public void force(boolean metaData) throws IOException {
                due("force", path);
                delegate.force(metaData);
            }
        };
    }
}
