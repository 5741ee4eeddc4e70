package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/** Whether an index on disk can be served: whole, of the right release, and written by this version. */
final class Soundness {
    private Soundness() {}

    /** What is wrong, as a sentence; empty when nothing is. Reads every file once. */
    static Optional<String> problem(Path folder, String releaseId) {
        if (!Files.isDirectory(folder)) {
            return Optional.of("there is none.");
        }
        try {
            Path passages = folder.resolve(PassageWriter.FOLDER);
            if (!Files.isDirectory(passages)) {
                return Optional.of("it has no passages.");
            }
            return damaged(folder)
                    .or(() -> damaged(passages))
                    .or(() -> misfit(folder, releaseId))
                    .or(() -> passagesMisfit(passages, releaseId));
        } catch (RuntimeException e) {
            return Optional.of("it cannot be opened (" + e.getMessage() + ").");
        }
    }

    private static Optional<String> damaged(Path folder) {
        try (Directory directory = FSDirectory.open(folder)) {
            for (String file : directory.listAll()) {
                if (!IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()) {
                    continue;
                }
                try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
                    CodecUtil.checksumEntireFile(input);
                } catch (IOException e) {
                    return Optional.of("its file " + file + " is damaged.");
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static Optional<String> passagesMisfit(Path folder, String releaseId) {
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> stamp = reader.getIndexCommit().getUserData();
            return releaseId.equals(stamp.get(Stamp.RELEASE))
                            && IndexFormat.current().equals(stamp.get(Stamp.FORMAT))
                    ? Optional.empty()
                    : Optional.of("its passages are of another release.");
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static Optional<String> misfit(Path folder, String releaseId) {
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            Stamp stamp = Stamp.of(reader.getIndexCommit().getUserData());
            if (!stamp.release().equals(releaseId)) {
                return Optional.of("it was made from release " + stamp.release() + ".");
            }
            if (!stamp.format().equals(IndexFormat.current())) {
                return Optional.of("another version of the service wrote it.");
            }
            if (stamp.total() != reader.numDocs()) {
                return Optional.of(
                        "it holds " + reader.numDocs() + " documents and should hold " + stamp.total() + ".");
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
