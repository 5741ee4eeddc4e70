package org.werkgraaf.web.overview;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Timeline;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.table.Table;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.TableFiles;
import org.werkgraaf.web.http.TableFormat;
import org.werkgraaf.web.picture.TakeAway;
import org.werkgraaf.web.text.PageText;

/** {@code GET /timeline}, {@code /timeline.csv}, {@code .xlsx} and {@code .json}: law, cases and incidents on one line of time. */
@Controller
@Hidden
class TimelineController {
    private static final String KIND = "timeline.kind.";

    private final Overviews overviews;
    private final TimelinePage pages;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final TableFiles files;
    private final TimelinePicture picture;
    private final WebSettings settings;

    TimelineController(
            Overviews overviews,
            TimelinePage pages,
            ReaderLanguage languages,
            MessageSource messages,
            TableFiles files,
            TimelinePicture picture,
            WebSettings settings) {
        this.picture = picture;
        this.settings = settings;
        this.overviews = overviews;
        this.pages = pages;
        this.languages = languages;
        this.messages = messages;
        this.files = files;
    }

    @GetMapping("/timeline")
    ModelAndView timeline(HttpServletRequest request) {
        Overview overview = overviews.now();
        TimelineRequest asked = TimelinePage.shown(TimelineRequest.of(request.getParameterMap(), overview.atlas()));
        String lang = languages.of(request);
        ModelAndView page = pages.of("timeline", overview, asked, lang, TimelinePage.EVENTS_MAX);
        pages.addForm(page, overview, asked, lang);
        Sheet sheet = picture.of(overview, asked, new PageText(lang, messages), lang);
        page.addObject(
                "take",
                new TakeAway(
                        settings.baseUrl(),
                        sheet.title(),
                        sheet.alternative(),
                        asked.link("/embed/timeline", lang),
                        asked.link("/timeline.csv", lang),
                        asked.link("/timeline.svg", lang),
                        List.of(620, 560)));
        return page;
    }

    @GetMapping({"/timeline.csv", "/timeline.xlsx"})
    ResponseEntity<byte[]> table(HttpServletRequest request) {
        TableFormat format = TableFormat.of(request);
        Overview overview = overviews.now();
        String lang = languages.of(request);
        PageText text = new PageText(lang, messages);
        String today = TimelinePage.today();
        Table table = new Table(
                "date",
                "kind",
                "kindLabel",
                "state",
                PropertyNames.KNOWN_UNTIL,
                "id",
                "type",
                "label",
                "jurisdictions",
                "jurisdictionLabels");
        for (Timeline.Event event : TimelineRequest.of(TableFormat.others(request.getParameterMap()), overview.atlas())
                .select(overview.events())) {
            table.row(
                    Table.day(event.date()),
                    event.kind(),
                    text.message(KIND + event.kind()),
                    event.state(today),
                    Table.day(event.knownUntil()),
                    TableFiles.thing(event.thing().id()),
                    event.thing().type(),
                    text.name(event.thing().labels(), event.thing().id()),
                    TableFiles.thing(String.join(" ", event.jurisdictions())),
                    event.jurisdictions().stream()
                            .map(id -> FinesController.label("jurisdiction", id, overview.atlas(), text))
                            .collect(Collectors.joining("; ")));
        }
        return files.answer(
                answer(overview, format.suffix(), lang),
                format,
                request,
                new TableFiles.Named(
                        "werkgraaf-timeline",
                        text.message("timeline.title"),
                        overview.atlas().release()),
                table);
    }

    @GetMapping("/timeline.json")
    ResponseEntity<Map<String, Object>> json(HttpServletRequest request) {
        Overview overview = overviews.now();
        String lang = languages.of(request);
        PageText text = new PageText(lang, messages);
        String today = TimelinePage.today();
        TimelineRequest asked = TimelineRequest.of(request.getParameterMap(), overview.atlas());
        List<Map<String, Object>> rows = asked.select(overview.events()).stream()
                .map(event -> row(event, text, today))
                .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("release", overview.atlas().release());
        body.put("today", today);
        body.put("total", rows.size());
        body.put("coverage", pages.coverage(asked, lang));
        body.put("events", rows);
        return answer(overview, "json", lang)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static Map<String, Object> row(Timeline.Event event, PageText text, String today) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("date", event.date());
        row.put("kind", event.kind());
        row.put("kindLabel", text.message(KIND + event.kind()));
        row.put("state", event.state(today));
        row.put(PropertyNames.KNOWN_UNTIL, event.knownUntil());
        row.put("id", event.thing().id());
        row.put("iri", ThingId.THINGS + event.thing().id());
        row.put("type", event.thing().type());
        row.put("label", text.name(event.thing().labels(), event.thing().id()));
        row.put("jurisdictions", event.jurisdictions());
        return row;
    }

    /** What is still to come changes with the day. */
    private static ResponseEntity.BodyBuilder answer(Overview overview, String format, String lang) {
        return Etags.ok(overview.atlas().release(), "timeline." + TimelinePage.today() + "." + format + "." + lang);
    }
}
