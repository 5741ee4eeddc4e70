package org.werkgraaf.web.frozen;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.dump.Dumps;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.Change;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionRequest;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ask.DayParameter;
import org.werkgraaf.web.ask.MissingThing;
import org.werkgraaf.web.ask.QuestionAnswers;
import org.werkgraaf.web.ask.QuestionLinks;
import org.werkgraaf.web.ask.QuestionParameters;
import org.werkgraaf.web.ask.SearchParameters;
import org.werkgraaf.web.check.CheckPageController;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.MarkdownAnswer;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.question.QuestionPageController;
import org.werkgraaf.web.quote.Frozen;
import org.werkgraaf.web.search.SearchLinks;
import org.werkgraaf.web.search.SearchPageController;
import org.werkgraaf.web.text.Days;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.thing.ThingPage;
import org.werkgraaf.web.thing.Wanted;

/**
 * {@code GET /r/<release>/<digest>/id/<type>/<slug>}, {@code .../search}, {@code .../check} and {@code .../questions/<name>}: the present answer, and
 * whether it is the one of that release.
 */
@Controller
@Hidden
class FrozenController {
    private final EntityReader reader;
    private final EntityIndex index;
    private final Dumps dumps;
    private final ThingPage page;
    private final SearchPageController searches;
    private final SearchParameters parameters;
    private final ReaderLanguage languages;
    private final QuestionPageController questions;
    private final QuestionAnswers answers;
    private final QuestionParameters questionParameters;
    private final CheckPageController checks;
    private final MessageSource messages;

    FrozenController(
            EntityReader reader,
            EntityIndex index,
            Dumps dumps,
            ThingPage page,
            SearchPageController searches,
            SearchParameters parameters,
            ReaderLanguage languages,
            QuestionPageController questions,
            QuestionAnswers answers,
            QuestionParameters questionParameters,
            CheckPageController checks,
            MessageSource messages) {
        this.messages = messages;
        this.reader = reader;
        this.index = index;
        this.dumps = dumps;
        this.page = page;
        this.searches = searches;
        this.parameters = parameters;
        this.languages = languages;
        this.questions = questions;
        this.answers = answers;
        this.questionParameters = questionParameters;
        this.checks = checks;
    }

    @GetMapping("/r/{release}/{digest}/id/{type}/{slug}")
    ModelAndView thing(
            @PathVariable String release,
            @PathVariable String digest,
            @PathVariable String type,
            @PathVariable String slug,
            HttpServletRequest request) {
        Frozen.check(release, digest);
        Description thing =
                ThingId.parse(type + "/" + slug).flatMap(reader::find).orElseThrow(() -> MissingThing.of(type, slug));
        Change change = index.change(thing.id())
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There are no frozen links to things of this kind; /id/" + thing.id()
                                + " has its present state."));
        String changedOn = LocalDate.ofInstant(change.since(), ZoneOffset.UTC).toString();
        ModelAndView view = page.of(
                thing,
                languages.of(request),
                DayParameter.read(request.getParameterMap(), Days.AS_OF),
                Wanted.of(request.getParameterMap()));
        view.addObject(
                "frozen",
                Frozen.of(
                        release,
                        digest,
                        thing.release(),
                        change.digest(),
                        changedOn,
                        "/id/" + thing.id(),
                        dump(release)));
        return view;
    }

    @GetMapping("/r/{release}/{digest}/search")
    ModelAndView search(@PathVariable String release, @PathVariable String digest, HttpServletRequest request) {
        Frozen.check(release, digest);
        SearchRequest search = parameters.read(request.getParameterMap(), languages.of(request));
        SearchResult result = index.search(search);
        SearchLinks links = new SearchLinks(request);
        ModelAndView view = searches.page(search, result, links);
        view.addObject(
                "frozen",
                Frozen.of(release, digest, result.release(), index.digest(result), null, links.plain(), dump(release)));
        return view;
    }

    @GetMapping("/r/{release}/{digest}/questions/{name}")
    ModelAndView question(
            @PathVariable String release,
            @PathVariable String digest,
            @PathVariable String name,
            HttpServletRequest request) {
        Frozen.check(release, digest);
        QuestionRequest asked =
                questionParameters.read(answers.find(name), request.getParameterMap(), languages.of(request));
        QuestionAnswer answer = answers.answer(asked);
        ModelAndView view = questions.page(answer);
        view.addObject(
                "frozen",
                Frozen.of(
                        release,
                        digest,
                        answer.release(),
                        QuestionPageController.digest(answer),
                        null,
                        new QuestionLinks(asked).page(asked.page()),
                        dump(release)));
        return view;
    }

    @GetMapping("/r/{release}/{digest}/check")
    ModelAndView check(@PathVariable String release, @PathVariable String digest, HttpServletRequest request) {
        Frozen.check(release, digest);
        CheckPageController.Answered answer = checks.answer(languages.of(request), request.getParameterMap());
        ModelAndView view = answer.view();
        view.addObject(
                "frozen",
                Frozen.of(release, digest, answer.release(), answer.digest(), null, answer.address(), dump(release)));
        return view;
    }

    @GetMapping("/r/{release}/{digest}/id/{type}/{slug}.md")
    ResponseEntity<String> thingMarkdown(
            @PathVariable String release,
            @PathVariable String digest,
            @PathVariable String type,
            @PathVariable String slug,
            HttpServletRequest request) {
        return markdown(thing(release, digest, type, slug, request), request);
    }

    @GetMapping("/r/{release}/{digest}/search.md")
    ResponseEntity<String> searchMarkdown(
            @PathVariable String release, @PathVariable String digest, HttpServletRequest request) {
        return markdown(search(release, digest, request), request);
    }

    @GetMapping("/r/{release}/{digest}/questions/{name}.md")
    ResponseEntity<String> questionMarkdown(
            @PathVariable String release,
            @PathVariable String digest,
            @PathVariable String name,
            HttpServletRequest request) {
        return markdown(question(release, digest, name, request), request);
    }

    @GetMapping("/r/{release}/{digest}/check.md")
    ResponseEntity<String> checkMarkdown(
            @PathVariable String release, @PathVariable String digest, HttpServletRequest request) {
        return markdown(check(release, digest, request), request);
    }

    /** Whether it is still so; what is so now has a document of its own. */
    private ResponseEntity<String> markdown(ModelAndView view, HttpServletRequest request) {
        Frozen frozen = (Frozen) Objects.requireNonNull(view.getModel().get("frozen"));
        PageText text = new PageText(languages.of(request), messages);
        Markdown document = new Markdown()
                .heading(1, text.message("frozen." + frozen.state(), text.day(frozen.releasedOn())))
                .paragraph(text.message("quote.version", frozen.release()));
        if (frozen.state().equals("changed")) {
            document.paragraph(
                            frozen.changedOn() == null
                                    ? ""
                                    : text.message("frozen.changedOn", text.day(frozen.changedOn())))
                    .paragraph(text.message(frozen.dump() == null ? "frozen.noDump" : "frozen.dump"));
        }
        return ResponseEntity.ok()
                .contentType(MarkdownAnswer.TYPE)
                .body(document.paragraph(Markdown.link(text.message("frozen.present"), frozen.present()))
                        .toString());
    }

    /** Only the newest dump is kept. */
    private @Nullable String dump(String release) {
        return dumps.ready()
                .filter(dump -> dump.index().release().equals(release))
                .map(dump -> "/dumps/")
                .orElse(null);
    }
}
