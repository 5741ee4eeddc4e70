package org.werkgraaf.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "=",
                "-",
                "+32 2 555",
                "- een punt",
                "＝1+1",
                "＠A1"
            })
    void putsAnApostropheBeforeWhatWouldBeAFormula(String text) throws IOException {
        assertThat(written(text)).isIn("'" + text + "\r\n", "\"'" + text + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "+1", "-0.5", "-.5", "1e-3", "-1E+3", "-INF", "a=b", "'x", "2026-11-29", "a@b", "_:b0"})
    void leavesNumbersAndOtherTextsAsTheyAre(String text) throws IOException {
        assertThat(written(text)).isEqualTo(text + "\r\n");
    }

    @Test
    void writesRowsAfterRfc4180() throws IOException {
        assertThat(written("a,b", "say \"a\"", null, -3, "two\nlines"))
                .isEqualTo("\"a,b\",\"say \"\"a\"\"\",,-3,\"two\nlines\"\r\n");
    }

    @Test
    void writesForASpreadsheetThatExpectsSemicolonsAndDecimalCommas() throws IOException {
        Table table = new Table("day", "amount", "share", "text");
        table.row(
                Table.day("2021-12-16"), new Amount(new BigDecimal("405000.50"), "EUR"), new BigDecimal("1.5"), "a;b");
        table.row(null, null, 3, "=1;5");
        StringWriter text = new StringWriter();

        try (CsvTable csv = new CsvTable(text, new CsvForm(';', true, true))) {
            csv.all(table);
        }

        assertThat(text.toString())
                .isEqualTo("\uFEFFday;amount;share;text\r\n2021-12-16;405000,50;1,5;\"a;b\"\r\n;;3;\"'=1;5\"\r\n");
    }

    @Test
    void refusesARowThatIsNotAsWideAsTheTable() {
        assertThatThrownBy(() -> new Table("a", "b").row("only one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 cells below 2 columns");
    }

    private static String written(Object... cells) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvTable table = new CsvTable(text)) {
            table.row(cells);
        }
        return text.toString();
    }
}
