package org.werkgraaf.web.ask;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
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
        String label = index.label(Facet.JURISDICTION, country, lang);
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
        Map<String, Long> rules = index
                .search(new SearchRequest(
                        "",
                        lang,
                        Map.of(
                                Facet.TECHNIQUE,
                                Set.of(technique),
                                Facet.TYPE,
                                reader.presentation().rules()),
                        Set.of(Facet.JURISDICTION),
                        null,
                        null,
                        null,
                        SearchRequest.Sorting.LABEL,
                        1,
                        null))
                .facets()
                .getOrDefault(Facet.JURISDICTION, List.of())
                .stream()
                .collect(Collectors.toMap(SearchResult.FacetCount::value, SearchResult.FacetCount::count));
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
        if (notes.isEmpty()) {
            return null;
        }
        Map<String, List<String>> countries = new LinkedHashMap<>();
        byState(notes)
                .forEach((state, each) -> countries.put(
                        state,
                        each.stream()
                                .map(note -> ThingId.parse(note.country())
                                        .orElseThrow()
                                        .slug())
                                .toList()));
        return countries;
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
        return country.map(each -> List.of(of(each, technique.stream().toList(), answer.total(), lang)))
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

    /** What it means that a search in countries found nothing; empty when it found something, or no country was asked for. */
    public List<CoverageNote> of(SearchRequest search, SearchResult result) {
        if (result.total() > 0) {
            return List.of();
        }
        return search.filters().getOrDefault(Facet.JURISDICTION, Set.of()).stream()
                .sorted()
                .filter(country -> ThingId.parse(country).isPresent())
                .map(country -> of(country, search.filters().getOrDefault(Facet.TECHNIQUE, Set.of()), 0, search.lang()))
                .toList();
    }
}
