package org.werkgraaf.web.brief;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /llms.txt}: where an assistant begins. */
@RestController
@Hidden
class GuideController {
    private final GraphMarkdown graph;

    GuideController(GraphMarkdown graph) {
        this.graph = graph;
    }

    @GetMapping(path = "/llms.txt", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> guide() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(java.time.Duration.ofHours(1)))
                .body(graph.guide());
    }
}
