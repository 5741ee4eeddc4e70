package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Etags;

/**
 * {@code GET /openapi.json}: the API as the build described it, with the saved questions of the release; written once per release.
 * {@code GET /docs} shows it.
 */
@Controller
@Hidden
class OpenApiController {
    private final GraphStore store;
    private final SavedQuestions questions;
    private final QuestionOperations operations;
    private final WebSettings settings;
    private final AtomicReference<@Nullable Written> written = new AtomicReference<>();

    OpenApiController(GraphStore store, SavedQuestions questions, QuestionOperations operations, WebSettings settings) {
        this.store = store;
        this.questions = questions;
        this.operations = operations;
        this.settings = settings;
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> describe() {
        Written current = current();
        return Etags.ok(current.release(), current.document().digest())
                .contentType(MediaType.APPLICATION_JSON)
                .body(current.document().json());
    }

    private Written current() {
        String release = store.release().map(Release::id).orElse("");
        String version = questions.version();
        Written known = written.get();
        if (known == null
                || !known.release().equals(release)
                || !known.version().equals(version)) {
            known = new Written(
                    release, version, OpenApiDocument.of(settings.baseUrl(), operations.paths(), operations.schemas()));
            written.set(known);
        }
        return known;
    }

    @GetMapping("/docs")
    ModelAndView page() {
        return new ModelAndView("api");
    }

    /** Where one would look for the guide to the API. */
    @GetMapping("/docs/api")
    RedirectView guide() {
        return new RedirectView("/about/api");
    }

    /** Where the page used to be. */
    @GetMapping("/swagger-ui/index.html")
    RedirectView formerPage() {
        return new RedirectView("/docs");
    }

    private record Written(String release, String version, OpenApiDocument document) {}
}
