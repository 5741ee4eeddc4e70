package org.werkgraaf.web.home;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Calendar;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.Cards;
import org.werkgraaf.web.text.Days;
import org.werkgraaf.web.thing.News;

/** {@code GET /}: the search box and the ways in. */
@Controller
@Hidden
class HomeController {
    private static final int LATEST = 5;
    private static final int TURNS = 6;

    private final EntityIndex index;
    private final EntityReader reader;
    private final News news;
    private final ReaderLanguage languages;

    HomeController(EntityIndex index, EntityReader reader, News news, ReaderLanguage languages) {
        this.index = index;
        this.reader = reader;
        this.news = news;
        this.languages = languages;
    }

    @GetMapping("/")
    ModelAndView home(HttpServletRequest request) {
        Stamp stamp = stamp();
        ModelAndView page = new ModelAndView("home");
        page.addObject("ways", ways(stamp));
        page.addObject("total", stamp.total());
        page.addObject("latestLink", "/search?type=" + Wg.CASE.getLocalName() + "&sort=-date");
        page.addObject("latest", latestCases(languages.of(request)));
        page.addObject("cards", new Cards(reader.presentation()));
        page.addObject("turns", turns());
        page.addObject("news", news.latest());
        return page;
    }

    Stamp stamp() {
        return index.stamp().orElseThrow(() -> new IllegalStateException("No release is published yet"));
    }

    /** What leads to the things of each class, with how many there are. */
    List<WayIn> ways(Stamp stamp) {
        List<WayIn> ways = new ArrayList<>();
        for (Presentation.WayIn way : reader.presentation().waysIn()) {
            List<Kind> kinds = way.types().stream()
                    .filter(type -> stamp.counts().containsKey(type))
                    .map(type -> new Kind(
                            type,
                            stamp.labels().getOrDefault(type, Map.of()),
                            stamp.counts().getOrDefault(type, 0L),
                            "/search?type=" + type))
                    .toList();
            if (!kinds.isEmpty()) {
                ways.add(new WayIn(way.name(), way.texts(), kinds));
            }
        }
        return ways;
    }

    /** The next dates on which law changes. */
    List<Calendar.Turn> turns() {
        return reader.calendar().after(Days.today(), TURNS);
    }

    List<SearchResult.Hit> latestCases(String lang) {
        Map<Facet, Set<String>> cases = Map.of(Facet.TYPE, Set.of(Wg.CASE.getLocalName()));
        return index.search(new SearchRequest(
                        "", lang, cases, null, null, null, SearchRequest.Sorting.DATE_DESCENDING, LATEST, null))
                .hits();
    }

    /**
     * @param name names its mark
     * @param texts what it leads to, by language
     * @param kinds the classes that it leads to
     */
    public record WayIn(String name, Map<String, String> texts, List<Kind> kinds) {}

    /**
     * @param type local name of the class
     * @param labels its label by language
     * @param count how many there are
     * @param link the search that lists them
     */
    public record Kind(String type, Map<String, String> labels, long count, String link) {}
}
