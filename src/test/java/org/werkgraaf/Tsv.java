package org.werkgraaf;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tables of which the cells stand between tabs as they are; lines that start with # are no rows. */
public final class Tsv {
    private static final CSVFormat FORMAT =
            CSVFormat.TDF.builder().setQuote(null).setCommentMarker('#').get();

    private Tsv() {}

    /** The rows of a file. */
    public static List<CSVRecord> rows(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            return rows(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The rows of a text. */
    public static List<CSVRecord> rows(String text) {
        return rows(new StringReader(text));
    }

    /** The rows of what a reader gives. */
    public static List<CSVRecord> rows(Reader text) {
        try (CSVParser rows = FORMAT.parse(text)) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
