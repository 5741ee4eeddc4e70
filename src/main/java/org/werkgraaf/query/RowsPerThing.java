package org.werkgraaf.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.werkgraaf.vocabulary.Languages;

/**
 * The rows of an answer with those that have the same values in some columns put together, in the order in which each first comes.
 *
 * @param rows the first row of each thing
 * @param more for each, the other values of a column, in the order of the rows
 */
record RowsPerThing(List<Binding> rows, List<Map<String, List<Node>>> more) {
    /**
     * @param found the rows of the query; one without any value in the key stays by itself
     * @param key the columns that say what a row is about
     * @param columns all columns
     * @param lang of the same text in several languages, the one to keep, or the nearest that there is
     */
    static RowsPerThing of(List<Binding> found, List<String> key, List<String> columns, String lang) {
        Map<Object, Thing> things = new LinkedHashMap<>();
        for (Binding row : found) {
            List<Node> values =
                    key.stream().map(row::get).filter(Objects::nonNull).toList();
            things.computeIfAbsent(values.isEmpty() ? row : values, k -> new Thing(row))
                    .add(row, columns);
        }
        things.values().forEach(thing -> thing.inLanguage(lang));
        return new RowsPerThing(
                things.values().stream().map(thing -> thing.first).toList(),
                things.values().stream().map(thing -> thing.more).toList());
    }

    /** Some of them. */
    RowsPerThing page(long offset, int size) {
        int from = (int) Math.min(offset, rows.size());
        int to = Math.min(from + size, rows.size());
        return new RowsPerThing(rows.subList(from, to), more.subList(from, to));
    }

    /** All values. */
    Stream<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        rows.forEach(row -> row.forEach((variable, value) -> nodes.add(value)));
        more.forEach(each -> each.values().forEach(nodes::addAll));
        return nodes.stream();
    }

    private static final class Thing {
        private Binding first;
        private final Map<String, List<Node>> more = new LinkedHashMap<>();

        Thing(Binding first) {
            this.first = first;
        }

        void add(Binding row, List<String> columns) {
            for (String column : columns) {
                Node value = row.get(column);
                Node known = first.get(column);
                if (value == null || value.equals(known)) {
                    continue;
                }
                if (known == null) {
                    first = BindingFactory.binding(first, Var.alloc(column), value);
                    continue;
                }
                List<Node> others = more.computeIfAbsent(column, k -> new ArrayList<>());
                if (!others.contains(value)) {
                    others.add(value);
                }
            }
        }

        void inLanguage(String lang) {
            more.entrySet().removeIf(column -> {
                Node known = Objects.requireNonNull(first.get(column.getKey()));
                List<Node> values = new ArrayList<>();
                values.add(known);
                values.addAll(column.getValue());
                Set<String> codes = values.stream()
                        .map(RowsPerThing::language)
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                String kept = Languages.nearest(codes, lang).orElse("");
                values.removeIf(
                        value -> !language(value).isEmpty() && !language(value).equals(kept));
                first = with(first, column.getKey(), values.get(0));
                column.setValue(values.subList(1, values.size()));
                return values.size() == 1;
            });
        }
    }

    private static Binding with(Binding row, String column, Node value) {
        BindingBuilder changed = BindingFactory.builder();
        row.forEach(
                (variable, node) -> changed.add(variable, variable.getVarName().equals(column) ? value : node));
        return changed.build();
    }

    private static String language(Node value) {
        return value.isLiteral() ? value.getLiteralLanguage() : "";
    }
}
