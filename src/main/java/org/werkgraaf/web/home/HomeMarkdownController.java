package org.werkgraaf.web.home;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.entity.Calendar;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.MarkdownAnswer;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.Days;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.thing.News;

/** {@code GET /index.md}: the home page in Markdown. */
@RestController
@Hidden
class HomeMarkdownController {
    /** Pages that are in Markdown too, with the key of their title. */
    private static final List<String> PAGES = List.of(
            "check", "questions", "timeline", "matrix", "fines", "compare", "ontology", "about", "about/quality");

    private static final List<String> TITLES = List.of(
            "check.title",
            "question.title",
            "timeline.title",
            "matrix.title",
            "fines.title",
            "compare.title",
            "ontology.title",
            "nav.about",
            "quality.title");

    private final HomeController home;
    private final News news;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final WebSettings settings;

    HomeMarkdownController(
            HomeController home, News news, ReaderLanguage languages, MessageSource messages, WebSettings settings) {
        this.home = home;
        this.news = news;
        this.languages = languages;
        this.messages = messages;
        this.settings = settings;
    }

    @GetMapping("/index.md")
    ResponseEntity<String> home(HttpServletRequest request) {
        String lang = languages.of(request);
        PageText text = new PageText(lang, messages);
        Stamp stamp = home.stamp();
        Markdown document = new Markdown()
                .heading(1, "Werkgraaf")
                .paragraph(text.message("home.lead"))
                .paragraph(Markdown.plain(text.message("home.total", text.count(stamp.total()))) + " · "
                        + settings.baseUrl() + "/llms.txt")
                .heading(2, text.message("home.ways"))
                .list(home.ways(stamp).stream()
                        .flatMap(way -> way.kinds().stream()
                                .map(kind -> Markdown.link(
                                                text.message("types." + kind.type()),
                                                settings.baseUrl() + "/search.md?type=" + kind.type() + "&lang=" + lang)
                                        + " (" + text.count(kind.count()) + ")"))
                        .toList())
                .list(pages(text, lang))
                .heading(2, text.message("home.latest"))
                .list(home.latestCases(lang).stream()
                        .map(SearchResult.Hit::thing)
                        .map(thing -> dated(thing.date(), thing.id(), text.name(thing.labels(), thing.id()), ""))
                        .toList());
        List<Calendar.Turn> turns = home.turns();
        if (!turns.isEmpty()) {
            document.heading(2, text.message("home.turns"))
                    .list(turns.stream()
                            .map(turn -> dated(
                                    turn.date(),
                                    turn.id(),
                                    text.name(turn.labels(), turn.id()),
                                    ": "
                                            + text.message(
                                                    turn.byTransposition()
                                                            ? "home.turns.transposed"
                                                            : turn.starts() ? "home.turns.starts" : "home.turns.ends")))
                            .toList())
                    .paragraph(text.message("home.turns.note"));
        }
        News.Latest latest = news.latest();
        document.heading(2, text.message("home.news"));
        if (latest.items().isEmpty()) {
            document.paragraph(text.message("home.news.none", text.day(latest.since())));
        }
        document.list(latest.items().stream()
                .map(item -> dated(
                        item.day(),
                        item.thing().id(),
                        text.name(item.thing().labels(), item.thing().id()),
                        ""))
                .toList());
        return MarkdownAnswer.of(
                document.paragraph(text.message("quote.version", stamp.release()))
                        .toString(),
                stamp.release(),
                Days.today() + "." + lang);
    }

    private List<String> pages(PageText text, String lang) {
        return Stream.iterate(0, i -> i < PAGES.size(), i -> i + 1)
                .map(i -> Markdown.link(
                        text.message(TITLES.get(i)), settings.baseUrl() + "/" + PAGES.get(i) + ".md?lang=" + lang))
                .toList();
    }

    private String dated(@org.jspecify.annotations.Nullable String day, String id, String label, String after) {
        return (day == null ? "" : day + " · ") + Markdown.link(label, settings.baseUrl() + "/id/" + id) + after;
    }
}
