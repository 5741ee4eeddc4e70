package org.werkgraaf.web.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** Every drawing of the service as a picture for print. */
@PackagedServiceTest
class PicturesTest {
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
                "/fines.svg?lang=en",
                "/fines.svg?by=authority&lang=nl",
                "/timeline.svg?lang=fr",
                "/timeline.svg?technique=keylogging&lang=en",
                "/matrix.svg?columns=jurisdiction&lang=nl",
                "/compare.svg?things=jurisdiction/nl,jurisdiction/be&lang=en",
                "/compare.svg?things=nl,be&topic=camera-surveillance&lang=nl",
                "/compare.svg?things=technique/keylogging,technique/camera-surveillance&lang=fr",
                "/questions/fines-by-year.svg?lang=en",
                "/questions/breached-provisions.svg?lang=nl",
                "/questions/cases-by-status.svg?lang=nl",
                "/questions/highest-amounts.svg?lang=fr",
                "/questions/fines-reduced.svg?lang=en",
                "/questions/statistics-on.svg?lang=nl"
            })
    void everyDrawingHasTitleSourceAndWords(String path) throws Exception {
        HttpResponse<String> answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(text(svg, "title")).isNotBlank();
        assertThat(text(svg, "desc").length()).isGreaterThan(text(svg, "title").length());
        assertThat(answer.body()).contains("Werkgraaf (", "CC BY 4.0").doesNotContain("href=");
        assertThat(IntStream.range(0, svg.getElementsByTagName("text").getLength())
                        .mapToObj(i -> svg.getElementsByTagName("text").item(i).getTextContent()))
                .noneMatch(text -> text.contains("{") || text.contains("null"));
    }

    @Test
    void ofSeveralUnitsOnlyTheCommonestIsDrawnAndTheOthersAreCounted() {
        assertThat(service.get("/questions/highest-amounts.svg?lang=en").body())
                .contains("(EUR)")
                .containsPattern("Only the rows in EUR are drawn; [0-9]+ more are in another unit or currency");
    }

    @Test
    void aPngIsAsWideAsItIsAskedFor() throws IOException, InterruptedException {
        assertThat(png("/fines.png?lang=en").getWidth()).isGreaterThanOrEqualTo(1800);
        assertThat(png("/fines.png?lang=en&width=600").getWidth()).isEqualTo(600);
        assertThat(png("/questions/fines-by-authority.png?width=700").getWidth())
                .isEqualTo(700);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fines.md",
                "/matrix.md",
                "/timeline.md",
                "/compare.md?things=jurisdiction/nl,jurisdiction/be",
                "/compare.md?things=nl,be&topic=camera-surveillance",
                "/questions/fines-by-year.md",
                "/check.md?technique=keylogging&jurisdiction=nl"
            })
    void aPageInMarkdownLeadsToItsTableAndItsPicture(String path) {
        String page = service.get(path).body();
        List<String> files = Pattern.compile("\\[(?:CSV|Excel|SVG|PNG)\\]\\(([^)]+)\\)")
                .matcher(page)
                .results()
                .map(each -> each.group(1).replaceFirst("^https?://[^/]+", ""))
                .toList();

        assertThat(files).hasSizeGreaterThanOrEqualTo(path.startsWith("/check") ? 2 : 4);
        assertThat(files)
                .allSatisfy(file ->
                        assertThat(service.get(file).statusCode()).as(file).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/questions/fines-by-year?lang=nl", "/questions/highest-amounts?lang=fr"})
    void aSavedQuestionHasACardToCopyThatOthersMayFrame(String path) {
        List<String> frames = Pattern.compile("iframe src=&quot;([^&]+)(?:&quot;|&amp;)")
                .matcher(service.get(path, "Accept", "text/html").body())
                .results()
                .map(each -> each.group(1))
                .toList();

        assertThat(frames).hasSize(2).allMatch(frame -> frame.contains("/embed/questions/"));
        HttpResponse<String> card = service.get("/embed" + path, "Accept", "text/html");
        assertThat(card.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors *");
        assertThat(card.body())
                .contains("target=\"_blank\"", path.replaceFirst("[?].*", ""))
                .doesNotContain("<script");
        assertThat(service.json("/oembed?url="
                                + service.json("/oembed?lang=nl&url=https://w3id.org/werkgraaf/id/technique/keylogging")
                                        .get("provider_url")
                                        .asString()
                                + path.substring(1))
                        .get("html")
                        .asString())
                .contains("/embed/questions/");
    }

    @Test
    void refusesWidthsThatItDoesNotPaint() {
        assertThat(detail("/fines.png?width=20000")).contains("20000", "dots wide");
        assertThat(detail("/fines.png?width=10")).contains("at least 300");
        assertThat(detail("/fines.svg?width=600")).contains("PNG only");
        assertThat(detail("/compare.svg?things=nl")).contains("at least two");
        assertThat(detail("/fines.svg?colour=red")).contains("colour");
        assertThat(service.get("/questions/gaps-in-law.svg").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fines", "/timeline", "/matrix", "/compare?things=nl,be", "/questions/fines-by-year"})
    void everyPageOffersThePictureAndWhatToCopy(String path) {
        String page =
                service.get(path + (path.contains("?") ? "&" : "?") + "lang=en").body();

        assertThat(page).contains(".svg?", ".png?", ".csv?", ".xlsx?", "&lt;img src=&quot;http", "alt=&quot;");
        if (!path.startsWith("/questions")) {
            assertThat(page).contains("&lt;iframe src=&quot;http", "width=&quot;640&quot;");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/fines?lang=en",
                "/embed/fines?by=authority&lang=nl",
                "/embed/compare?things=nl,be&lang=fr",
                "/embed/compare?things=technique/keylogging,technique/camera-surveillance&lang=en",
                "/embed/timeline?lang=en"
            })
    void whatStandsInAFrameIsShortAndLeadsToThePage(String path) {
        HttpResponse<String> answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors *");
        assertThat(answer.body()).contains("target=\"_blank\"").doesNotContain("<ol", "<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fines?lang=en", "/compare?things=nl,be", "/fines.svg", "/timeline.svg", "/search.xlsx"})
    void nothingElseMayStandInAFrame(String path) {
        assertThat(service.get(path)
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("frame-ancestors 'self'");
    }

    private String detail(String path) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        return Service.json(answer).get("detail").asString();
    }

    private BufferedImage png(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(List.of(answer.statusCode())).containsExactly(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private static String text(Document svg, String name) {
        return svg.getElementsByTagName(name).item(0).getTextContent();
    }
}
