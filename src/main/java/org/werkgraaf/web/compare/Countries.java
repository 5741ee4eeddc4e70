package org.werkgraaf.web.compare;

import java.math.BigDecimal;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.entity.Fines;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.meaning.Standing;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.ask.CoverageNote;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.text.Days;

/** Counts the law, the cases and the fines of several countries, in all and by technique. */
@Component
class Countries {
    /** The columns in which the classes of things count, as their profiles say. */
    private static final String LAW = "law";

    private static final String CASES = "cases";

    /** The techniques with most law and cases; the rest is told in a number. */
    private static final int TOPICS_MAX = 30;

    private final EntityIndex index;
    private final EntityReader reader;
    private final CoverageNotes coverage;

    Countries(EntityIndex index, EntityReader reader, CoverageNotes coverage) {
        this.coverage = coverage;
        this.index = index;
        this.reader = reader;
    }

    /**
     * @param countries ids of jurisdictions
     * @param asOf the day on which to count; absent for all that the graph has
     * @param topic id of the one technique to compare; absent for all
     */
    Overview compare(List<String> countries, String lang, @Nullable LocalDate asOf, @Nullable String topic) {
        List<Row> kinds = new ArrayList<>();
        List<Counted> byKind = countries.stream()
                .map(country -> new Counted(
                        counts(search(country, List.of(), false, lang, asOf), Facet.TYPE),
                        counts(search(country, List.of(), true, lang, asOf), Facet.TYPE)))
                .toList();
        for (String kind : reader.presentation().comparedBy()) {
            List<Count> cells = new ArrayList<>();
            for (int i = 0; i < countries.size(); i++) {
                cells.add(byKind.get(i).of(kind, link(countries.get(i), List.of(kind), null, asOf)));
            }
            boolean forNarrower = reader.presentation()
                    .profile(kind)
                    .filter(profile -> reader.holdsForNarrower(profile.type(), Wg.JURISDICTION))
                    .isPresent();
            kinds.add(new Row(kind, forNarrower, cells));
        }
        Map<String, String> labels = new LinkedHashMap<>();
        List<Topic> topics = topics(countries, lang, asOf, topic, labels);
        List<Choice> choices = labels.entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(Locale.forLanguageTag(lang))))
                .toList();
        List<CoverageNote> whole = countries.stream()
                .map(country -> coverage.of(country, List.of(), 1, lang))
                .toList();
        return new Overview(
                whole,
                kinds,
                topics.stream().limit(TOPICS_MAX).toList(),
                Math.max(0, topics.size() - TOPICS_MAX),
                choices);
    }

    /** What a technique is called. */
    String label(String technique, String lang) {
        return index.label(Facet.TECHNIQUE, technique, lang);
    }

    /** How far the law of each country on a technique is here. */
    List<CoverageNote> covering(String technique, String lang) {
        return coverage.ofTechnique(technique, lang);
    }

    /** What is noted of the own law of each of the things: of techniques by country, of countries on a technique or in all. */
    Map<String, List<CoverageNote>> notes(List<Description> things, String lang, @Nullable String topic) {
        Map<String, List<CoverageNote>> notes = new LinkedHashMap<>();
        for (Description thing : things) {
            if (thing.type().equals(ClassNames.TECHNIQUE)) {
                notes.put(thing.id(), coverage.ofTechnique(thing.id(), lang));
            } else if (thing.type().equals(ClassNames.JURISDICTION)) {
                notes.put(
                        thing.id(),
                        topic == null
                                ? List.of(coverage.of(thing.id(), List.of(), 1, lang))
                                : covering(topic, lang).stream()
                                        .filter(note -> note.country().equals(thing.id()))
                                        .toList());
            }
        }
        return notes;
    }

    /** @param labels is filled with the techniques of which one of the countries has law or a case, and with the one asked for */
    private List<Topic> topics(
            List<String> countries,
            String lang,
            @Nullable LocalDate asOf,
            @Nullable String only,
            Map<String, String> labels) {
        List<String> laws = reader.presentation().countedAs(LAW);
        List<String> decisions = reader.presentation().countedAs(CASES);
        List<Counted> law = new ArrayList<>();
        List<Counted> cases = new ArrayList<>();
        for (String country : countries) {
            law.add(counted(country, laws, lang, asOf, labels));
            cases.add(counted(country, decisions, lang, asOf, labels));
        }
        if (only != null) {
            labels.computeIfAbsent(only, id -> index.label(Facet.TECHNIQUE, id, lang));
        }
        Fines fines = reader.fines();
        List<Topic> topics = new ArrayList<>();
        Map<String, String> wanted = only == null ? labels : Map.of(only, Objects.requireNonNull(labels.get(only)));
        wanted.forEach((id, label) -> {
            List<TopicCell> cells = new ArrayList<>();
            for (int i = 0; i < countries.size(); i++) {
                String country = countries.get(i);
                long own = law.get(i).own().getOrDefault(id, 0L);
                cells.add(new TopicCell(
                        coverage.of(country, List.of(id), own, lang),
                        law.get(i).of(id, link(country, laws, id, asOf)),
                        cases.get(i).of(id, link(country, decisions, id, asOf)),
                        fines.sums(country, id, each -> decidedBy(each, asOf))));
            }
            topics.add(new Topic(id, label, cells));
        });
        topics.sort(Comparator.comparingLong(Topic::weight).reversed().thenComparing(Topic::label));
        return topics;
    }

    /**
     * What one country has of each class, or on each technique.
     *
     * @param all with what holds there of wider jurisdictions
     * @param own its own alone
     */
    private record Counted(Map<String, Long> all, Map<String, Long> own) {
        Count of(String key, String link) {
            long number = all.getOrDefault(key, 0L);
            return new Count(number, number - own.getOrDefault(key, 0L), link);
        }
    }

    /** @param labels is filled with the techniques of which it has something */
    private Counted counted(
            String country, List<String> kinds, String lang, @Nullable LocalDate asOf, Map<String, String> labels) {
        SearchResult all = search(country, kinds, false, lang, asOf);
        all.facets()
                .getOrDefault(Facet.TECHNIQUE, List.of())
                .forEach(count -> labels.put(count.value(), count.label()));
        return new Counted(
                counts(all, Facet.TECHNIQUE), counts(search(country, kinds, true, lang, asOf), Facet.TECHNIQUE));
    }

    /** A fine of which no date of decision is known was not certainly imposed by then. */
    private boolean decidedBy(String id, @Nullable LocalDate asOf) {
        return asOf == null
                || reader.calendar()
                        .on(asOf, id)
                        .map(standing -> standing.state() == Standing.State.HOLDS)
                        .orElse(false);
    }

    private SearchResult search(
            String country, List<String> kinds, boolean own, String lang, @Nullable LocalDate asOf) {
        Map<Facet, Set<String>> filters = kinds.isEmpty()
                ? Map.of(Facet.JURISDICTION, Set.of(country))
                : Map.of(Facet.JURISDICTION, Set.of(country), Facet.TYPE, Set.copyOf(kinds));
        Set<Facet> direct = own ? Set.of(Facet.JURISDICTION) : Set.of();
        return index.search(
                new SearchRequest("", lang, filters, direct, null, null, asOf, SearchRequest.Sorting.LABEL, 1, null));
    }

    private static Map<String, Long> counts(SearchResult result, Facet facet) {
        return result.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(SearchResult.FacetCount::value, SearchResult.FacetCount::count));
    }

    private static String link(
            String country, List<String> kinds, @Nullable String technique, @Nullable LocalDate asOf) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/search")
                .queryParam("type", kinds.toArray())
                .queryParam("jurisdiction", country);
        if (technique != null) {
            link.queryParam("technique", technique);
        }
        if (asOf != null) {
            link.queryParam(Days.AS_OF, asOf);
        }
        return link.encode().build().toUriString();
    }

    /**
     * @param coverage how far the own law of each country is in the graph
     * @param kinds a row for each class of thing
     * @param topics a row for each technique, those with most first
     * @param left how many techniques are not shown
     * @param choices the techniques to which the comparison can be narrowed, by name
     */
    public record Overview(
            List<CoverageNote> coverage, List<Row> kinds, List<Topic> topics, int left, List<Choice> choices) {}

    /**
     * @param id of a technique
     * @param label in the reader's language
     */
    public record Choice(String id, String label) {}

    /**
     * @param kind local name of the class
     * @param forNarrower whether its things hold in narrower jurisdictions too, and those of narrower ones do not count here
     * @param cells a count for each country
     */
    public record Row(String kind, boolean forNarrower, List<Count> cells) {}

    /**
     * @param number how many
     * @param others how many of them are of another jurisdiction: law of a wider one, and else what is of a narrower one
     * @param link the search that lists them
     */
    public record Count(long number, long others, String link) {}

    /**
     * @param id of the technique
     * @param label in the reader's language
     * @param cells one for each country
     */
    public record Topic(String id, String label, List<TopicCell> cells) {
        long weight() {
            return cells.stream()
                    .mapToLong(cell -> cell.law().number() + 2 * cell.cases().number())
                    .sum();
        }
    }

    /**
     * @param coverage how far the country's own law on the technique is in the graph
     * @param law instruments and provisions that set rules for the technique
     * @param cases cases about it
     * @param fines sum of the fines in these, by currency
     */
    public record TopicCell(CoverageNote coverage, Count law, Count cases, Map<String, BigDecimal> fines) {}
}
