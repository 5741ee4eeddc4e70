package org.werkgraaf.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.werkgraaf.Tsv;

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
        return new Inventory(Tsv.rows(FILE).stream().map(Inventory::row).toList());
    }

    List<Row> ofKind(String kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).toList();
    }

    private static Row row(CSVRecord cells) {
        return new Row(
                cells.get(0),
                cells.get(1),
                Stream.of(cells.get(2).split(" ")).map(Inventory::place).toList());
    }

    private static Place place(String text) {
        String[] parts = text.split(":", 2);
        return new Place(DOCUMENTS.get(parts[0]), TextLines.of(parts[1]).get(0));
    }
}
