package org.werkgraaf.web.overview;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.web.http.MarkdownAnswer;
import org.werkgraaf.web.http.ReaderLanguage;

/** The line of time, the matrix and the fines in Markdown. */
@RestController
@Hidden
class OverviewMarkdownController {
    private final Overviews overviews;
    private final TimelineMarkdown timelines;
    private final MatrixMarkdown matrices;
    private final FinesMarkdown fines;
    private final ReaderLanguage languages;

    OverviewMarkdownController(
            Overviews overviews,
            TimelineMarkdown timelines,
            MatrixMarkdown matrices,
            FinesMarkdown fines,
            ReaderLanguage languages) {
        this.overviews = overviews;
        this.timelines = timelines;
        this.matrices = matrices;
        this.fines = fines;
        this.languages = languages;
    }

    @GetMapping("/timeline.md")
    ResponseEntity<String> timeline(HttpServletRequest request) {
        Overview overview = overviews.now();
        String lang = languages.of(request);
        TimelineRequest asked = TimelinePage.shown(TimelineRequest.of(request.getParameterMap(), overview.atlas()));
        return MarkdownAnswer.of(
                timelines.of(overview, asked, lang), overview.atlas().release(), TimelinePage.today() + "." + lang);
    }

    @GetMapping("/matrix.md")
    ResponseEntity<String> matrix(HttpServletRequest request) {
        Overview overview = overviews.now();
        String lang = languages.of(request);
        return MarkdownAnswer.of(
                matrices.of(overview, MatrixRequest.of(request.getParameterMap(), overview.atlas()), lang),
                overview.atlas().release(),
                lang);
    }

    @GetMapping("/fines.md")
    ResponseEntity<String> fines(HttpServletRequest request) {
        Overview overview = overviews.now();
        String lang = languages.of(request);
        return MarkdownAnswer.of(
                fines.of(overview, FinesRequest.of(request.getParameterMap(), overview), lang),
                overview.atlas().release(),
                lang);
    }
}
