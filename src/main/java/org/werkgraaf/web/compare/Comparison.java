package org.werkgraaf.web.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.text.NumberWords;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Relations;

/**
 * What is said of several things, property by property.
 *
 * @param things the things, in the order asked for
 * @param rows a row for each property that one of them has
 */
public record Comparison(List<Description> things, List<Row> rows) {
    /** Links to a jurisdiction are of many kinds: each kind has a row of its own. */
    private static final String JURISDICTION = Wg.HAS_JURISDICTION.getLocalName();

    private static final List<Function<Relations, List<Relation>>> PARTS =
            List.of(Relations::key, Relations::facts, Relations::parts, Relations::incoming);

    /** Sets things beside each other. */
    static Comparison of(List<Description> things, Presentation presentation, PageText text) {
        Map<String, Building> rows = new LinkedHashMap<>();
        List<Relations> relations = things.stream()
                .map(thing -> Relations.of(thing, presentation, text))
                .toList();
        for (Function<Relations, List<Relation>> part : PARTS) {
            boolean incoming = part.apply(relations.get(0)) == relations.get(0).incoming();
            for (int i = 0; i < things.size(); i++) {
                for (Relation relation : part.apply(relations.get(i))) {
                    add(rows, relation, incoming, i, things.size(), text);
                }
            }
        }
        List<Map<String, String>> units = words(things, presentation.units());
        List<Map<String, String>> comparators = words(things, presentation.comparators());
        return new Comparison(
                things,
                rows.values().stream().map(row -> row.done(units, comparators)).toList());
    }

    private static List<Map<String, String>> words(List<Description> things, Map<String, String> beside) {
        return things.stream().map(thing -> NumberWords.of(thing, beside)).toList();
    }

    private static void add(
            Map<String, Building> rows, Relation relation, boolean incoming, int column, int columns, PageText text) {
        boolean byKind = incoming && relation.name().equals(JURISDICTION);
        for (Value value : relation.values()) {
            String kind = byKind && value.type() != null ? value.type() : "";
            String key = (incoming ? "<" : ">") + relation.name() + kind;
            String label =
                    kind.isEmpty() ? text.pick(relation.labels(), relation.name()) : text.message("types." + kind);
            rows.computeIfAbsent(key, k -> new Building(relation.name(), incoming, label, columns))
                    .columns()
                    .get(column)
                    .add(value);
        }
    }

    /** The places behind the first values of each cell. */
    List<Place> places(int valuesMax) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.values().stream().limit(valuesMax))
                .flatMap(value -> value.said().stream())
                .toList();
    }

    /**
     * One property.
     *
     * @param name its local name
     * @param incoming whether the things are what it points to
     * @param label how it reads
     * @param verdict {@code same}, {@code partly} or {@code differs}
     * @param cells what each thing has, in the order of the things
     */
    public record Row(String name, boolean incoming, String label, String verdict, List<Cell> cells) {
        /** In how many cells a value stands. */
        public long sharedBy(Value value) {
            return cells.stream().filter(cell -> cell.has(value)).count();
        }
    }

    /**
     * What one thing has of a property.
     *
     * @param values all of them
     * @param units units of its numbers, by property
     * @param comparators how its numbers stand to the true ones, by property
     */
    public record Cell(List<Value> values, Map<String, String> units, Map<String, String> comparators) {
        boolean has(Value value) {
            return values.stream()
                    .anyMatch(each -> each.accepted() && each.text().equals(value.text()));
        }

        private Set<String> held() {
            return values.stream().filter(Value::accepted).map(Value::text).collect(Collectors.toSet());
        }
    }

    private record Building(String name, boolean incoming, String label, List<List<Value>> columns) {
        Building(String name, boolean incoming, String label, int columns) {
            this(name, incoming, label, new ArrayList<>());
            for (int i = 0; i < columns; i++) {
                this.columns.add(new ArrayList<>());
            }
        }

        Row done(List<Map<String, String>> units, List<Map<String, String>> comparators) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < units.size(); i++) {
                cells.add(new Cell(List.copyOf(columns.get(i)), units.get(i), comparators.get(i)));
            }
            return new Row(name, incoming, label, verdict(cells), List.copyOf(cells));
        }

        private static String verdict(List<Cell> cells) {
            List<Set<String>> held = cells.stream().map(Cell::held).toList();
            if (held.stream().allMatch(held.get(0)::equals)) {
                return "same";
            }
            boolean overlap = held.stream()
                    .flatMap(Set::stream)
                    .anyMatch(text ->
                            held.stream().filter(set -> set.contains(text)).count() > 1);
            return overlap ? "partly" : "differs";
        }

        private static @Nullable String fact(Description thing, String name) {
            return thing.facts().stream()
                    .filter(relation -> relation.name().equals(name))
                    .flatMap(relation -> relation.values().stream())
                    .map(Value::text)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }
}
