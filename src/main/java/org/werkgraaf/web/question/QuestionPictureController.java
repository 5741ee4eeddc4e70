package org.werkgraaf.web.question;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionRequest;
import org.werkgraaf.web.ask.QuestionAnswers;
import org.werkgraaf.web.ask.QuestionParameters;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.picture.PictureRequest;
import org.werkgraaf.web.picture.Pictures;

/** {@code GET /questions/<name>.svg} and {@code .png}: the numbers of an answer as a picture for print. */
@RestController
@Hidden
class QuestionPictureController {
    private final QuestionAnswers answers;
    private final QuestionParameters parameters;
    private final QuestionPicture picture;
    private final Pictures pictures;
    private final ReaderLanguage languages;

    QuestionPictureController(
            QuestionAnswers answers,
            QuestionParameters parameters,
            QuestionPicture picture,
            Pictures pictures,
            ReaderLanguage languages) {
        this.answers = answers;
        this.parameters = parameters;
        this.picture = picture;
        this.pictures = pictures;
        this.languages = languages;
    }

    @GetMapping({"/questions/{name}.svg", "/questions/{name}.png"})
    ResponseEntity<byte[]> picture(@PathVariable String name, HttpServletRequest request) {
        PictureRequest picture = PictureRequest.of(request);
        QuestionRequest asked = parameters.readPerThing(answers.find(name), picture.others(), languages.of(request));
        QuestionAnswer answer = answers.answer(asked);
        Sheet sheet = this.picture
                .of(answer)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "The answer has no column of numbers, so there is nothing to draw. The table is at"
                                + " /api/v1/questions/" + asked.question().name() + ".csv."));
        return pictures.answer(
                picture,
                sheet,
                asked.question().name(),
                answer.release(),
                answers.version() + asked.lang() + sheet.alternative() + asked.page());
    }
}
