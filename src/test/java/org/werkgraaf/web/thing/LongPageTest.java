package org.werkgraaf.web.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** A page with much on it is shown by parts, and a reader without scripts finds words in all of it. */
@PackagedServiceTest
class LongPageTest {
    private static final String REPORT = "/id/source/werken-op-waarde-geschat";
    private static final String TECHNIQUE = "/id/technique/camera-surveillance";
    private static final int BYTES_MAX = 130_000;

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REPORT,
                TECHNIQUE,
                "/id/technique/algorithmic-management",
                "/id/technique/real-time-call-coaching",
                "/id/technique/speed-monitoring",
                "/id/technique/remote-work-monitoring",
                "/id/source/editors-inferences",
                "/id/jurisdiction/nl",
                "/id/jurisdiction/eu",
                "/id/instrument/gdpr"
            })
    void keepsTheLargestPagesReadable(String path) {
        assertThat(page(path).getBytes(StandardCharsets.UTF_8).length).isLessThan(BYTES_MAX);
    }

    @Test
    void leadsPageByPageThroughAllPassagesOfASource() {
        HashSet<String> passages = new HashSet<>();
        String next = REPORT + "?lang=en";
        String count = "";
        while (next != null) {
            String page = page(next);
            passages.addAll(found(page, "href=\"/id/(passage/[^\"?#]+)\"><span>Passage"));
            count = found(page, "of ([0-9,]+) passages").get(0).replace(",", "");
            List<String> links = found(page, "rel=\"next\" href=\"([^\"]+)#says\"");
            next = links.isEmpty() ? null : links.get(0).replace("&amp;", "&") + "&lang=en";
        }
        assertThat(passages).hasSize(Integer.parseInt(count)).hasSizeGreaterThan(800);
    }

    @Test
    void opensEachHeadingOfTheContentsByItself() {
        String page = page(REPORT + "?lang=nl");
        List<String> headings = found(page, "<a rel=\"nofollow\" href=\"(/id/source/[^\"]+section=\\d+)#says\"");
        assertThat(headings).hasSizeGreaterThan(100);
        String third = page(headings.get(2).replace("&amp;", "&"));
        assertThat(found(third, "<summary><h3[^>]*>")).hasSize(1);
    }

    @Test
    void findsWordsInTheTextOfASourceWithoutRegardToCaseAndAccents() {
        String found = page(REPORT + "?find=TOETSAANSL&lang=nl");
        List<String> texts = found(found, "<li>\\s*<p[^>]*>([^<]+)</p>\\s*<p class=\"place-foot");
        assertThat(texts)
                .isNotEmpty()
                .allMatch(each -> each.toLowerCase(java.util.Locale.ROOT).contains("toetsaansl"));
        assertThat(page(REPORT + "?find=caf%C3%A9&lang=nl")).contains("Geen vindplaats met deze keuze");
    }

    @Test
    void filtersTheTextOfASourceBySubject() {
        String found = page(REPORT + "?about=technique/keylogging&lang=en");
        String all = service.json("/api/v1/entities/technique/keylogging").toString();
        List<String> passages = found(found, "href=\"/id/(passage/[^\"?#]+)\"><span>Passage");
        assertThat(passages).isNotEmpty().allMatch(all::contains);
        assertThat(page(REPORT + "?lang=en")).contains("<optgroup label=\"Techniques\">");
    }

    @Test
    void findsWordsInTheStatementsOfATechnique() {
        String found = page(TECHNIQUE + "?find=theft&lang=en");
        assertThat(found).contains("<p role=\"status\">").doesNotContain("id=\"around\"");
        assertThat(page(TECHNIQUE + "?find=zzzz&lang=en")).contains("Nothing here has these words.");
    }

    @Test
    void leadsFromEachShortenedRelationToAllOfIt() {
        String page = page(TECHNIQUE + "?lang=en");
        List<String> ways = found(page, "<p class=\"rest\"><a rel=\"nofollow\" href=\"(" + TECHNIQUE + "[^\"]+)\"");
        assertThat(ways).isNotEmpty();
        for (String way : ways) {
            String whole = page(way.replace("&amp;", "&") + "&lang=en");
            assertThat(whole)
                    .contains("Show the whole page")
                    .doesNotContain("<p class=\"rest\"><a rel=\"nofollow\" href=\"" + way);
        }
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String wrong :
                List.of("find=" + "x".repeat(201), "about=no", "only=a-b", "section=-1", "page=0", "page=a")) {
            assertThat(service.get(REPORT + "?" + wrong, "Accept", "text/html").statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void namesWhatReadsAlikeInBothDirectionsOnce() {
        String page = page("/id/case/barbulescu?lang=en");
        assertThat(found(page, "<h3><span>(related case)[^<]*</span>")).hasSize(1);
    }

    private String page(String path) {
        java.net.http.HttpResponse<String> answer = service.get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static List<String> found(String text, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.groupCount() == 0 ? matcher.group() : matcher.group(1));
        }
        return found;
    }
}
