package org.werkgraaf.web.check;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.assess.Situation;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.web.ask.CheckParameters;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.PageText;

/** {@code GET /check}: the check for readers, one question at a time or all at once. */
@Controller
@Hidden
class CheckPageController {
    private final CheckParameters parameters;
    private final CheckAnswers answers;
    private final AtlasReader atlases;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    CheckPageController(
            CheckParameters parameters,
            CheckAnswers answers,
            AtlasReader atlases,
            ReaderLanguage languages,
            MessageSource messages) {
        this.parameters = parameters;
        this.answers = answers;
        this.atlases = atlases;
        this.languages = languages;
        this.messages = messages;
    }

    @GetMapping("/check")
    ModelAndView check(HttpServletRequest request) {
        String lang = languages.of(request);
        Map<String, String[]> given = request.getParameterMap();
        PageText text = new PageText(lang, messages);
        ModelAndView page = new ModelAndView("check");
        page.addObject("lang", lang);
        page.addObject("form", CheckForm.of(given, atlases.atlas(), text, Locale.forLanguageTag(lang)));
        if (CheckParameters.asksNothing(given)) {
            return page;
        }
        Situation situation = parameters.read(given);
        CheckAnswer answer = answers.of(situation, lang, CheckLinks.query(given));
        page.addObject("answer", answer);
        page.addObject("sections", CheckPage.of(answer));
        page.addObject("jsonLink", "/api/v1/assess?" + CheckLinks.query(given));
        page.addObject("next", next(answer, given));
        return page;
    }

    /** The next question that the reader did not leave open, with the addresses of its answers; absent when there is none. */
    private static @Nullable Next next(CheckAnswer answer, Map<String, String[]> given) {
        Set<String> open = new HashSet<>(List.of(given.getOrDefault("open", new String[0])));
        return answer.questions().stream()
                .filter(question -> !open.contains(question.parameter()))
                .findFirst()
                .map(question -> {
                    List<Answer> choices = new ArrayList<>();
                    question.values().forEach(value -> choices.add(new Answer(value, link(given, question, value))));
                    return new Next(
                            question, choices, CheckLinks.page(CheckLinks.with(given, "open", question.parameter())));
                })
                .orElse(null);
    }

    private static String link(Map<String, String[]> given, CheckAnswer.Question question, String value) {
        String parameter = question.parameter();
        return CheckLinks.page(
                parameter.startsWith("fact=")
                        ? CheckLinks.with(given, "fact", parameter.substring("fact=".length()) + ":" + value)
                        : CheckLinks.with(given, parameter, value));
    }

    /**
     * A question that can be answered now.
     *
     * @param question the question
     * @param choices the answers; empty when it has a field in the form
     * @param leave the address without an answer to it
     */
    record Next(CheckAnswer.Question question, List<Answer> choices, String leave) {}

    /** An answer with its address. */
    record Answer(String value, String link) {}
}
