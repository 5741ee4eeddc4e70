package org.werkgraaf.web.embed;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.web.ask.QuestionAnswers;
import org.werkgraaf.web.ask.QuestionParameters;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.question.QuestionPageController;

/** {@code GET /embed/questions/<name>}: the drawing of an answer, or the first of its rows, as a card without scripts, for a frame on another site. */
@Controller
@Hidden
class QuestionEmbedController {
    private final QuestionAnswers answers;
    private final QuestionParameters parameters;
    private final QuestionPageController pages;
    private final ReaderLanguage languages;

    QuestionEmbedController(
            QuestionAnswers answers,
            QuestionParameters parameters,
            QuestionPageController pages,
            ReaderLanguage languages) {
        this.answers = answers;
        this.parameters = parameters;
        this.pages = pages;
        this.languages = languages;
    }

    @GetMapping("/embed/questions/{name}")
    ModelAndView question(@PathVariable String name, HttpServletRequest request) {
        ModelAndView card = pages.page(answers.answer(
                parameters.readPerThing(answers.find(name), request.getParameterMap(), languages.of(request))));
        card.setViewName("embed-question");
        return card;
    }
}
