package org.werkgraaf.table;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180) that a spreadsheet may open. A text that a spreadsheet would take for a formula, as it begins with
 * {@code = + - @}, a tab or a line end, gets an apostrophe before it; a number stays as it is.
 */
public final class CsvTable implements Closeable, Flushable {
    private static final Pattern FORMULA =
            Pattern.compile("(?s)[=+\\-@\\t\\r\\n\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}].*");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?|[+-]INF");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CSVPrinter printer;
    private final CsvForm form;

    /** @param out where it is written to; closed with the table */
    public CsvTable(Appendable out) {
        this(out, CsvForm.STANDARD);
    }

    /** @param out where it is written to; closed with the table */
    public CsvTable(Appendable out, CsvForm form) {
        this.form = form;
        try {
            if (form.byteOrderMark()) {
                out.append(BYTE_ORDER_MARK);
            }
            this.printer = new CSVPrinter(
                    out,
                    CSVFormat.RFC4180.builder().setDelimiter(form.separator()).get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the names of the columns and the rows. */
    public void all(Table table) throws IOException {
        row(table.columns());
        for (List<@Nullable Object> cells : table.rows()) {
            row(cells);
        }
    }

    /** Writes a row; what is null is an empty cell. */
    public void row(@Nullable Object... cells) throws IOException {
        row(Arrays.asList(cells));
    }

    /** Writes a row; what is null is an empty cell. */
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        printer.printRecord(cells.stream().map(this::written));
    }

    /** Writes a row. */
    public void row(Stream<String> cells) throws IOException {
        printer.printRecord(cells.map(CsvTable::safe));
    }

    private @Nullable Object written(@Nullable Object cell) {
        Object value = cell instanceof Amount amount ? amount.value() : cell instanceof Link link ? link.text() : cell;
        if (!(value instanceof BigDecimal || value instanceof Double || value instanceof Float)) {
            return safe(value);
        }
        String number = value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        return form.decimalComma() ? number.replace('.', ',') : number;
    }

    private static @Nullable Object safe(@Nullable Object cell) {
        return cell instanceof CharSequence text
                        && FORMULA.matcher(text).matches()
                        && !NUMBER.matcher(text).matches()
                ? "'" + text
                : cell;
    }

    @Override
    public void flush() throws IOException {
        printer.flush();
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
