package org.werkgraaf.web.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.Timeline;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.web.ask.KnownParameters;

/**
 * Which part of the line of time is asked for.
 *
 * @param kinds of events; all when empty
 * @param jurisdiction id of a country
 * @param technique id of a technique
 * @param instrument id of an act
 * @param authority id of a court or authority
 * @param from first year
 * @param to last year
 */
public record TimelineRequest(
        List<String> kinds,
        @Nullable String jurisdiction,
        @Nullable String technique,
        @Nullable String instrument,
        @Nullable String authority,
        @Nullable Integer from,
        @Nullable Integer to) {
    /** The filters by thing: name of the parameter and class. */
    static final Map<String, String> FILTERS = filters();

    static final String KIND = "kind";

    private static final Set<String> PARAMETERS =
            Set.of(KIND, "jurisdiction", "technique", "instrument", "authority", "from", "to");

    private static Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("jurisdiction", ClassNames.JURISDICTION);
        filters.put("technique", ClassNames.TECHNIQUE);
        filters.put("instrument", ClassNames.INSTRUMENT);
        filters.put("authority", ClassNames.AUTHORITY);
        return filters;
    }

    public static TimelineRequest of(Map<String, String[]> parameters, Atlas atlas) {
        KnownParameters given = new KnownParameters(parameters, PARAMETERS);
        Integer from = given.year("from");
        Integer to = given.year("to");
        if (from != null && to != null && to < from) {
            throw KnownParameters.bad("to", to.toString(), "give " + from + " or a later year");
        }
        return new TimelineRequest(
                given.choices("kind", Timeline.KINDS),
                given.thing("jurisdiction", ClassNames.JURISDICTION, atlas),
                given.thing("technique", ClassNames.TECHNIQUE, atlas),
                given.thing("instrument", ClassNames.INSTRUMENT, atlas),
                given.thing("authority", ClassNames.AUTHORITY, atlas),
                from,
                to);
    }

    /** The value of one of the {@link #FILTERS}. */
    @Nullable String filter(String name) {
        return switch (name) {
            case "jurisdiction" -> jurisdiction;
            case "technique" -> technique;
            case "instrument" -> instrument;
            default -> authority;
        };
    }

    /** The same between other years. */
    TimelineRequest between(@Nullable Integer first, @Nullable Integer last) {
        return new TimelineRequest(kinds, jurisdiction, technique, instrument, authority, first, last);
    }

    /** The same without one of the {@link #FILTERS}, or without the kinds. */
    TimelineRequest without(String name) {
        return new TimelineRequest(
                name.equals(KIND) ? List.of() : kinds,
                name.equals("jurisdiction") ? null : jurisdiction,
                name.equals("technique") ? null : technique,
                name.equals("instrument") ? null : instrument,
                name.equals("authority") ? null : authority,
                from,
                to);
    }

    /** Whether one of the {@link #FILTERS}, or the kinds, narrows what is asked for. */
    boolean narrows(String name) {
        return name.equals(KIND) ? !kinds.isEmpty() : filter(name) != null;
    }

    /** The events that are asked for, oldest first. */
    List<Timeline.Event> select(List<Timeline.Event> events) {
        return events.stream()
                .filter(event -> kinds.isEmpty() || kinds.contains(event.kind()))
                .filter(event -> jurisdiction == null || event.jurisdictions().contains(jurisdiction))
                .filter(event -> technique == null || event.techniques().contains(technique))
                .filter(event -> instrument == null || event.instruments().contains(instrument))
                .filter(event -> authority == null || event.authorities().contains(authority))
                .filter(event -> from == null || event.year() >= from)
                .filter(event -> to == null || event.year() <= to)
                .toList();
    }

    /** The address of the same part in another form. */
    String link(String path, String lang) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        kinds.forEach(kind -> link.queryParam("kind", kind));
        FILTERS.keySet().forEach(name -> add(link, name, filter(name)));
        add(link, "from", from);
        add(link, "to", to);
        return link.queryParam("lang", lang).encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder link, String name, @Nullable Object value) {
        if (value != null) {
            link.queryParam(name, value);
        }
    }
}
