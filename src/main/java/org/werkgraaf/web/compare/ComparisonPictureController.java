package org.werkgraaf.web.compare;

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

/** {@code GET /compare.svg} and {@code /compare.png}: a comparison in numbers, for print. */
@RestController
@Hidden
class ComparisonPictureController {
    private final ComparisonCard cards;
    private final ComparisonPicture picture;
    private final Pictures pictures;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    ComparisonPictureController(
            ComparisonCard cards,
            ComparisonPicture picture,
            Pictures pictures,
            ReaderLanguage languages,
            MessageSource messages) {
        this.cards = cards;
        this.picture = picture;
        this.pictures = pictures;
        this.languages = languages;
        this.messages = messages;
    }

    @GetMapping({"/compare.svg", "/compare.png"})
    ResponseEntity<byte[]> compare(HttpServletRequest request) {
        PictureRequest format = PictureRequest.of(request);
        String lang = languages.of(request);
        ComparisonCard.Asked asked = cards.read(format.others(), request, lang);
        return pictures.answer(
                format,
                picture.of(asked.found(), asked.numbers(), asked.topic(), new PageText(lang, messages)),
                "werkgraaf-compare",
                asked.found().get(0).release(),
                lang + asked.ids() + asked.asOf() + asked.topic());
    }
}
