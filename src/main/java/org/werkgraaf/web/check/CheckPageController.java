package org.werkgraaf.web.check;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CheckParameters;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.quote.QuoteText;
import org.werkgraaf.web.text.PageText;

/** {@code GET /check}: the check for readers, one question at a time or all at once. */
@Controller
@Hidden
public class CheckPageController {
    private final CheckParameters parameters;
    private final CheckAnswers answers;
    private final CheckChoices choices;
    private final AtlasReader atlases;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final WebSettings settings;

    CheckPageController(
            CheckParameters parameters,
            CheckAnswers answers,
            CheckChoices choices,
            AtlasReader atlases,
            ReaderLanguage languages,
            MessageSource messages,
            WebSettings settings) {
        this.parameters = parameters;
        this.answers = answers;
        this.choices = choices;
        this.atlases = atlases;
        this.languages = languages;
        this.messages = messages;
        this.settings = settings;
    }

    @GetMapping("/check")
    ModelAndView check(HttpServletRequest request) {
        String lang = languages.of(request);
        Map<String, String[]> given = request.getParameterMap();
        boolean asksForForm = given.containsKey(CheckLinks.FORM);
        if (!asksForForm && !CheckParameters.asksNothing(given)) {
            return answer(lang, given).view();
        }
        Map<String, String[]> facts = CheckLinks.without(given, CheckLinks.FORM);
        if (!asksForForm) {
            parameters.refuseUnreadable(facts);
        }
        ModelAndView page =
                form(lang, CheckLinks.replace(parameters.names(facts).given(), Map.of(CheckLinks.FORM, "")), true);
        page.addObject(
                "unsaid",
                !asksForForm
                        && !CheckLinks.query(CheckLinks.without(facts, "lang")).isEmpty());
        return page;
    }

    /**
     * An answer as a page.
     *
     * @param release id of the release that answered
     * @param digest what the answer is, in short
     * @param address where it is
     */
    public record Answered(ModelAndView view, String release, String digest, String address) {}

    private ModelAndView form(String lang, Map<String, String[]> given, boolean whole) {
        PageText text = new PageText(lang, messages);
        ModelAndView page = new ModelAndView("check");
        page.addObject("lang", lang);
        page.addObject(
                "form", CheckForm.of(given, choices.of(atlases.atlas(), lang, text), atlases.atlas(), text, whole));
        return page;
    }

    /** The page of an answer. */
    public Answered answer(String lang, Map<String, String[]> typed) {
        PageText text = new PageText(lang, messages);
        CheckParameters.Asked asked = parameters.asked(typed);
        CheckAnswer answer = answers.of(asked, lang, typed);
        Map<String, String[]> given = asked.names().given();
        Next next = next(answer, given);
        CheckPage shown = CheckPage.of(answer, given, next == null ? null : next.question());
        String query = CheckLinks.query(given);
        CheckCitation citation = CheckCitation.of(answer, text, given, settings.baseUrl());
        ModelAndView page = form(lang, given, false);
        page.addObject("answer", answer);
        page.addObject("shown", shown);
        page.addObject("query", query);
        page.addObject("baseUrl", settings.baseUrl());
        page.addObject("checkTitle", citation.title());
        page.addObject("quote", QuoteText.of(citation.reference(), text, settings.baseUrl() + citation.frozen()));
        page.addObject("next", next);
        page.addObject("allLink", CheckLinks.page(CheckLinks.replace(given, Map.of("detail", "all"))));
        page.addObject("officialLink", CheckLinks.page(CheckLinks.replace(given, Map.of("verification", "primary"))));
        page.addObject("everyLink", CheckLinks.page(CheckLinks.replace(given, Map.of("verification", ""))));
        return new Answered(page, answer.release(), citation.digest(), CheckLinks.page(given));
    }

    /** The next question that the reader did not leave open, with the addresses of its answers; absent when there is none. */
    private static @Nullable Next next(CheckAnswer answer, Map<String, String[]> given) {
        Set<String> open = new HashSet<>(List.of(given.getOrDefault("open", new String[0])));
        Optional<CheckAnswer.Question> question = answer.questions().stream()
                .filter(each -> !open.contains(each.parameter()))
                .findFirst();
        return question.map(each -> new Next(
                        each,
                        CheckPage.choices(answer, each, given),
                        CheckLinks.page(CheckLinks.with(given, "open", each.parameter()))))
                .orElse(null);
    }

    /**
     * A question that can be answered now.
     *
     * @param question the question
     * @param choices the answers; empty when it has a field in the form
     * @param leave the address without an answer to it
     */
    record Next(CheckAnswer.Question question, List<CheckPage.Choice> choices, String leave) {}
}
