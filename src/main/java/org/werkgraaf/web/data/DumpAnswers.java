package org.werkgraaf.web.data;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.werkgraaf.dump.Dump;
import org.werkgraaf.dump.DumpFile;
import org.werkgraaf.dump.Dumps;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReleaseLabel;
import org.werkgraaf.web.http.RequestException;

/** Sends a file of the dumps as what is in it: the bytes of a packed one go to who takes them packed, and unpacked to others. */
@Component
class DumpAnswers {
    private static final String GZIP = "gzip";

    private final Dumps dumps;

    DumpAnswers(Dumps dumps) {
        this.dumps = dumps;
    }

    /** The dumps of the release. */
    Dump ready() {
        return dumps.ready()
                .orElseThrow(() -> new RequestException(
                        ErrorCode.DUMPS_NOT_READY,
                        dumps.problem().isEmpty()
                                ? "The dumps of the release are being made. Try again in a minute."
                                : "The dumps of the release could not be made (" + dumps.problem()
                                        + "). Tell whoever runs this service."));
    }

    /**
     * The dumps, for an answer that says which release they are of.
     *
     * @throws RequestException when there are none yet, or the request asks for those of another release
     */
    Dump ready(HttpServletRequest request, HttpServletResponse response) {
        Dump dump = ready();
        ReleaseLabel.onlyFrom(dump.index().release(), request, response);
        return dump;
    }

    /** Where the file is, when it is still the one that was written. */
    Path path(DumpFile file) {
        return dumps.path(file)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.DUMPS_NOT_READY,
                        "The file " + file.name() + " is being made again, since it was not the one that was written."
                                + " Try again in a minute."));
    }

    /** A file as it is. */
    ResponseEntity.BodyBuilder headers(DumpFile file, CacheControl cache, String variant) {
        return ResponseEntity.ok()
                .eTag("\"" + file.sha256() + variant + "\"")
                .cacheControl(cache)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING);
    }

    /**
     * What a file holds.
     *
     * @param type what that is, which is not that it is packed
     */
    ResponseEntity<Resource> content(DumpFile file, MediaType type, CacheControl cache, HttpServletRequest request) {
        Path path = path(file);
        MediaType named = type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
        String variant = "." + type.getSubtype();
        if (!file.name().endsWith(".gz")) {
            return headers(file, cache, variant).contentType(named).body(new FileSystemResource(path));
        }
        if (takesPacked(request)) {
            return headers(file, cache, variant + "." + GZIP)
                    .contentType(named)
                    .header(HttpHeaders.CONTENT_ENCODING, GZIP)
                    .body(new FileSystemResource(path));
        }
        return headers(file, cache, variant).contentType(named).body(unpacked(path));
    }

    private static boolean takesPacked(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)).stream()
                .flatMap(line ->
                        java.util.Arrays.stream(line.toLowerCase(Locale.ROOT).split(",")))
                .map(String::strip)
                .anyMatch(coding -> coding.matches("(x-)?gzip(\\s*;\\s*q=(1(\\.0*)?|0?\\.0*[1-9][0-9]*))?"));
    }

    private static Resource unpacked(Path path) {
        // Opened only when it is read: who has it already is told so, and takes nothing.
        return new InputStreamResource(
                () -> new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path)), 1 << 16));
    }
}
