package org.werkgraaf.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.werkgraaf.vocabulary.ClassNames;

/**
 * How many things have to do with a technique, or with a family of them, and with a thing of another class; counted as a search
 * with both filters does.
 *
 * @param rows all techniques or families, those with most first
 * @param columns those with at least one count, most first
 * @param cells by row and column; absent when nothing has to do with both
 */
public record Matrix(List<Row> rows, List<Atlas.Thing> columns, Map<String, Map<String, Cell>> cells) {
    private static final String TECHNIQUE = ClassNames.TECHNIQUE;

    /**
     * Counts.
     *
     * @param families whether techniques count for the widest term above them
     * @param columns local name of the class of the columns
     */
    public static Matrix of(Atlas atlas, boolean families, String columns) {
        Map<String, Set<String>> members = new TreeMap<>();
        Map<String, Set<String>> rowsOf = new HashMap<>();
        for (Atlas.Thing technique : atlas.ofType(TECHNIQUE)) {
            Set<String> own = families ? atlas.families(technique.id()) : Set.of(technique.id());
            rowsOf.put(technique.id(), own);
            own.forEach(
                    row -> members.computeIfAbsent(row, key -> new TreeSet<>()).add(technique.id()));
        }
        Map<String, Map<String, Cell>> cells = new HashMap<>();
        Map<String, Integer> totals = new HashMap<>();
        atlas.all()
                .filter(thing -> atlas.presentation().isIndexed(thing.type()))
                .forEach(thing -> {
                    Set<String> across = atlas.related(thing.id(), columns);
                    Set<String> down = new TreeSet<>();
                    atlas.related(thing.id(), TECHNIQUE).forEach(technique -> down.addAll(rowsOf.get(technique)));
                    Cell one = new Cell(1, thing.type().equals(ClassNames.GAP) ? 1 : 0);
                    for (String row : down) {
                        for (String column : across) {
                            cells.computeIfAbsent(row, key -> new HashMap<>()).merge(column, one, Cell::plus);
                            totals.merge(row, 1, Integer::sum);
                            totals.merge(column, 1, Integer::sum);
                        }
                    }
                });
        Set<String> used = new HashSet<>();
        cells.values().forEach(each -> used.addAll(each.keySet()));
        List<Row> rows = new ArrayList<>();
        members.forEach((id, each) -> atlas.find(id)
                .ifPresent(thing -> rows.add(new Row(thing, List.copyOf(each), totals.getOrDefault(id, 0)))));
        rows.sort(Comparator.comparing((Row row) -> -row.total())
                .thenComparing(row -> row.thing().id()));
        List<Atlas.Thing> heads = new ArrayList<>(atlas.ofType(columns));
        heads.removeIf(thing -> !used.contains(thing.id()));
        heads.sort(Comparator.comparing((Atlas.Thing thing) -> -totals.getOrDefault(thing.id(), 0))
                .thenComparing(Atlas.Thing::id));
        return new Matrix(List.copyOf(rows), List.copyOf(heads), cells);
    }

    /** The cell of a row and a column; a count of zero when nothing has to do with both. */
    public Cell cell(Row row, Atlas.Thing column) {
        return cells.getOrDefault(row.thing().id(), Map.of()).getOrDefault(column.id(), Cell.EMPTY);
    }

    /**
     * What a cell means: {@code count}; {@code gap} when all that is known is that a rule is lacking; {@code none} when nothing in
     * any column is known of the row; {@code empty} when the row is known in other columns only.
     */
    public String kind(Row row, Cell cell) {
        if (cell.count() > 0) {
            return cell.count() == cell.gaps() ? "gap" : "count";
        }
        return row.total() == 0 ? "none" : "empty";
    }

    /**
     * @param thing the technique, or the widest term of the family
     * @param members ids of the techniques that count for it
     * @param total all counts of the row together
     */
    public record Row(Atlas.Thing thing, List<String> members, int total) {}

    /**
     * @param count things that have to do with both
     * @param gaps those of them that say that a rule is lacking
     */
    public record Cell(int count, int gaps) {
        static final Cell EMPTY = new Cell(0, 0);

        Cell plus(Cell other) {
            return new Cell(count + other.count, gaps + other.gaps);
        }
    }
}
