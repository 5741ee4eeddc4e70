package org.werkgraaf.web.search;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.Passage;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.ask.SearchParameters;
import org.werkgraaf.web.ask.TechniqueTables;
import org.werkgraaf.web.frame.PageTags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.quote.Frozen;
import org.werkgraaf.web.text.AsOf;
import org.werkgraaf.web.text.Cards;
import org.werkgraaf.web.text.PageText;

/** {@code GET /search}. */
@Controller
@Hidden
public class SearchPageController {
    /** How many values of a facet stand on the page before the rest folds away. */
    private static final int VALUES_SHOWN = 6;

    /** The kinds of thing are few and asked for most. */
    private static final int TYPES_SHOWN = 12;

    /** How many passages the page has that shows more of them. */
    private static final int PASSAGES_ALL = 50;

    /** How many dimensions stand open; the others open by a click. */
    private static final int FACETS_OPEN = 5;
    /** A longer rest of the values of a facet stands on a page of its own, so that the page stays short. */
    private static final int MORE_MAX = 24;

    private final EntityIndex index;
    private final SearchParameters parameters;
    private final PageTags tags;
    private final EntityReader reader;
    private final MessageSource messages;

    private final ReaderLanguage languages;
    private final CheckCue checkCue;
    private final PageCue pageCue;
    private final TableCue tableCue;
    private final TechniqueTables tables;
    private final CoverageNotes coverage;

    SearchPageController(
            EntityIndex index,
            SearchParameters parameters,
            PageTags tags,
            EntityReader reader,
            MessageSource messages,
            ReaderLanguage languages,
            CoverageNotes coverage,
            TechniqueTables tables) {
        this.coverage = coverage;
        this.tables = tables;
        this.languages = languages;
        this.index = index;
        this.reader = reader;
        this.messages = messages;
        this.checkCue = new CheckCue(messages, index);
        this.pageCue = new PageCue(messages);
        this.tableCue = new TableCue(messages, index);
        this.parameters = parameters;
        this.tags = tags;
    }

    @GetMapping("/search")
    Object search(HttpServletRequest request, HttpServletResponse response) {
        Map<String, String[]> given = new LinkedHashMap<>(request.getParameterMap());
        given.remove(SearchLinks.VALUES);
        SearchRequest search = parameters.read(given, languages.of(request));
        Optional<ResponseEntity<Void>> unchanged = tags.unchanged(request, response, search.lang());
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        SearchResult result = index.search(search);
        SearchLinks links = new SearchLinks(request);
        ModelAndView page = page(search, result, links);
        Passage.Found passages = index.passages(search, result, parameters.passages(given));
        page.addObject("passages", passages);
        page.addObject("passagesLink", links.with("passages", String.valueOf(PASSAGES_ALL)) + "#passages");
        return tags.tagged(page, response, result.release(), search.lang());
    }

    /** The page of a result. */
    public ModelAndView page(SearchRequest search, SearchResult result, SearchLinks links) {
        ModelAndView page = new ModelAndView("search");
        page.addObject("search", search);
        page.addObject("passages", Passage.Found.NONE);
        page.addObject("pageWays", pageCue.ways(search.words(), search.lang()));
        page.addObject("checkWays", checkCue.ways(search, result, reader.presentation()));
        Optional<Thing> technique = tableCue.technique(search);
        page.addObject("tablesOf", technique.map(Thing::labels).orElse(null));
        page.addObject(
                "tables",
                technique.map(thing -> tables.of(thing.id(), search.lang())).orElse(List.of()));
        page.addObject("result", result);
        page.addObject("asOf", new AsOf(reader.calendar(), search.asOf(), new PageText(search.lang(), messages)));
        page.addObject("cards", new Cards(reader.presentation()));
        SearchResult.Understood understood = result.understood();
        SearchRequest meant = understood == null ? search : search.with(understood);
        SearchLinks narrower = understood == null ? links : links.with(understood);
        page.addObject("facets", facets(meant, result, narrower, links));
        page.addObject("chosen", chosen(meant, result, narrower));
        page.addObject("hidden", hidden(search));
        page.addObject("sorts", sorts(search, links));
        page.addObject("nextLink", result.cursor() == null ? null : links.with("cursor", result.cursor()));
        page.addObject("firstLink", search.cursor() == null ? null : links.plain());
        page.addObject("asTypedLink", understood == null ? null : links.with("reading", "words"));
        page.addObject("clearLink", links.onlyWords());
        page.addObject(
                "meantLink", links.with("q", String.valueOf(result.wording().didYouMean())));
        page.addObject("withoutFilters", withoutFilters(search, result, links));
        page.addObject("coverage", coverage.of(meant, result));
        page.addObject("jsonLink", links.at("/api/v1/search"));
        page.addObject("csvLink", links.at("/search.csv"));
        page.addObject("atomLink", links.at("/feed.atom"));
        page.addObject("jsonFeedLink", links.at("/feed.json"));
        page.addObject("frozenLink", search.cursor() == null ? frozen(search, result, links) : null);
        return page;
    }

    /** The order by name depends on the language, so a link to keep names it. */
    private String frozen(SearchRequest search, SearchResult result, SearchLinks links) {
        String address = links.with("lang", search.lang());
        return Frozen.link(result.release(), index.digest(result), address);
    }

    /** @param asked the search as it was asked */
    private static List<FacetView> facets(
            SearchRequest search, SearchResult result, SearchLinks links, SearchLinks asked) {
        List<FacetView> views = new ArrayList<>();
        result.facets().forEach((facet, counts) -> {
            Set<String> wanted = search.filters().getOrDefault(facet, Set.of());
            List<ValueView> values = counts.stream()
                    .map(count -> new ValueView(
                            count.label(),
                            count.lang(),
                            count.count(),
                            wanted.contains(count.value()),
                            wanted.contains(count.value())
                                    ? links.without(facet.parameter(), count.value())
                                    : links.plus(facet.parameter(), count.value())))
                    .toList();
            int shown = facet == Facet.TYPE ? TYPES_SHOWN : VALUES_SHOWN;
            if (values.size() > 1 || !wanted.isEmpty() && !values.isEmpty()) {
                String name = facet.parameter();
                boolean whole = asked.showsAll(name) || values.size() <= shown + MORE_MAX;
                views.add(new FacetView(
                        name,
                        values.stream().limit(shown).toList(),
                        whole ? values.stream().skip(shown).toList() : List.of(),
                        !wanted.isEmpty() || asked.showsAll(name) || views.size() < FACETS_OPEN,
                        asked.showsAll(name),
                        whole ? null : asked.withAll(name) + "#facet-" + name,
                        values.size() - shown));
            }
        });
        return views;
    }

    private List<ChosenView> chosen(SearchRequest search, SearchResult result, SearchLinks links) {
        List<ChosenView> chosen = new ArrayList<>();
        search.filters()
                .forEach((facet, values) -> values.forEach(value -> chosen.add(new ChosenView(
                        facet.parameter(),
                        label(facet, value, search, result),
                        false,
                        links.without(facet.parameter(), value)))));
        addDay(chosen, "from", search.from(), links);
        addDay(chosen, "to", search.to(), links);
        addDay(chosen, "asOf", search.asOf(), links);
        return chosen;
    }

    /** What is found when one filter or date is dropped. */
    private List<WithoutView> withoutFilters(SearchRequest search, SearchResult result, SearchLinks links) {
        if (result.help() == null) {
            return List.of();
        }
        return result.help().without().stream()
                .map(without -> new WithoutView(
                        without.parameter(),
                        without.values().stream()
                                .map(value -> Facet.of(without.parameter())
                                        .map(facet -> label(facet, value, search, result))
                                        .orElse(value))
                                .collect(Collectors.joining(", ")),
                        without.count(),
                        links.without(without.parameter())))
                .toList();
    }

    private static void addDay(List<ChosenView> chosen, String name, @Nullable LocalDate day, SearchLinks links) {
        if (day != null) {
            chosen.add(new ChosenView(name, day.toString(), true, links.without(name, day.toString())));
        }
    }

    /** The label that the counts give; when nothing was found, the one that the index has. */
    private String label(Facet facet, String value, SearchRequest search, SearchResult result) {
        return result.facets().getOrDefault(facet, List.of()).stream()
                .filter(count -> count.value().equals(value))
                .map(SearchResult.FacetCount::label)
                .findFirst()
                .orElseGet(() -> index.label(facet, value, search.lang()));
    }

    /** The filters as hidden fields, so that new words keep them. */
    private static List<Map.Entry<String, String>> hidden(SearchRequest search) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        search.filters()
                .forEach((facet, values) -> values.forEach(value -> fields.add(Map.entry(facet.parameter(), value))));
        return fields;
    }

    private static List<SortView> sorts(SearchRequest search, SearchLinks links) {
        List<SortView> sorts = new ArrayList<>();
        for (SearchRequest.Sorting sorting : SearchRequest.Sorting.values()) {
            sorts.add(new SortView(
                    sorting.parameter(), links.with("sort", sorting.parameter()), sorting == search.sort()));
        }
        return sorts;
    }

    /**
     * @param name the dimension
     * @param values those shown at once
     * @param more the rest
     * @param open whether its values are shown without a click
     * @param all whether the rest is shown without a click too
     * @param allLink the same search with the rest, when that is too long to stand here; else absent
     * @param left how many the rest has
     */
    public record FacetView(
            String name,
            List<ValueView> values,
            List<ValueView> more,
            boolean open,
            boolean all,
            @Nullable String allLink,
            int left) {}

    /**
     * @param label what it is called
     * @param lang the language of the label when it is not that of the page; else absent
     * @param count entities that have it
     * @param chosen whether it is a filter now
     * @param link the search with the choice turned over
     */
    public record ValueView(String label, @Nullable String lang, long count, boolean chosen, String link) {}

    /**
     * @param name the dimension or date
     * @param label the value
     * @param date whether the value is a day
     * @param link the search without it
     */
    public record ChosenView(String name, String label, boolean date, String link) {}

    /**
     * @param name the dimension or date
     * @param label its values
     * @param count entities that are found without it
     * @param link the search without it
     */
    public record WithoutView(String name, String label, long count, String link) {}

    /**
     * @param name the order
     * @param link the search in that order
     * @param chosen whether it is the order now
     */
    public record SortView(String name, String link, boolean chosen) {}
}
