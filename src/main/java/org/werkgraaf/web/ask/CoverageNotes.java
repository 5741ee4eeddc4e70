package org.werkgraaf.web.ask;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.meaning.Coverages;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionParameter;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.text.PageText;

/** Tells a country without a rule from one whose law is not covered, the same on pages, in REST and in Markdown. */
@Component
public class CoverageNotes {
    /** The group of saved questions whose answers are rules. */
    private static final String LAW = "law";

    private static final String NO_RULE = "no-rule-known";
    private static final String COUNTRY = "jurisdiction/";
    private static final String TECHNIQUE = "technique/";

    private final EntityReader reader;
    private final EntityIndex index;
    private final MessageSource messages;

    CoverageNotes(EntityReader reader, EntityIndex index, MessageSource messages) {
        this.reader = reader;
        this.index = index;
        this.messages = messages;
    }

    /**
     * What is noted of one country.
     *
     * @param country id of a jurisdiction
     * @param techniques ids of what it is asked about; empty for all subjects
     * @param rules how many rules were found
     */
    public CoverageNote of(String country, Collection<String> techniques, long rules, String lang) {
        return note(reader.coverages(), country, techniques, rules, lang);
    }

    private CoverageNote note(
            Coverages coverages, String country, Collection<String> techniques, long rules, String lang) {
        Set<ThingId> terms = techniques.stream()
                .map(ThingId::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        ThingId id = ThingId.parse(country).orElseThrow();
        Coverages.Level level = coverages.of(id, terms);
        boolean none = rules == 0 && level != Coverages.Level.NOT_COVERED;
        String label = isCountry(id.slug())
                ? index.label(Facet.JURISDICTION, country, lang)
                : CountryNames.name(id.slug(), text(lang).locale());
        String state = none ? NO_RULE : level.slug();
        return new CoverageNote(
                country,
                label,
                level.slug(),
                state,
                text(lang).message("coverage.text." + state, label, text(lang).message("coverage." + level.slug())),
                coverages.noted(id, terms).stream()
                        .map(noted -> noted.topic().toString())
                        .toList());
    }

    private PageText text(String lang) {
        return new PageText(lang, messages);
    }

    /** What is noted of each country on a technique, with the rules of its own that are in the graph. */
    public List<CoverageNote> ofTechnique(String technique, String lang) {
        Map<String, Long> rules = rules(Set.of(technique), lang);
        Coverages coverages = reader.coverages();
        return coverages.countries().stream()
                .map(country -> note(
                        coverages,
                        country.toString(),
                        List.of(technique),
                        rules.getOrDefault(country.toString(), 0L),
                        lang))
                .toList();
    }

    /** What is noted on a technique, of each country, or of a country, on each subject; nothing of other things. */
    public List<CoverageNote> ofThing(Description thing, String lang) {
        return switch (thing.type()) {
            case ClassNames.TECHNIQUE -> ofTechnique(thing.id(), lang);
            case ClassNames.JURISDICTION -> ofCountry(thing.id(), lang);
            default -> List.of();
        };
    }

    /** What is noted of one country on a technique. */
    public CoverageNote ofTechnique(String technique, String country, String lang) {
        return of(country, List.of(technique), rules(Set.of(technique), lang).getOrDefault(country, 0L), lang);
    }

    /** How many rules on any of the techniques are in the graph, by country. */
    private Map<String, Long> rules(Set<String> techniques, String lang) {
        return rules("", lang, Map.of(Facet.TECHNIQUE, techniques));
    }

    private Map<String, Long> rules(String words, String lang, Map<Facet, Set<String>> filters) {
        Map<Facet, Set<String>> onRules = new EnumMap<>(Facet.class);
        onRules.putAll(filters);
        onRules.put(Facet.TYPE, reader.presentation().rules());
        return index
                .search(new SearchRequest(
                                words,
                                lang,
                                onRules,
                                Set.of(Facet.JURISDICTION),
                                null,
                                null,
                                null,
                                SearchRequest.Sorting.LABEL,
                                1,
                                null)
                        .asTyped())
                .facets()
                .getOrDefault(Facet.JURISDICTION, List.of())
                .stream()
                .collect(Collectors.toMap(SearchResult.FacetCount::value, SearchResult.FacetCount::count));
    }

    /** The notes by state, what is known best first. */
    public static Map<String, List<CoverageNote>> byState(List<CoverageNote> notes) {
        Map<String, List<CoverageNote>> states = new LinkedHashMap<>();
        for (Coverages.Level level : Coverages.Level.values()) {
            if (level == Coverages.Level.NOT_COVERED) {
                states.put(NO_RULE, in(NO_RULE, notes));
            }
            states.put(level.slug(), in(level.slug(), notes));
        }
        states.values().removeIf(List::isEmpty);
        return states;
    }

    /** The countries by state, as slugs; null when there are no notes. */
    public static @Nullable Map<String, List<String>> countries(List<CoverageNote> notes) {
        return states(notes, note -> ThingId.parse(note.country()).orElseThrow().slug());
    }

    /** What {@link #ofThing} notes, by state: of a technique the countries as slugs, of a country the names of the subjects. */
    public @Nullable Map<String, List<String>> statesOf(Description thing, String lang) {
        List<CoverageNote> notes = ofThing(thing, lang);
        return thing.type().equals(ClassNames.JURISDICTION) ? states(notes, CoverageNote::label) : countries(notes);
    }

    private static @Nullable Map<String, List<String>> states(
            List<CoverageNote> notes, Function<CoverageNote, String> name) {
        if (notes.isEmpty()) {
            return null;
        }
        Map<String, List<String>> states = new LinkedHashMap<>();
        byState(notes)
                .forEach((state, each) ->
                        states.put(state, each.stream().map(name).toList()));
        return states;
    }

    private static List<CoverageNote> in(String state, List<CoverageNote> notes) {
        return notes.stream().filter(note -> note.state().equals(state)).toList();
    }

    /** What the answer to a saved question about rules means: of the country that it was asked for, else of each on the technique. */
    public List<CoverageNote> of(QuestionAnswer answer) {
        if (!answer.request().question().topic().equals(LAW)) {
            return List.of();
        }
        Optional<String> country = given(answer, ClassNames.JURISDICTION);
        Optional<String> technique = given(answer, ClassNames.TECHNIQUE);
        String lang = answer.request().lang();
        return country.map(each -> List.of(technique
                        .map(asked -> ofTechnique(asked, each, lang))
                        .orElseGet(() -> of(each, List.of(), answer.total(), lang))))
                .or(() -> technique.map(each -> ofTechnique(each, lang)))
                .orElse(List.of());
    }

    private static Optional<String> given(QuestionAnswer answer, String type) {
        String name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        return answer.request().question().parameters().stream()
                .map(QuestionParameter::name)
                .filter(name::equals)
                .flatMap(each -> Optional.ofNullable(answer.request().values().get(each)).stream())
                .flatMap(node -> ThingId.find(node).stream())
                .map(ThingId::toString)
                .findFirst();
    }

    /**
     * How far the own law of each country is in the graph that a search asks for, by a filter or by name; a country of which the graph
     * knows nothing is not covered.
     */
    public List<CoverageNote> of(SearchRequest search, SearchResult result) {
        SearchResult.Understood understood = result.understood();
        SearchRequest meant = understood == null ? search : search.with(understood);
        Set<String> countries = new TreeSet<>(meant.filters().getOrDefault(Facet.JURISDICTION, Set.of()));
        countries.removeIf(country -> ThingId.parse(country).isEmpty());
        if (countries.isEmpty() && search.filters().isEmpty()) {
            countries.addAll(named(search.words(), search.lang()));
        }
        Set<String> techniques = meant.filters().getOrDefault(Facet.TECHNIQUE, Set.of());
        Map<String, Long> rules = countries.isEmpty() ? Map.of() : rules(meant);
        return countries.stream()
                .map(country -> of(country, techniques, rules.getOrDefault(country, 0L), search.lang()))
                .toList();
    }

    /** How many rules a search finds in the own law of each country, whatever country or kind of thing it asks for. */
    private Map<String, Long> rules(SearchRequest search) {
        Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
        filters.putAll(search.filters());
        filters.remove(Facet.JURISDICTION);
        return rules(search.words(), search.lang(), filters);
    }

    /** The countries that words name. What is written small may be another word that the graph has: une réunion is no island. */
    private Set<String> named(String words, String lang) {
        return CountryNames.namesIn(words).entrySet().stream()
                .filter(name -> Character.isUpperCase(name.getKey().codePointAt(0))
                        || isCountry(name.getValue())
                        || index.search(words(name.getKey(), lang)).total() == 0)
                .map(name -> COUNTRY + name.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SearchRequest words(String words, String lang) {
        return new SearchRequest(words, lang, Map.of(), null, null, null, SearchRequest.Sorting.RELEVANCE, 1, null);
    }

    private boolean isCountry(String code) {
        return index.find(COUNTRY + code).isPresent();
    }

    /** What is noted of a country, subject by subject; of one of which nothing is, that it is not covered. */
    public List<CoverageNote> ofCountry(String country, String lang) {
        Coverages coverages = reader.coverages();
        ThingId id = ThingId.parse(country).orElseThrow();
        List<Coverages.Noted> noted = coverages.noted(id, Set.of());
        if (noted.isEmpty()) {
            return List.of(of(country, List.of(), 1, lang));
        }
        return noted.stream()
                .map(each -> ofTopic(coverages, country, each.topic(), lang))
                .toList();
    }

    private CoverageNote ofTopic(Coverages coverages, String country, ThingId topic, String lang) {
        Set<String> terms =
                coverages.terms(topic).stream().map(ThingId::toString).collect(Collectors.toSet());
        Set<String> techniques =
                terms.stream().filter(term -> term.startsWith(TECHNIQUE)).collect(Collectors.toSet());
        // Rules on what is no technique cannot be counted so; nothing is said of them.
        long rules = techniques.isEmpty() ? 1 : rules(techniques, lang).getOrDefault(country, 0L);
        CoverageNote note = note(coverages, country, terms, rules, lang);
        String label = reader.find(topic)
                .map(thing -> text(lang).name(thing.labels(), topic.toString()))
                .orElse(topic.toString());
        return new CoverageNote(country, label, note.level(), note.state(), note.text(), List.of(topic.toString()));
    }
}
