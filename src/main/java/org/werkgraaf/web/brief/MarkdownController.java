package org.werkgraaf.web.brief;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.entity.Description;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionLimits;
import org.werkgraaf.query.QuestionRequest;
import org.werkgraaf.query.QuestionRunner;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CheckParameters;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.ask.DayParameter;
import org.werkgraaf.web.ask.KnownParameters;
import org.werkgraaf.web.ask.QuestionAnswers;
import org.werkgraaf.web.ask.QuestionLinks;
import org.werkgraaf.web.ask.QuestionParameters;
import org.werkgraaf.web.ask.SearchParameters;
import org.werkgraaf.web.check.CheckAnswer;
import org.werkgraaf.web.check.CheckAnswers;
import org.werkgraaf.web.http.MarkdownAnswer;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.question.QuestionPicture;
import org.werkgraaf.web.text.Days;

/** What is found, and things, in Markdown; pages of other rooms are written there. */
@RestController
@Hidden
class MarkdownController {
    private final ReaderLanguage languages;
    private final WebSettings settings;
    private final ThingBriefs things;
    private final ThingMarkdown thingMarkdown;
    private final SearchParameters searchParameters;
    private final SearchBriefs searches;
    private final ListMarkdown listMarkdown;
    private final SavedQuestions questions;
    private final QuestionRunner runner;
    private final QuestionAnswers answers;
    private final QuestionParameters questionParameters;
    private final TableBriefs tables;
    private final CheckParameters checkParameters;
    private final CheckAnswers checks;
    private final CheckMarkdown checkMarkdown;
    private final CoverageNotes coverage;
    private final QuestionLimits limits;
    private final QuestionPicture pictures;

    MarkdownController(
            ReaderLanguage languages,
            WebSettings settings,
            ThingBriefs things,
            ThingMarkdown thingMarkdown,
            SearchParameters searchParameters,
            SearchBriefs searches,
            ListMarkdown listMarkdown,
            SavedQuestions questions,
            QuestionRunner runner,
            QuestionAnswers answers,
            QuestionParameters questionParameters,
            TableBriefs tables,
            CheckParameters checkParameters,
            CheckAnswers checks,
            CheckMarkdown checkMarkdown,
            CoverageNotes coverage,
            QuestionLimits limits,
            QuestionPicture pictures) {
        this.limits = limits;
        this.pictures = pictures;
        this.coverage = coverage;
        this.languages = languages;
        this.settings = settings;
        this.things = things;
        this.thingMarkdown = thingMarkdown;
        this.searchParameters = searchParameters;
        this.searches = searches;
        this.listMarkdown = listMarkdown;
        this.questions = questions;
        this.runner = runner;
        this.answers = answers;
        this.questionParameters = questionParameters;
        this.tables = tables;
        this.checkParameters = checkParameters;
        this.checks = checks;
        this.checkMarkdown = checkMarkdown;
    }

    @GetMapping("/id/{type}/{slug}.md")
    ResponseEntity<String> thing(@PathVariable String type, @PathVariable String slug, HttpServletRequest request) {
        String lang = languages.of(request);
        Description thing = things.find(type + "/" + slug);
        LocalDate asOf = DayParameter.read(request.getParameterMap(), Days.AS_OF);
        return MarkdownAnswer.of(
                thingMarkdown.of(thing, lang, asOf, relation(request)), thing.release(), Days.today() + "." + lang);
    }

    @GetMapping("/search.md")
    ResponseEntity<String> search(HttpServletRequest request) {
        String lang = languages.of(request);
        SearchRequest asked = searchParameters.read(request.getParameterMap(), lang);
        SearchBrief found = searches.of(asked);
        String next = found.cursor() == null ? null : next("/search.md", request, "cursor", found.cursor());
        return MarkdownAnswer.of(listMarkdown.of(found, asked.words(), next, lang), found.release(), lang);
    }

    @GetMapping("/questions.md")
    ResponseEntity<String> questions(HttpServletRequest request) {
        String lang = languages.of(request);
        String release = answers.release();
        return MarkdownAnswer.of(listMarkdown.of(questions.all(), release, lang), release, answers.version() + lang);
    }

    @GetMapping("/questions/{name}.md")
    ResponseEntity<String> question(@PathVariable String name, HttpServletRequest request) {
        String lang = languages.of(request);
        SavedQuestion question = answers.find(name);
        QuestionRequest asked = questionParameters.read(question, request.getParameterMap(), lang);
        QuestionAnswer answer = answers.answer(asked);
        String next = answer.hasNext()
                ? next("/questions/" + question.name() + ".md", request, "page", String.valueOf(asked.page() + 1))
                : null;
        Map<String, String> names = runner.columns(question, lang);
        QuestionLinks links = new QuestionLinks(asked);
        return MarkdownAnswer.of(
                listMarkdown.of(
                        tables.of(answer),
                        names,
                        coverage.of(answer),
                        next,
                        links.all(".csv", limits.sizeMax()),
                        pictures.draws(answer) ? links.picture(asked.page()) : "",
                        lang),
                answer.release(),
                answers.version() + lang);
    }

    @GetMapping("/check.md")
    ResponseEntity<String> check(HttpServletRequest request) {
        String lang = languages.of(request);
        Map<String, String[]> given = request.getParameterMap();
        if (CheckParameters.asksNothing(given)) {
            checkParameters.refuseUnreadable(given);
            return MarkdownAnswer.of(checkMarkdown.invitation(lang), answers.release(), lang);
        }
        CheckParameters.Asked asked = checkParameters.asked(given);
        CheckAnswer answer = checks.of(asked, lang, given);
        return MarkdownAnswer.of(checkMarkdown.of(answer, lang), answer.release(), answer.on() + "." + lang);
    }

    /** The relation that is asked for by itself, if one is. */
    private static @Nullable AnswerPart relation(HttpServletRequest request) {
        String name = request.getParameter("relation");
        String page = Objects.requireNonNullElse(request.getParameter("page"), "1");
        if (!page.matches("[1-9]\\d{0,5}")) {
            throw KnownParameters.bad("page", page, "give a number from 1 on");
        }
        return name == null || name.isBlank() ? null : new AnswerPart(name, Integer.parseInt(page), ThingMarkdown.PAGE);
    }

    private String next(String path, HttpServletRequest request, String name, String value) {
        UriComponentsBuilder link = UriComponentsBuilder.fromUriString(settings.baseUrl() + path);
        request.getParameterMap().forEach((each, values) -> {
            if (!each.equals(name)) {
                link.queryParam(each, (Object[]) values);
            }
        });
        return link.queryParam(name, value).encode().build().toUriString();
    }
}
