package org.werkgraaf.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back by another program part than the one that wrote it. */
class XlsxTableTest {
    private static final TableOrigin ORIGIN =
            new TableOrigin("Fines", "https://graph.example/fines.xlsx?lang=en&by=year", "2026-11-29-abc");

    @TempDir
    private Path folder;

    @Test
    void givesDaysNumbersAmountsAndYesOrNoTheirTypes() throws IOException {
        Table table = new Table("day", "count", "amount", "holds", "text", "nothing");
        table.row(
                Table.day("2021-12-16"), 3, new Amount(new BigDecimal("405000.50"), "EUR"), true, "Ørsted & co", null);

        List<Row> rows = rows(written(table), 0);

        assertThat(rows.get(0).stream().map(Cell::asString))
                .containsExactly("day", "count", "amount", "holds", "text", "nothing");
        Row row = rows.get(1);
        assertThat(row.getCell(0).asDate().toLocalDate()).isEqualTo(LocalDate.of(2021, 12, 16));
        assertThat(row.getCell(0).getDataFormatString()).isEqualTo("yyyy-mm-dd");
        assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("3");
        assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("405000.50");
        assertThat(row.getCell(2).getDataFormatString()).contains("#,##0.00", "EUR");
        assertThat(row.getCell(3).asBoolean()).isTrue();
        assertThat(row.getCell(4).asString()).isEqualTo("Ørsted & co");
        assertThat(row.getOptionalCell(5).map(Cell::getText).orElse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "=HYPERLINK(\"http://x\",\"y\")", "＝1"})
    void neverTakesATextForAFormula(String text) throws IOException {
        Table table = new Table("text");
        table.row(text);

        byte[] file = written(table);

        Cell cell = rows(file, 0).get(1).getCell(0);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getText().strip()).isEqualTo(text.strip());
        assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void linksAddressesOnTheWebAndNothingElse() throws IOException {
        Table table = new Table("link");
        table.row(Table.link("https://w3id.org/werkgraaf/id/case/manfield?a=1&b=2"));
        table.row(Table.link("javascript:alert(1)"));

        byte[] file = written(table);

        assertThat(rows(file, 0).get(1).getCell(0).getText())
                .isEqualTo("https://w3id.org/werkgraaf/id/case/manfield?a=1&b=2");
        assertThat(part(file, "xl/worksheets/_rels/sheet1.xml.rels"))
                .contains("manfield?a=1&amp;b=2")
                .doesNotContain("javascript");
        assertThat(rows(file, 0).get(2).getCell(0).getText()).isEqualTo("javascript:alert(1)");
    }

    @Test
    void keepsPartsOfDatesAndDaysBeforeItsCalendarAsTexts() throws IOException {
        Table table = new Table("day");
        List.of("2021", "2021-12", "1890-05-01", "0").forEach(day -> table.row(Table.day(day)));

        List<Row> rows = rows(written(table), 0);

        assertThat(rows.stream().skip(1).map(row -> row.getCell(0).getText()))
                .containsExactly("2021", "2021-12", "1890-05-01", "0");
        assertThat(rows.stream().skip(1).map(row -> row.getCell(0).getType())).containsOnly(CellType.STRING);
    }

    @Test
    void cutsWhatIsLongerThanACellHolds() throws IOException {
        Table table = new Table("text");
        table.row("x".repeat(XlsxTable.TEXT_MAX));
        table.row("y".repeat(XlsxTable.TEXT_MAX + 1));

        List<Row> rows = rows(written(table), 0);

        assertThat(rows.get(1).getCell(0).getText()).hasSize(XlsxTable.TEXT_MAX).doesNotContain("…");
        assertThat(rows.get(2).getCell(0).getText()).hasSize(XlsxTable.TEXT_MAX).endsWith("y…");
    }

    @Test
    void writesNoMoreLinksThanASheetHolds() throws IOException {
        Table table = new Table("link");
        Object link = Table.link("https://w3id.org/werkgraaf/id/case/manfield");
        for (int i = 0; i <= XlsxTable.LINKS_MAX; i++) {
            table.row(link);
        }

        byte[] file = written(table);

        assertThat(part(file, "xl/worksheets/sheet1.xml").split("<hyperlink ", -1))
                .hasSize(XlsxTable.LINKS_MAX + 1);
        assertThat(rows(file, 0)).hasSize(XlsxTable.LINKS_MAX + 2);
    }

    @Test
    void replacesCharactersThatXmlForbids() throws IOException {
        Table table = new Table("text");
        table.row("a\u0000b\u0008c\uD800d😀");

        assertThat(rows(written(table), 0).get(1).getCell(0).getText()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd😀");
    }

    @Test
    void saysOnASecondSheetWhereTheRowsComeFrom() throws IOException {
        List<Row> rows = rows(written(new Table("a")), 1);

        assertThat(rows.stream().map(row -> row.getCell(1).getText()))
                .containsExactly(
                        "Fines",
                        "https://graph.example/fines.xlsx?lang=en&by=year",
                        "2026-11-29-abc",
                        "https://creativecommons.org/licenses/by/4.0/");
    }

    private static byte[] written(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxTable.write(table, ORIGIN, out);
        return out.toByteArray();
    }

    private static List<Row> rows(byte[] file, int sheet) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            Sheet read = workbook.getSheet(sheet).orElseThrow();
            return read.read();
        }
    }

    private String part(byte[] file, String name) throws IOException {
        Path kept = Files.write(folder.resolve("table.xlsx"), file);
        try (ZipFile parts = new ZipFile(kept.toFile())) {
            return new String(parts.getInputStream(parts.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
