package org.werkgraaf.web.ops;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.engine.EngineKeeper;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.IndexCensus;
import org.werkgraaf.index.IndexCheck;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.publish.Verifier;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.StoreCheck;
import org.werkgraaf.web.Readiness;

/** {@code /health/live}, {@code /health/ready}, {@code /health/store} and {@code /health/index}. */
@RestController
@Tag(name = "Operations")
class HealthController {
    private final GraphStore store;
    private final EntityIndex index;
    private final Publisher publisher;
    private final Verifier verifier;
    private final Readiness readiness;
    private final HealthOfFollowing following;
    private final ObjectProvider<EngineKeeper> engine;

    HealthController(
            GraphStore store,
            EntityIndex index,
            Publisher publisher,
            Verifier verifier,
            Readiness readiness,
            HealthOfFollowing following,
            ObjectProvider<EngineKeeper> engine) {
        this.engine = engine;
        this.readiness = readiness;
        this.following = following;
        this.store = store;
        this.index = index;
        this.publisher = publisher;
        this.verifier = verifier;
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
        Optional<String> moved = store.moved();
        boolean one = release.map(Release::id).equals(stamp.map(Stamp::release));
        boolean up = release.isPresent() && one && moved.isEmpty() && readiness.isReached();
        answer.put("status", up ? "UP" : "DOWN");
        if (!readiness.isReached()) {
            answer.put("starting", "The first pages are being made ready; ask again in a second.");
        }
        if (!one) {
            answer.put("mixed", "The index is of another release than the graph. Restart the service.");
        }
        moved.ifPresent(problem -> answer.put("moved", problem + " Publish again, or restart the service."));
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
        answer.put("store", state());
        if (following.isOfUse()) {
            answer.put("following", following.answer());
        }
        sparql(release.map(Release::id).orElse("")).ifPresent(state -> answer.put("sparql", state));
        publisher.damage().ifPresent(damage -> answer.put("damage", damage.message()));
        publisher.repaired().ifPresent(why -> answer.put("indexMadeAgain", why));
        Optional<Publication> last = publisher.last();
        answer.put(
                "lastPublish",
                last.map(each -> each.outcome().name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("none"));
        last.map(Publication::failure).filter(why -> !why.isEmpty()).ifPresent(why -> answer.put("failedBecause", why));
        store.usableBytes().ifPresent(bytes -> answer.put("usableBytes", bytes));
        List<String> reasons = last.map(Publication::reasons).orElse(List.of());
        if (!reasons.isEmpty()) {
            answer.put("refusedBecause", reasons.stream().limit(50).toList());
            answer.put("refusalReasons", reasons.size());
        }
        return ResponseEntity.status(up ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .body(answer);
    }

    /** How it stands with the store that answers SPARQL; empty when that is the one that is built in. */
    private Optional<Map<String, Object>> sparql(String release) {
        return Optional.ofNullable(engine.getIfAvailable())
                .map(EngineKeeper::state)
                .map(state -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("state", state.answers(release) ? "UP" : "DOWN");
                    told.put("address", state.address());
                    told.put("releases", state.held().stream().sorted().toList());
                    if (state.lookedAt() != null) {
                        told.put("lookedAt", state.lookedAt().toString());
                    }
                    told.put("answeredThere", state.answeredThere());
                    told.put("answeredHere", state.answeredHere());
                    if (!state.problem().isEmpty()) {
                        told.put("problem", state.problem());
                    }
                    return told;
                });
    }

    /** What is known of the files and graphs of the release. */
    private String state() {
        if (store.release().isEmpty()) {
            return "none";
        }
        return verifier.last()
                .map(check -> check.agrees() ? "as published" : "damaged")
                .orElse("not checked yet");
    }

    @Operation(
            operationId = "store",
            summary = "Whether the files and graphs of the release are what was published, and what was set aside")
    @GetMapping("/health/store")
    ResponseEntity<Map<String, Object>> store() {
        Map<String, Object> answer = new LinkedHashMap<>();
        Optional<StoreCheck> check = verifier.last();
        String state = state();
        answer.put("state", state);
        check.ifPresent(known -> {
            answer.put("release", known.release());
            answer.put("checkedAt", known.checkedAt().toString());
            answer.put("files", known.files());
            answer.put("graphs", known.graphs());
            answer.put("differences", known.differences());
        });
        publisher.damage().ifPresent(damage -> answer.put("damage", damage.message()));
        answer.put("setAside", store.aside().stream().map(Object::toString).toList());
        boolean sound = check.map(StoreCheck::agrees).orElse(state.equals("not checked yet"));
        return ResponseEntity.status(sound ? 200 : 503)
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
