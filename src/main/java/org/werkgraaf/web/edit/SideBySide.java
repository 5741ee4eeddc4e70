package org.werkgraaf.web.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ChangeWords;

/**
 * What is said of things, in columns beside each other, property by property.
 *
 * @param heads what each column is of
 * @param rows a property each
 */
record SideBySide(List<String> heads, List<Row> rows) {
    /**
     * A property.
     *
     * @param property what it is called
     * @param lang the language of its texts; empty for other values
     * @param cells its values in each column
     */
    record Row(String property, String lang, List<List<String>> cells) {}

    /** A column: what it is of, the thing, and all that is said of it. */
    record Column(String head, Node thing, Collection<Quad> said) {
        /** What would be said of it with a change. */
        Column with(String anew, ChangeSet change) {
            Set<Quad> after = new LinkedHashSet<>(said);
            change.removed().forEach(after::remove);
            after.addAll(change.added());
            return new Column(anew, thing, after);
        }
    }

    static SideBySide of(List<Column> columns, ChangeWords words) {
        Map<Key, List<Set<String>>> rows = new TreeMap<>(Key.ORDER);
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            Column column = columns.get(i);
            column.said().stream()
                    .filter(quad -> quad.getSubject().equals(column.thing()))
                    .forEach(quad -> rows.computeIfAbsent(Key.of(quad, words), key -> none(columns.size()))
                            .get(at)
                            .add(words.value(quad.getObject())));
        }
        return new SideBySide(
                columns.stream().map(Column::head).toList(),
                rows.entrySet().stream()
                        .map(row -> new Row(
                                row.getKey().name(),
                                row.getKey().lang(),
                                row.getValue().stream().map(SideBySide::sorted).toList()))
                        .toList());
    }

    private static List<Set<String>> none(int columns) {
        List<Set<String>> cells = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            cells.add(new LinkedHashSet<>());
        }
        return cells;
    }

    private static List<String> sorted(Set<String> values) {
        return values.stream().sorted(Comparator.comparing(Function.identity())).toList();
    }

    /** Names come first, then what describes a thing, then all else. */
    private record Key(int rank, String name, String lang) {
        private static final List<Node> FIRST =
                List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), SKOS.definition.asNode());
        static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::rank).thenComparing(Key::name).thenComparing(Key::lang);

        static Key of(Quad quad, ChangeWords words) {
            Node value = quad.getObject();
            int rank = FIRST.indexOf(quad.getPredicate());
            return new Key(
                    rank < 0 ? FIRST.size() : rank,
                    words.name(quad.getPredicate()),
                    value.isLiteral() ? value.getLiteralLanguage() : "");
        }
    }
}
