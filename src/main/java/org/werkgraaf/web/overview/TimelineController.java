package org.werkgraaf.web.overview;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Timeline;
import org.werkgraaf.table.CsvTable;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.PageText;

/** {@code GET /timeline}, {@code /timeline.csv} and {@code /timeline.json}: law, cases and incidents on one line of time. */
@Controller
@Hidden
class TimelineController {
    private static final String KIND = "timeline.kind.";

    private final Overviews overviews;
    private final TimelinePage pages;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    TimelineController(Overviews overviews, TimelinePage pages, ReaderLanguage languages, MessageSource messages) {
        this.overviews = overviews;
        this.pages = pages;
        this.languages = languages;
        this.messages = messages;
    }

    @GetMapping("/timeline")
    ModelAndView timeline(HttpServletRequest request) {
        Overview overview = overviews.now();
        TimelineRequest asked = TimelinePage.shown(TimelineRequest.of(request, overview.atlas()));
        String lang = languages.of(request);
        ModelAndView page = pages.of("timeline", overview, asked, lang, TimelinePage.EVENTS_MAX);
        pages.addForm(page, overview, asked, lang);
        return page;
    }

    @GetMapping("/timeline.csv")
    ResponseEntity<String> csv(HttpServletRequest request) throws IOException {
        Overview overview = overviews.now();
        String lang = languages.of(request);
        StringWriter out = new StringWriter();
        try (CsvTable csv = new CsvTable(out)) {
            csv.row(
                    "date",
                    "kind",
                    "kindLabel",
                    "state",
                    PropertyNames.KNOWN_UNTIL,
                    "id",
                    "type",
                    "label",
                    "jurisdictions");
            PageText text = new PageText(lang, messages);
            String today = TimelinePage.today();
            for (Timeline.Event event :
                    TimelineRequest.of(request, overview.atlas()).select(overview.events())) {
                Map<String, Object> row = row(event, text, today);
                row.remove("iri");
                row.put("jurisdictions", String.join(" ", event.jurisdictions()));
                csv.row(row.values());
            }
        }
        return answer(overview, "csv", lang)
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"werkgraaf-timeline.csv\"")
                .body(out.toString());
    }

    @GetMapping("/timeline.json")
    ResponseEntity<Map<String, Object>> json(HttpServletRequest request) {
        Overview overview = overviews.now();
        String lang = languages.of(request);
        PageText text = new PageText(lang, messages);
        String today = TimelinePage.today();
        List<Map<String, Object>> rows =
                TimelineRequest.of(request, overview.atlas()).select(overview.events()).stream()
                        .map(event -> row(event, text, today))
                        .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("release", overview.atlas().release());
        body.put("today", today);
        body.put("total", rows.size());
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
