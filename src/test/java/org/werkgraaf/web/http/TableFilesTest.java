package org.werkgraaf.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** Every table of the service as CSV and as a workbook. */
@PackagedServiceTest
class TableFilesTest {
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
                "/search.csv?type=Case&lang=nl&size=50",
                "/api/v1/questions/fines-by-authority.csv?lang=en",
                "/timeline.csv?lang=fr&instrument=ai-act",
                "/matrix.csv?lang=nl",
                "/fines.csv?by=authority&lang=en",
                "/compare.csv?things=jurisdiction/nl,jurisdiction/be&lang=nl",
                "/api/v1/assess.csv?technique=keylogging&jurisdiction=nl&lang=en"
            })
    void everyTableIsAlsoAWorkbookWithTheSameRows(String path) throws IOException, InterruptedException {
        String csv = service.get(path).body();
        List<Row> rows = workbook(path.replace(".csv", ".xlsx"));

        List<String> heads = List.of(csv.substring(0, csv.indexOf('\r')).split(","));
        assertThat(rows.get(0).stream().map(cell -> cell.asString())).containsExactlyElementsOf(heads);
        assertThat(rows).hasSize(records(csv)).hasSizeGreaterThan(2);
    }

    @Test
    void aWorkbookHasDaysAmountsAndLinks() throws IOException, InterruptedException {
        List<Row> fines = workbook("/fines.xlsx?by=authority&lang=en");
        assertThat(fines.get(1).getCell(5).asNumber()).isPositive();
        assertThat(fines.get(1).getCell(5).getDataFormatString()).contains("EUR");

        List<Row> events = workbook("/timeline.xlsx?lang=en&kind=case&from=2022&to=2022");
        assertThat(events.stream().skip(1).map(row -> row.getCell(0)))
                .filteredOn(cell -> cell.getType() == CellType.NUMBER)
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.asDate().getYear()).isEqualTo(2022));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search.csv?type=Case&lang=nl",
                "/api/v1/questions/fines-by-year.csv?lang=nl",
                "/timeline.csv?lang=nl",
                "/matrix.csv?lang=nl",
                "/fines.csv?lang=nl",
                "/compare.csv?things=jurisdiction/nl,jurisdiction/be&lang=nl",
                "/api/v1/assess.csv?technique=keylogging&lang=nl"
            })
    void everyCsvTakesTheFormOfADutchSpreadsheet(String path) {
        HttpResponse<String> answer = service.get(path + "&separator=semicolon&bom=yes&decimal=comma");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("\uFEFF");
        assertThat(answer.body().lines().findFirst().orElseThrow())
                .contains(";")
                .doesNotContain(",");
    }

    @Test
    void aNextPageKeepsTheForm() {
        HttpResponse<String> answer =
                service.get("/api/v1/questions/applies-on.csv?date=2027-12-02&size=2&separator=tab&bom=yes");

        assertThat(answer.headers().firstValue("Link").orElseThrow()).contains("&separator=tab&bom=yes>");
    }

    @Test
    void refusesAFormThatWouldNotBeReadRight() {
        assertThat(Service.json(service.get("/fines.csv?decimal=comma"))
                        .get("detail")
                        .asString())
                .contains("separator=semicolon");
        assertThat(Service.json(service.get("/fines.csv?separator=pipe"))
                        .get("detail")
                        .asString())
                .contains("pipe", "comma, semicolon, tab");
        assertThat(service.get("/fines.xlsx?bom=yes").statusCode()).isEqualTo(400);
        assertThat(service.get("/fines?bom=yes").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/v1/questions/fines-by-year?bom=yes").statusCode())
                .isEqualTo(400);
    }

    private List<Row> workbook(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(TableFormat.XLSX.toString());
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .endsWith(".xlsx\"");
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(answer.body(), new org.dhatim.fastexcel.reader.ReadingOptions(true, true))) {
            return workbook.getFirstSheet().read();
        }
    }

    /** Lines that end outside of quotes. */
    private static int records(String csv) {
        int records = 0;
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            quoted ^= csv.charAt(i) == '"';
            records += !quoted && csv.charAt(i) == '\n' ? 1 : 0;
        }
        return records;
    }
}
