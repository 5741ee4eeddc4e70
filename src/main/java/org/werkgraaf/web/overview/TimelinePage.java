package org.werkgraaf.web.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Timeline;
import org.werkgraaf.web.ask.Choices;
import org.werkgraaf.web.ask.CoverageNote;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.text.Days;
import org.werkgraaf.web.text.PageText;

/** What the page and the card of the line of time show. */
@Component
public class TimelinePage {
    /** How far it goes back when nobody asks for more. */
    private static final int YEARS_BACK = 10;

    private static final String YEARS = "years";

    /**
     * A way out of an empty picture.
     *
     * @param drop the filter that is dropped, or the years
     * @param count what is found then
     * @param link to it
     */
    public record Wider(String drop, int count, String link) {}

    /** The list on a page; the table to take away has everything. */
    static final int EVENTS_MAX = 400;

    private final MessageSource messages;
    private final CoverageNotes coverage;

    TimelinePage(MessageSource messages, CoverageNotes coverage) {
        this.messages = messages;
        this.coverage = coverage;
    }

    /** The day that it is, in the sense of the dates of law. */
    static String today() {
        return Days.today().toString();
    }

    /** The part that is shown when no year was given: from some years ago on. */
    public static TimelineRequest shown(TimelineRequest asked) {
        return asked.from() == null && asked.to() == null
                ? asked.between(Integer.parseInt(today().substring(0, 4)) - YEARS_BACK, null)
                : asked;
    }

    public ModelAndView of(String view, Overview overview, TimelineRequest request, String lang, int most) {
        String today = today();
        List<Timeline.Event> found = request.select(overview.events());
        Years years = Years.of(request, found, today);
        int first = years.first();
        int last = years.last();
        ModelAndView page = new ModelAndView(view);
        page.addObject("asked", request);
        page.addObject("first", first);
        page.addObject("last", last);
        page.addObject("today", today);
        page.addObject("total", found.size());
        page.addObject(
                "toCome",
                found.stream()
                        .filter(event -> event.state(today).equals("toCome"))
                        .count());
        page.addObject("groups", groups(found, today, most));
        page.addObject("cut", found.size() > most);
        page.addObject("drawing", TimelineDrawing.of(found, first, last, today, Locale.forLanguageTag(lang)));
        page.addObject("before", outside(request, overview, event -> event.year() < first));
        page.addObject("after", outside(request, overview, event -> event.year() > last));
        page.addObject("allYears", allYears(request, overview.events()).link("/timeline", lang));
        page.addObject("coverage", coverage(request, lang));
        page.addObject("wider", wider(request, overview.events(), lang));
        page.addObject("csvLink", request.link("/timeline.csv", lang));
        page.addObject("jsonLink", request.link("/timeline.json", lang));
        page.addObject("pageLink", request.link("/timeline", lang));
        page.addObject("embedLink", request.link("/embed/timeline", lang));
        return page;
    }

    /** How many events of the same filters the years leave out. */
    private static long outside(TimelineRequest request, Overview overview, Predicate<Timeline.Event> left) {
        return request.between(null, null).select(overview.events()).stream()
                .filter(left)
                .count();
    }

    /** The same filters from the year of the first event on. */
    private static TimelineRequest allYears(TimelineRequest request, List<Timeline.Event> events) {
        TimelineRequest anyYear = request.between(null, null);
        List<Timeline.Event> found = anyYear.select(events);
        return found.isEmpty() ? anyYear : anyYear.between(found.get(0).year(), null);
    }

    /** How far the own law of the country asked for is in the graph; nothing when none is asked for. */
    List<CoverageNote> coverage(TimelineRequest request, String lang) {
        String country = request.jurisdiction();
        String technique = request.technique();
        if (country == null) {
            return List.of();
        }
        return List.of(
                technique == null
                        ? coverage.of(country, List.of(), 1, lang)
                        : coverage.ofTechnique(technique, country, lang));
    }

    /** What is found when one filter, or the years, are dropped; nothing when there is something already. */
    static List<Wider> wider(TimelineRequest request, List<Timeline.Event> events, String lang) {
        if (!request.select(events).isEmpty()) {
            return List.of();
        }
        List<Wider> wider = new ArrayList<>();
        TimelineRequest anyYear = request.between(null, null);
        int years = anyYear.select(events).size();
        if (years > 0) {
            int first = anyYear.select(events).get(0).year();
            wider.add(new Wider(YEARS, years, request.between(first, null).link("/timeline", lang)));
            return wider;
        }
        Stream.concat(Stream.of(TimelineRequest.KIND), TimelineRequest.FILTERS.keySet().stream())
                .filter(request::narrows)
                .forEach(name -> {
                    List<Timeline.Event> found = anyYear.without(name).select(events);
                    if (!found.isEmpty()) {
                        wider.add(new Wider(
                                name,
                                found.size(),
                                anyYear.without(name)
                                        .between(found.get(0).year(), null)
                                        .link("/timeline", lang)));
                    }
                });
        return wider;
    }

    /** What the form offers: only what has events. */
    void addForm(ModelAndView page, Overview overview, TimelineRequest request, String lang) {
        PageText text = new PageText(lang, messages);
        Map<String, List<Choices.Choice>> fields = new LinkedHashMap<>();
        fields.put("jurisdiction", choices(overview, Timeline.Event::jurisdictions, text, lang));
        fields.put("technique", choices(overview, Timeline.Event::techniques, text, lang));
        fields.put("instrument", choices(overview, Timeline.Event::instruments, text, lang));
        fields.put("authority", choices(overview, Timeline.Event::authorities, text, lang));
        page.addObject("fields", fields);
        Map<String, String> chosen = new LinkedHashMap<>();
        TimelineRequest.FILTERS.keySet().forEach(name -> chosen.put(name, request.filter(name)));
        page.addObject("chosen", chosen);
        page.addObject("kinds", Timeline.KINDS);
        int year = Integer.parseInt(today().substring(0, 4));
        Map<String, String> zooms = new LinkedHashMap<>();
        zooms.put(
                "all",
                request.between(
                                overview.events().stream()
                                        .mapToInt(Timeline.Event::year)
                                        .min()
                                        .orElse(year),
                                null)
                        .link("/timeline", lang));
        zooms.put("ten", request.between(year - YEARS_BACK, null).link("/timeline", lang));
        zooms.put("three", request.between(year - 2, year).link("/timeline", lang));
        zooms.put("ahead", request.between(year, null).link("/timeline", lang));
        page.addObject("zooms", zooms);
        Map<String, String> ticks = new LinkedHashMap<>();
        ((TimelineDrawing) Objects.requireNonNull(page.getModel().get("drawing")))
                .ticks()
                .forEach(tick -> ticks.put(
                        tick.x(), request.between(tick.from(), tick.to()).link("/timeline", lang)));
        page.addObject("tickLinks", ticks);
    }

    private static List<Choices.Choice> choices(
            Overview overview, Function<Timeline.Event, Collection<String>> values, PageText text, String lang) {
        return Choices.of(
                overview.atlas(),
                overview.events().stream()
                        .flatMap(event -> values.apply(event).stream())
                        .toList(),
                text,
                lang);
    }

    /** What is to come first, the nearest first; then year by year, the newest first. */
    static List<Group> groups(List<Timeline.Event> events, String today, int most) {
        List<Timeline.Event> ahead = new ArrayList<>();
        Map<Integer, List<Timeline.Event>> years = new TreeMap<>((a, b) -> b - a);
        events.forEach(event -> {
            if (event.state(today).equals("toCome")) {
                ahead.add(event);
            } else {
                years.computeIfAbsent(event.year(), key -> new ArrayList<>()).add(0, event);
            }
        });
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("", ahead));
        years.forEach((year, each) -> groups.add(new Group(year.toString(), each)));
        List<Group> shown = new ArrayList<>();
        int left = most;
        for (Group group : groups) {
            if (left > 0 && !group.events().isEmpty()) {
                shown.add(new Group(
                        group.year(),
                        group.events().subList(0, Math.min(left, group.events().size()))));
                left -= group.events().size();
            }
        }
        return shown;
    }

    /**
     * @param year in four digits; empty for what is to come
     * @param events of that year
     */
    record Group(String year, List<Timeline.Event> events) {}

    /**
     * The years of a drawing.
     *
     * @param first what was asked for, else that of the first event
     * @param last what was asked for, else that of the last event
     */
    record Years(int first, int last) {
        static Years of(TimelineRequest request, List<Timeline.Event> found, String today) {
            int first = request.from() != null
                    ? request.from()
                    : found.stream()
                            .mapToInt(Timeline.Event::year)
                            .min()
                            .orElse(Integer.parseInt(today.substring(0, 4)));
            int last = request.to() != null
                    ? request.to()
                    : Math.max(
                            first,
                            found.stream().mapToInt(Timeline.Event::year).max().orElse(first));
            return new Years(first, last);
        }

        /** Where a year with a fraction stands, from 0 to 1. */
        double place(double year) {
            return (year - first) / (last + 1 - first);
        }
    }
}
