package org.werkgraaf.web.embed;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.overview.MatrixPage;
import org.werkgraaf.web.overview.MatrixRequest;
import org.werkgraaf.web.overview.Overview;
import org.werkgraaf.web.overview.Overviews;
import org.werkgraaf.web.overview.TimelinePage;
import org.werkgraaf.web.overview.TimelineRequest;

/** {@code GET /embed/timeline} and {@code /embed/matrix}: the drawing as a card without scripts, for a frame on another site. */
@Controller
@Hidden
class OverviewEmbedController {
    private static final int EVENTS_MAX = 25;

    private final Overviews overviews;
    private final TimelinePage timelines;
    private final MatrixPage matrices;
    private final ReaderLanguage languages;

    OverviewEmbedController(
            Overviews overviews, TimelinePage timelines, MatrixPage matrices, ReaderLanguage languages) {
        this.overviews = overviews;
        this.timelines = timelines;
        this.matrices = matrices;
        this.languages = languages;
    }

    @GetMapping("/embed/timeline")
    ModelAndView timeline(HttpServletRequest request) {
        Overview overview = overviews.now();
        TimelineRequest asked = TimelinePage.shown(TimelineRequest.of(request, overview.atlas()));
        return timelines.of("embed-timeline", overview, asked, languages.of(request), EVENTS_MAX);
    }

    @GetMapping("/embed/matrix")
    ModelAndView matrix(HttpServletRequest request) {
        Overview overview = overviews.now();
        return matrices.of(
                "embed-matrix", overview, MatrixRequest.of(request, overview.atlas()), languages.of(request));
    }
}
