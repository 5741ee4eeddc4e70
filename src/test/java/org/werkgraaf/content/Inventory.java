package org.werkgraaf.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the five main documents name, row by row: the list that the content is held against. */
record Inventory(List<Row> rows) {
    /** Rows that a thing in the graph must stand for. */
    static final Set<String> THINGS = Set.of(
            "technique",
            "facet",
            "data-category",
            "law",
            "norm",
            "case",
            "actor",
            "product",
            "risk",
            "statistic",
            "recommendation",
            "concept");

    private static final Path FILE = Path.of("src/test/resources/inventory.tsv");
    private static final Map<String, String> DOCUMENTS = Map.of(
            "000", "de-onzichtbare-manager",
            "001", "het-algoritme-de-baas",
            "002", "eu-osha-aiwb",
            "003", "rathenau-bijdrage-2021",
            "004", "werken-op-waarde-geschat");

    record Place(String document, TextLines lines) {}

    record Row(String id, String kind, List<Place> places) {
        boolean isThing() {
            return THINGS.contains(kind);
        }
    }

    static Inventory read() {
        try {
            return new Inventory(Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(Inventory::row)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    List<Row> ofKind(String kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).toList();
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        return new Row(
                cells[0],
                cells[1],
                Stream.of(cells[2].split(" ")).map(Inventory::place).toList());
    }

    private static Place place(String text) {
        String[] parts = text.split(":", 2);
        return new Place(DOCUMENTS.get(parts[0]), TextLines.of(parts[1]).get(0));
    }
}
