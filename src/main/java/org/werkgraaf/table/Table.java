package org.werkgraaf.table;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows to take away. A cell is a text, a {@link Number}, an {@link Amount}, a {@link LocalDate}, a {@link URI} or a {@link Link} to
 * follow, a {@link Boolean}, or null when there is nothing.
 */
public final class Table {
    private static final int LINK_MAX = 2_000;

    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    /** @param columns what stands above each */
    public Table(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** @param columns what stands above each */
    public Table(String... columns) {
        this(List.of(columns));
    }

    /** Adds a row as wide as the table. */
    public void row(@Nullable Object... cells) {
        row(Arrays.asList(cells));
    }

    /** Adds a row as wide as the table. */
    public void row(List<? extends @Nullable Object> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of " + cells.size() + " cells below " + columns.size() + " columns");
        }
        rows.add(Collections.unmodifiableList(new ArrayList<>(cells)));
    }

    public List<String> columns() {
        return columns;
    }

    public List<List<@Nullable Object>> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** A day in full as such; a year, a month or anything else stays a text. */
    public static @Nullable Object day(@Nullable String text) {
        if (text == null || text.length() != 10) {
            return text;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** An address on the web to follow; anything else stays a text. */
    public static @Nullable Object link(@Nullable String text) {
        if (text == null || text.length() > LINK_MAX || !text.matches("https?://.+")) {
            return text;
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return text;
        }
    }
}
