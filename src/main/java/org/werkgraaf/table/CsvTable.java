package org.werkgraaf.table;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private final CSVPrinter printer;

    /** @param out where it is written to; closed with the table */
    public CsvTable(Appendable out) {
        try {
            this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a row; what is null is an empty cell. */
    public void row(@Nullable Object... cells) throws IOException {
        row(Arrays.asList(cells));
    }

    /** Writes a row; what is null is an empty cell. */
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvTable::safe));
    }

    /** Writes a row. */
    public void row(Stream<String> cells) throws IOException {
        printer.printRecord(cells.map(CsvTable::safe));
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
