package org.werkgraaf.web.stream;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.StoreException;
import org.werkgraaf.stream.ChangeStream;
import org.werkgraaf.stream.StreamMember;
import org.werkgraaf.stream.StreamStep;
import org.werkgraaf.web.StreamSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.Negotiation;
import org.werkgraaf.web.http.RdfFormat;
import org.werkgraaf.web.http.RequestException;

/**
 * {@code GET /stream}: the first page of what changed, as a Linked Data Event Stream; {@code /stream/<step>}: what one release changed, of
 * which pages never change; {@code /stream/base}: what was there before; {@code /stream/<step>/patch}: the statements that went and came.
 */
@RestController
@Hidden
class StreamController {
    private static final MediaType PATCH = MediaType.valueOf("application/rdf-patch");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final String SIZE = "size";
    private static final String OTHERWISE = "Change the Accept header.";

    private final GraphStore store;
    private final StreamSettings settings;
    private final WebSettings web;

    StreamController(GraphStore store, StreamSettings settings, WebSettings web) {
        this.store = store;
        this.settings = settings;
        this.web = web;
    }

    @GetMapping("/stream")
    ResponseEntity<byte[]> root(HttpServletRequest request) {
        ChangeStream stream = stream(store);
        String segment = new StreamRequest(request.getParameterMap(), Set.of("type")).segment(stream);
        Graph graph = new StreamGraph(web.baseUrl(), segment, settings.pageSize()).root(stream);
        return again(graph, "stream." + segment + "." + state(stream), request);
    }

    @GetMapping("/stream/base")
    ResponseEntity<byte[]> base(HttpServletRequest request) {
        ChangeStream stream = stream(store);
        StreamRequest asked = new StreamRequest(request.getParameterMap(), Set.of("type", "page", "size"));
        String segment = asked.segment(stream);
        int size = size(asked);
        int page = page(asked, stream.base(segment), size);
        List<StreamMember> members =
                store.read(snapshot -> stream.base(snapshot.union(), segment, (page - 1) * size, size));
        Graph graph = new StreamGraph(web.baseUrl(), segment, size).page("base", page, members, false);
        return again(graph, "stream.base." + page + "." + size + "." + segment + "." + state(stream), request);
    }

    @GetMapping("/stream/{step}")
    ResponseEntity<byte[]> step(@PathVariable String step, HttpServletRequest request) {
        ChangeStream stream = stream(store);
        StreamRequest asked = new StreamRequest(request.getParameterMap(), Set.of("type", "page", "size"));
        StreamStep found = find(step, stream);
        String segment = asked.segment(stream);
        int size = size(asked);
        int page = page(asked, found.things(segment), size);
        List<StreamMember> members = stream.members(found, segment, (page - 1) * size, size);
        boolean fixed = !asked.text(SIZE).isEmpty();
        Graph graph = new StreamGraph(web.baseUrl(), segment, size).page(step, page, members, fixed);
        Accept.Offer<RdfFormat> format = Negotiation.accepted(request, RdfFormat.offers(), OTHERWISE);
        return ResponseEntity.ok()
                .eTag("\"" + step + "." + page + "." + size + "." + segment + "."
                        + format.what().suffix() + "\"")
                // Without a size the address gives what the setting says by then.
                .cacheControl(fixed ? FOR_EVER : CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .contentType(format.what().answeredAs(format.type()))
                .body(format.what().write(graph));
    }

    @GetMapping("/stream/{step}/patch")
    ResponseEntity<Resource> patch(@PathVariable String step, HttpServletRequest request) {
        new StreamRequest(request.getParameterMap(), Set.of());
        ChangeStream stream = stream(store);
        StreamStep found = find(step, stream);
        return ResponseEntity.ok()
                .eTag("\"" + found.patchSha256() + "\"")
                .cacheControl(FOR_EVER)
                .contentType(PATCH)
                .body(new InputStreamResource(() -> unpacked(stream.patch(found))));
    }

    private static InputStream unpacked(Path file) {
        try {
            return new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)));
        } catch (IOException e) {
            throw StoreException.of("read what changed", file, e);
        }
    }

    private ResponseEntity<byte[]> again(Graph graph, String variant, HttpServletRequest request) {
        Accept.Offer<RdfFormat> format = Negotiation.accepted(request, RdfFormat.offers(), OTHERWISE);
        String release = store.release().orElseThrow().id();
        return Etags.ok(release, variant + "." + format.what().suffix())
                .contentType(format.what().answeredAs(format.type()))
                .body(format.what().write(graph));
    }

    private int size(StreamRequest asked) {
        return asked.number(SIZE, settings.pageSize(), Math.max(settings.pageSize(), settings.sizeMax()));
    }

    private static int page(StreamRequest asked, int members, int size) {
        return asked.number("page", 1, Math.max(1, StreamGraph.pages(members, size)));
    }

    /** Names what the stream holds: after going back to an earlier release that has the id of then, and more steps than then. */
    static String state(ChangeStream stream) {
        List<StreamStep> steps = stream.steps();
        return steps.isEmpty() ? "none" : steps.get(steps.size() - 1).name();
    }

    static ChangeStream stream(GraphStore store) {
        return store.part(ChangeStream.class)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_READY, "No release is published yet. Try again in a minute."));
    }

    private static StreamStep find(String name, ChangeStream stream) {
        return stream.step(name).orElseThrow(() -> ChangesController.notKept(name));
    }
}
