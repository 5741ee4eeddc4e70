package org.werkgraaf.stream;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.werkgraaf.store.ReleaseFiles;
import org.werkgraaf.store.ReleaseFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How the stream lies in the folder of a release. */
final class StreamFiles {
    static final String INDEX = ReleaseFolder.STREAM + "/index.json";
    /** Things that were not changed by any step that is kept, with the time of their version, in that order. */
    static final String BASE = ReleaseFolder.STREAM + "/base.tsv";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StreamFiles() {}

    static String patch(StreamStep step) {
        return ReleaseFolder.STREAM + "/" + step.name() + ".rdfp.gz";
    }

    static String members(StreamStep step) {
        return ReleaseFolder.STREAM + "/" + step.name() + ".jsonl.gz";
    }

    /** The index among the files of a release; empty when there is none that can be read. */
    static Optional<StreamIndex> index(ReleaseFiles files) {
        Path file = files.folder().resolve(INDEX);
        try {
            return Files.exists(file) && files.problem(INDEX).isEmpty()
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), StreamIndex.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    static byte[] bytes(StreamIndex index) {
        return JSON.writeValueAsBytes(index);
    }

    static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] lines(List<StreamMember> members) {
        StringBuilder text = new StringBuilder();
        members.forEach(member -> text.append(JSON.writeValueAsString(member)).append('\n'));
        return packed(text.toString());
    }

    static StreamMember member(String line) {
        return JSON.readValue(line, StreamMember.class);
    }

    static BufferedReader unpacked(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
