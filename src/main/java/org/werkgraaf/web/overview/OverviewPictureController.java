package org.werkgraaf.web.overview;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.picture.PictureRequest;
import org.werkgraaf.web.picture.Pictures;
import org.werkgraaf.web.text.PageText;

/** The line of time, the matrix and the fines as pictures for print: {@code .svg} and {@code .png}. */
@RestController
@Hidden
class OverviewPictureController {
    private final Overviews overviews;
    private final FinesPicture fines;
    private final MatrixPicture matrices;
    private final TimelinePicture timelines;
    private final Pictures pictures;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    OverviewPictureController(
            Overviews overviews,
            FinesPicture fines,
            MatrixPicture matrices,
            TimelinePicture timelines,
            Pictures pictures,
            ReaderLanguage languages,
            MessageSource messages) {
        this.overviews = overviews;
        this.fines = fines;
        this.matrices = matrices;
        this.timelines = timelines;
        this.pictures = pictures;
        this.languages = languages;
        this.messages = messages;
    }

    @GetMapping({"/fines.svg", "/fines.png"})
    ResponseEntity<byte[]> fines(HttpServletRequest request) {
        PictureRequest picture = PictureRequest.of(request);
        Overview overview = overviews.now();
        String lang = languages.of(request);
        FinesRequest asked = FinesRequest.of(picture.others(), overview);
        return pictures.answer(
                picture,
                fines.of(overview, asked, new PageText(lang, messages)),
                "werkgraaf-fines-by-" + asked.by(),
                overview.atlas().release(),
                lang + asked);
    }

    @GetMapping({"/matrix.svg", "/matrix.png"})
    ResponseEntity<byte[]> matrix(HttpServletRequest request) {
        PictureRequest picture = PictureRequest.of(request);
        Overview overview = overviews.now();
        String lang = languages.of(request);
        MatrixRequest asked = MatrixRequest.of(picture.others(), overview.atlas());
        return pictures.answer(
                picture,
                matrices.of(overview, asked, new PageText(lang, messages)),
                "werkgraaf-matrix",
                overview.atlas().release(),
                lang + asked);
    }

    @GetMapping({"/timeline.svg", "/timeline.png"})
    ResponseEntity<byte[]> timeline(HttpServletRequest request) {
        PictureRequest picture = PictureRequest.of(request);
        Overview overview = overviews.now();
        String lang = languages.of(request);
        TimelineRequest asked = TimelinePage.shown(TimelineRequest.of(picture.others(), overview.atlas()));
        return pictures.answer(
                picture,
                timelines.of(overview, asked, new PageText(lang, messages), lang),
                "werkgraaf-timeline",
                overview.atlas().release(),
                lang + TimelinePage.today() + asked);
    }
}
