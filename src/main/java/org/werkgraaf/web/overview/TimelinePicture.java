package org.werkgraaf.web.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Timeline;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.picture.TimeChart;
import org.werkgraaf.web.picture.PictureWords;
import org.werkgraaf.web.text.PageText;

/** The line of time for print. */
@Component
class TimelinePicture {
    private final PictureWords words;

    TimelinePicture(PictureWords words) {
        this.words = words;
    }

    Sheet of(Overview overview, TimelineRequest asked, PageText text, String lang) {
        String today = TimelinePage.today();
        List<Timeline.Event> found = asked.select(overview.events());
        TimelinePage.Years years = TimelinePage.Years.of(asked, found, today);
        List<TimeChart.Lane> lanes = new ArrayList<>();
        for (String name : TimelineDrawing.LANES) {
            List<TimeChart.Event> events = found.stream()
                    .filter(event -> TimelineDrawing.lane(event.kind()).equals(name))
                    .map(event -> new TimeChart.Event(
                            years.place(TimelineDrawing.year(event.date())),
                            text.day(event.date()) + " "
                                    + text.name(
                                            event.thing().labels(),
                                            event.thing().id()),
                            !event.state(today).equals("past")))
                    .toList();
            if (!events.isEmpty()) {
                lanes.add(new TimeChart.Lane(text.message("timeline.lane." + name), events));
            }
        }
        List<TimeChart.Tick> ticks =
                TimelineDrawing.of(List.of(), years.first(), years.last(), today, Locale.forLanguageTag(lang))
                        .ticks()
                        .stream()
                        .map(tick -> new TimeChart.Tick(TimelineDrawing.place(tick.x()), tick.name()))
                        .toList();
        long toCome = found.stream()
                .filter(event -> event.state(today).equals("toCome"))
                .count();
        return new TimeChart(
                        words.heading(
                                text.message(
                                        "picture.title", text.message("timeline.title"), chosen(asked, overview, text)),
                                text.message(
                                        "timeline.drawn",
                                        found.size(),
                                        toCome,
                                        Integer.toString(years.first()),
                                        Integer.toString(years.last())),
                                List.of(),
                                overview.atlas().release(),
                                text),
                        lanes,
                        ticks,
                        text.message("timeline.open"),
                        text.message("timeline.today", text.day(today)),
                        years.place(TimelineDrawing.year(today)))
                .draw();
    }

    /** What the title says of the filters. */
    private static String chosen(TimelineRequest asked, Overview overview, PageText text) {
        List<String> chosen = new ArrayList<>();
        asked.kinds().forEach(kind -> chosen.add(text.message("timeline.kind." + kind)));
        TimelineRequest.FILTERS.keySet().forEach(name -> {
            String id = asked.filter(name);
            if (id != null) {
                chosen.add(overview.atlas()
                        .find(id)
                        .map(thing -> text.name(thing.labels(), id))
                        .orElse(id));
            }
        });
        return chosen.isEmpty() ? text.message("timeline.all") : String.join(", ", chosen);
    }
}
