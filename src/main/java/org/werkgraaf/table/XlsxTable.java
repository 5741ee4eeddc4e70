package org.werkgraaf.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as a workbook (Office Open XML): days, numbers, amounts and links as such, everything else as text. A text is never a
 * formula, however it begins, so none is changed. A second sheet says where the rows come from.
 */
public final class XlsxTable {
    /** The longest text that a spreadsheet takes in a cell. */
    public static final int TEXT_MAX = 32_767;
    /** The most links that a spreadsheet takes in a sheet; further addresses are texts. */
    public static final int LINKS_MAX = 65_530;

    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
    /** Earlier days have no number in a spreadsheet, or one that two programs read differently. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;
    /** So many rows decide how wide a column is. */
    private static final int MEASURED = 200;

    private final Worksheet sheet;
    private int links;

    private XlsxTable(Worksheet sheet) {
        this.sheet = sheet;
    }

    /** Writes the workbook; the stream stays open. */
    public static void write(Table table, TableOrigin origin, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Werkgraaf", null);
        Worksheet data = workbook.newWorksheet("Data");
        new XlsxTable(data).rows(table);
        data.finish();
        Worksheet source = workbook.newWorksheet("Source");
        new XlsxTable(source).origin(origin);
        source.finish();
        workbook.finish();
    }

    private void rows(Table table) {
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(0, column, text(table.columns().get(column)));
            sheet.style(0, column).bold().set();
            sheet.width(column, width(table, column));
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < table.rows().size(); row++) {
            List<@Nullable Object> cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                cell(row + 1, column, cells.get(column));
            }
        }
        if (!table.rows().isEmpty()) {
            sheet.setAutoFilter(0, 0, table.rows().size(), table.columns().size() - 1);
        }
    }

    private void origin(TableOrigin origin) {
        List<List<Object>> lines = List.of(
                List.of("title", origin.title()),
                List.of("source", link(origin.address())),
                List.of("release", origin.release()),
                List.of("licence", link(LICENCE)));
        sheet.width(0, 12);
        sheet.width(1, WIDEST);
        for (int row = 0; row < lines.size(); row++) {
            cell(row, 0, lines.get(row).get(0));
            sheet.style(row, 0).bold().set();
            cell(row, 1, lines.get(row).get(1));
        }
    }

    private static Object link(String address) {
        Object link = Table.link(address);
        return link == null ? "" : link;
    }

    private void cell(int row, int column, @Nullable Object value) {
        if (value instanceof Amount amount) {
            sheet.value(row, column, amount.value());
            sheet.style(row, column).format(format(amount)).set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof URI address && links < LINKS_MAX) {
            link(row, column, address, address.toString());
        } else if (value instanceof Link link && links < LINKS_MAX) {
            link(row, column, link.to(), link.text());
        } else if (value != null && !value.toString().isEmpty()) {
            sheet.value(row, column, text(value.toString()));
        }
    }

    private void link(int row, int column, URI address, String written) {
        links++;
        // The library writes the address as it is; of all that XML forbids, an address may only have this sign.
        sheet.hyperlink(row, column, new HyperLink(address.toASCIIString().replace("&", "&amp;"), text(written)));
    }

    private static String format(Amount amount) {
        BigDecimal value = amount.value().stripTrailingZeros();
        String digits = value.scale() > 0 ? "#,##0.00" : "#,##0";
        return amount.currency() == null
                ? digits
                : digits + "\\ [$" + amount.currency().replaceAll("[^A-Z]", "") + "]";
    }

    private static String text(String text) {
        String whole = NOT_XML.matcher(text).replaceAll("\uFFFD");
        return whole.length() <= TEXT_MAX ? whole : whole.substring(0, TEXT_MAX - 1) + "…";
    }

    private static int width(Table table, int column) {
        int widest = table.rows().stream()
                .limit(MEASURED)
                .mapToInt(row ->
                        row.get(column) == null ? 0 : row.get(column).toString().length())
                .max()
                .orElse(0);
        return Math.max(
                NARROWEST,
                Math.min(WIDEST, Math.max(widest, table.columns().get(column).length()) + 2));
    }
}
