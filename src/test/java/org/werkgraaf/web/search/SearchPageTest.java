package org.werkgraaf.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

@PackagedServiceTest
class SearchPageTest {
    private static final int BYTES_MAX = 120_000;

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/search?lang=fr", "/search?q=camera&lang=nl", "/search?q=mag+mijn+baas+mij+filmen&lang=nl"})
    void staysShort(String address) {
        assertThat(service.get(address).body().getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(BYTES_MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"technique", "dataCategory", "risk", "jurisdiction"})
    void leadsToEachValueOfAFilter(String facet) {
        Set<String> all = StreamSupport.stream(
                        service.json("/api/v1/search?q=camera&lang=nl&size=1&facetSize=500&facets=" + facet)
                                .at("/facets/" + facet)
                                .spliterator(),
                        false)
                .map(value -> value.get("value").asString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(all).hasSizeGreaterThan(12);

        String page = service.get("/search?q=camera&lang=nl").body();
        String more = "values=" + facet + "#facet-" + facet;
        Set<String> reached = offered(page, facet);
        if (page.contains(more)) {
            assertThat(reached).hasSizeLessThan(all.size());
            reached = offered(
                    service.get("/search?q=camera&lang=nl&values=" + facet).body(), facet);
        }

        assertThat(reached).isEqualTo(all);
    }

    @Test
    void leavesTheListOfAFilterWhenAValueIsChosen() {
        String page = service.get("/search?q=camera&lang=nl&values=technique").body();

        assertThat(Jsoup.parse(page).select("#facet-technique a:has(.count)").eachAttr("href"))
                .anyMatch(link -> link.contains("technique=technique/gps-tracking"))
                .noneMatch(link -> link.contains("values="));
    }

    private static Set<String> offered(String page, String facet) {
        Pattern value = Pattern.compile("[?&]" + facet + "=([^&]+)");
        return Jsoup.parse(page).select("#facet-" + facet + " a:has(.count)").stream()
                .map(link -> value.matcher(link.attr("href")))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
