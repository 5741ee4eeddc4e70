package org.werkgraaf.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** Documents for readers are there in their language, and a link to a part of one works in each. */
@PackagedServiceTest
class TranslatedDocumentsTest {
    private static final Pattern TO_A_PART = Pattern.compile("/about(?:/[a-z-]+)?#[a-z0-9-]+");

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({
        "about, nl",
        "about, fr",
        "take-along, nl",
        "take-along, fr",
        "privacy, nl",
        "privacy, fr",
        "errors, nl",
        "errors, fr",
        "assistants, nl",
        "assistants, fr",
        "curating, nl",
        "curating, fr",
        "api, nl",
        "api, fr",
        "sparql, nl",
        "sparql, fr"
    })
    void readersHaveItInTheirLanguage(String name, String lang) {
        Document page = page(name.equals("about") ? "/about" : "/about/" + name, lang);
        assertThat(page.select("article").attr("lang")).isEqualTo(lang);
        assertThat(page.select(".document-lang")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void picturesAreThereInTheLanguageOfTheDocument(String lang) {
        List<Element> pictures = page("/about/curating", lang).select("article img");
        assertThat(pictures).hasSize(4);
        for (Element picture : pictures) {
            assertThat(picture.attr("alt")).isNotBlank();
            assertThat(picture.attr("src")).startsWith("images/").endsWith("." + lang + ".webp");
            HttpResponse<String> answer = service.get("/about/" + picture.attr("src"));
            assertThat(answer.statusCode()).as(picture.attr("src")).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/webp");
        }
        for (String other : List.of("none.en.webp", "case.png", "..%2Fcurating.md")) {
            assertThat(service.get("/about/images/" + other).statusCode()).isIn(400, 404);
        }
    }

    @Test
    void aTranslationHasTheHeadingsOfTheOriginal() throws IOException {
        for (Path translation : files(Path.of("docs"), ".md").stream()
                .filter(file -> file.getFileName().toString().matches(".*\\.[a-z]{2}\\.md"))
                .toList()) {
            String original = translation.getFileName().toString().replaceFirst("\\.[a-z]{2}\\.md", ".md");
            assertThat(headings(translation)).as(translation.toString()).isEqualTo(headings(Path.of("docs", original)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void aLinkToAPartOfADocumentLeadsThere(String lang) throws IOException {
        List<String> links = Stream.concat(
                        files(Path.of("docs"), ".md").stream(),
                        files(Path.of("src/main/resources/templates"), ".html").stream())
                .flatMap(file -> TO_A_PART.matcher(read(file)).results())
                .map(found -> found.group())
                .distinct()
                .toList();
        assertThat(links).contains("/about#how-to-report-a-mistake", "/about/privacy#what-you-propose");
        for (String link : links) {
            String[] parts = link.split("#");
            assertThat(page(parts[0], lang).getElementById(parts[1])).as(link).isNotNull();
        }
    }

    @Test
    void whatIsNotTranslatedSaysInWhichLanguageItIs() {
        Document page = page("/about", "fr");
        assertThat(page.select(".document-nav a[href=/about/operations]").attr("lang"))
                .isEqualTo("en");
        assertThat(page.select(".document-nav a[href=/about/take-along]").hasAttr("lang"))
                .isFalse();
        assertThat(page("/about/operations", "fr").select(".document-lang")).hasSize(1);
    }

    private Document page(String path, String lang) {
        return Jsoup.parse(
                service.get(path + "?lang=" + lang, "Accept", "text/html").body());
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !file.startsWith(Path.of("docs/adr")))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> headings(Path file) {
        return read(file)
                .lines()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst(" .*", ""))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
