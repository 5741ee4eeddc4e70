package org.werkgraaf.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** The ids in a workbook lead to their pages. */
@PackagedServiceTest
class WorkbookLinksTest {
    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/search.xlsx?q=keylogger&size=5, technique/keylogging",
        "/timeline.xlsx?technique=technique/keylogging, case/bag-keylogger",
        "/fines.xlsx?by=authority, authority/cnil",
        "/matrix.xlsx, technique/mystery-guest",
        "'/compare.xlsx?things=jurisdiction/nl,jurisdiction/be', jurisdiction/be",
        "/api/v1/questions/passages-of.xlsx?thing=technique/keylogging, source/bag-2-azr-681-16"
    })
    void leadFromTheIdToThePage(String path, String id) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + path + (path.contains("?") ? "&" : "?") + "lang=en");
        Path file = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofFile(folder.resolve("table.xlsx")))
                .body();
        String sheet = part(file, "xl/worksheets/_rels/sheet1.xml.rels");
        assertThat(sheet.contains("\"https://w3id.org/werkgraaf/id/" + id + "\""))
                .as(id)
                .isTrue();
    }

    @Test
    void aTableOfTextHasTheSameIds() {
        assertThat(service.get("/timeline.csv?technique=technique/keylogging&lang=en")
                        .body())
                .contains(",case/bag-keylogger,Case,", "jurisdictionLabels", "Germany");
    }

    private static String part(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
