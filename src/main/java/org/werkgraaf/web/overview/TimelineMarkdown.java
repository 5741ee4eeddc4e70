package org.werkgraaf.web.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Timeline;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;

/** Writes the line of time in Markdown: what is to come, then year by year. */
@Component
class TimelineMarkdown {
    /** As many as can be read at once; what is left out is told by year. */
    private static final int EVENTS_MAX = 120;

    private static final String ADDRESS = "/timeline.md";

    private final MessageSource messages;
    private final WebSettings settings;
    private final TimelinePage pages;

    TimelineMarkdown(MessageSource messages, WebSettings settings, TimelinePage pages) {
        this.messages = messages;
        this.settings = settings;
        this.pages = pages;
    }

    String of(Overview overview, TimelineRequest asked, String lang) {
        PageText text = new PageText(lang, messages);
        String today = TimelinePage.today();
        List<Timeline.Event> found = asked.select(overview.events());
        Markdown document = new Markdown()
                .heading(1, text.message("timeline.title"))
                .paragraph(text.message("timeline.lead"))
                .paragraph(text.message("timeline.today", text.day(today)))
                .list(pages.coverage(asked, lang).stream()
                        .map(note -> Markdown.plain(note.text()))
                        .toList());
        if (found.isEmpty()) {
            document.paragraph(text.message("question.nothing"))
                    .list(TimelinePage.wider(asked, overview.events(), lang).stream()
                            .map(each -> each.count() + ": " + settings.baseUrl()
                                    + each.link().replaceFirst("/timeline", ADDRESS))
                            .toList());
        }
        Map<String, Integer> left = new TreeMap<>();
        List<TimelinePage.Group> all = TimelinePage.groups(found, today, found.size());
        Map<String, TimelinePage.Group> shown = TimelinePage.groups(found, today, EVENTS_MAX).stream()
                .collect(Collectors.toMap(TimelinePage.Group::year, group -> group));
        for (TimelinePage.Group group : all) {
            List<Timeline.Event> events = shown.getOrDefault(
                            group.year(), new TimelinePage.Group(group.year(), List.of()))
                    .events();
            if (!events.isEmpty()) {
                document.heading(2, group.year().isEmpty() ? text.message("timeline.ahead") : group.year())
                        .list(events.stream().map(event -> line(event, text)).toList());
            }
            group.events().stream()
                    .skip(events.size())
                    .forEach(event -> left.merge(String.valueOf(event.year()), 1, Integer::sum));
        }
        if (!left.isEmpty()) {
            document.paragraph(text.message(
                            "markdown.part",
                            found.size()
                                    - left.values().stream()
                                            .mapToInt(Integer::intValue)
                                            .sum(),
                            found.size(),
                            settings.baseUrl() + asked.link("/timeline.csv", lang)))
                    .list(years(left, asked, lang));
        }
        return document.files(
                        text, settings.baseUrl(), asked.link("/timeline.csv", lang), asked.link("/timeline.svg", lang))
                .paragraph(text.message("quote.version", overview.atlas().release()))
                .toString();
    }

    private String line(Timeline.Event event, PageText text) {
        List<String> parts = new ArrayList<>();
        parts.add(event.date());
        parts.add(text.message("timeline.kind." + event.kind()));
        parts.add(Markdown.link(
                text.name(event.thing().labels(), event.thing().id()),
                settings.baseUrl() + "/id/" + event.thing().id()));
        if (!event.jurisdictions().isEmpty()) {
            parts.add(event.jurisdictions().stream()
                    .map(id -> id.substring(id.indexOf('/') + 1).toUpperCase(Locale.ROOT))
                    .collect(Collectors.joining(",")));
        }
        if (event.knownUntil() != null) {
            parts.add(text.message("timeline.movedUntil", event.knownUntil()));
        }
        return String.join(" · ", parts);
    }

    private List<String> years(Map<String, Integer> left, TimelineRequest asked, String lang) {
        List<String> years = new ArrayList<>();
        left.forEach((year, count) -> years.add(
                0,
                Markdown.link(
                                year,
                                settings.baseUrl()
                                        + asked.between(Integer.valueOf(year), Integer.valueOf(year))
                                                .link(ADDRESS, lang))
                        + " (" + count + ")"));
        return years;
    }
}
