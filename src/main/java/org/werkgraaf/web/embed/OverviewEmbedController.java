package org.werkgraaf.web.embed;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.web.compare.ComparisonCard;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.overview.FinesPage;
import org.werkgraaf.web.overview.FinesRequest;
import org.werkgraaf.web.overview.MatrixPage;
import org.werkgraaf.web.overview.MatrixRequest;
import org.werkgraaf.web.overview.Overview;
import org.werkgraaf.web.overview.Overviews;
import org.werkgraaf.web.overview.TimelinePage;
import org.werkgraaf.web.overview.TimelineRequest;

/** {@code GET /embed/timeline}, {@code /embed/matrix}, {@code /embed/fines} and {@code /embed/compare}: the drawing or its numbers as a card without scripts, for a frame on another site. */
@Controller
@Hidden
class OverviewEmbedController {
    /** The list of events stands on the page; a frame has no room for it. */
    private static final int NO_EVENTS = 0;

    private final Overviews overviews;
    private final TimelinePage timelines;
    private final MatrixPage matrices;
    private final FinesPage fines;
    private final ComparisonCard comparisons;
    private final ReaderLanguage languages;

    OverviewEmbedController(
            Overviews overviews,
            TimelinePage timelines,
            MatrixPage matrices,
            FinesPage fines,
            ComparisonCard comparisons,
            ReaderLanguage languages) {
        this.fines = fines;
        this.comparisons = comparisons;
        this.overviews = overviews;
        this.timelines = timelines;
        this.matrices = matrices;
        this.languages = languages;
    }

    @GetMapping("/embed/timeline")
    ModelAndView timeline(HttpServletRequest request) {
        Overview overview = overviews.now();
        TimelineRequest asked = TimelinePage.shown(TimelineRequest.of(request.getParameterMap(), overview.atlas()));
        return timelines.of("embed-timeline", overview, asked, languages.of(request), NO_EVENTS);
    }

    @GetMapping("/embed/matrix")
    ModelAndView matrix(HttpServletRequest request) {
        Overview overview = overviews.now();
        return matrices.of(
                "embed-matrix",
                overview,
                MatrixRequest.of(request.getParameterMap(), overview.atlas()),
                languages.of(request));
    }

    @GetMapping("/embed/fines")
    ModelAndView fines(HttpServletRequest request) {
        Overview overview = overviews.now();
        return fines.card(overview, FinesRequest.of(request.getParameterMap(), overview), languages.of(request));
    }

    @GetMapping("/embed/compare")
    ModelAndView compare(HttpServletRequest request) {
        return comparisons.of(request, languages.of(request));
    }
}
