package org.werkgraaf.web.ops;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.IndexCensus;
import org.werkgraaf.index.IndexCheck;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;

/** {@code /health/live}, {@code /health/ready} and {@code /health/index}. */
@RestController
@Tag(name = "Operations")
class HealthController {
    private final GraphStore store;
    private final EntityIndex index;
    private final Publisher publisher;

    HealthController(GraphStore store, EntityIndex index, Publisher publisher) {
        this.store = store;
        this.index = index;
        this.publisher = publisher;
    }

    @Operation(operationId = "live", summary = "Whether the process answers at all")
    @GetMapping("/health/live")
    Map<String, String> live() {
        return Map.of("status", "UP");
    }

    @Operation(
            operationId = "ready",
            summary = "Whether a release is served, which one, and why a newer one was refused")
    @GetMapping("/health/ready")
    ResponseEntity<Map<String, Object>> ready() {
        Optional<Release> release = store.release();
        Optional<Stamp> stamp = index.stamp();
        Map<String, Object> answer = new LinkedHashMap<>();
        boolean up = release.isPresent() && stamp.isPresent();
        answer.put("status", up ? "UP" : "DOWN");
        release.ifPresent(known -> {
            answer.put("release", known.id());
            answer.put("digest", known.digest());
            answer.put("publishedAt", known.publishedAt().toString());
            answer.put("triples", known.triples());
            answer.put("graphs", known.graphs().size());
        });
        stamp.ifPresent(known -> {
            answer.put("entities", known.total());
            answer.put("entitiesByType", known.counts());
        });
        publisher.repaired().ifPresent(why -> answer.put("indexMadeAgain", why));
        Optional<Publication> last = publisher.last();
        answer.put(
                "lastPublish",
                last.map(each -> each.outcome().name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("none"));
        List<String> reasons = last.map(Publication::reasons).orElse(List.of());
        if (!reasons.isEmpty()) {
            answer.put("refusedBecause", reasons.stream().limit(50).toList());
            answer.put("refusalReasons", reasons.size());
        }
        return ResponseEntity.status(up ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .body(answer);
    }

    @Operation(operationId = "index", summary = "Whether the search index agrees with the graph")
    @GetMapping("/health/index")
    ResponseEntity<IndexCheck> index() {
        IndexCheck check = store.read(snapshot -> IndexCheck.of(
                snapshot.union(),
                snapshot.release().map(Release::id).orElse(""),
                index.stamp().isPresent() ? index.census() : IndexCensus.NONE));
        return ResponseEntity.status(check.agrees() ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .body(check);
    }
}
