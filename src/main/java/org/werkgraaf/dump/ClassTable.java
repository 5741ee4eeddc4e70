package org.werkgraaf.dump;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.vocabulary.Language;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * The things of one class as a table.
 *
 * @param columns what stands above each column
 * @param rows a row per thing, in the order of the ids, as long as the columns
 */
record ClassTable(List<String> columns, List<List<String>> rows) {
    private static final String BETWEEN_VALUES = " | ";
    private static final String LABEL = "label";
    private static final String DEFINITION = "definition";
    /** Labels and definitions in the languages in which everything has one stand first. */
    private static final List<String> FIRST = Stream.of(
                    Stream.of("id", "iri"),
                    Languages.ALL.stream()
                            .filter(lang -> Languages.of(lang).content() != Language.Content.SOME)
                            .map(lang -> LABEL + "_" + lang),
                    Languages.ALL.stream()
                            .filter(lang -> Languages.of(lang).content() == Language.Content.ALL)
                            .map(lang -> DEFINITION + "_" + lang),
                    Stream.of("verification"))
            .flatMap(columns -> columns)
            .toList();

    private static final Set<Node> NO_COLUMN = Set.of(RDF.type.asNode(), Wg.VERIFICATION);
    private static final Map<Node, String> OWN_NAMES =
            Map.of(SKOS.prefLabel.asNode(), LABEL, SKOS.definition.asNode(), DEFINITION);

    /** Reads the table of a class from the union of all graphs, without the statements that the editors reject. */
    static ClassTable of(Node type, Graph union, Assessments assessments) {
        List<Block> things = union.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .filter(thing -> ThingId.find(thing).isPresent())
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .map(thing -> Block.of(union, thing))
                .toList();
        List<List<Triple>> statements = things.stream()
                .map(thing -> OrderedStatements.of(thing).stream()
                        .filter(assessments::accepts)
                        .filter(triple -> !NO_COLUMN.contains(triple.getPredicate()))
                        .toList())
                .toList();
        Map<Node, String> names = names(statements);
        List<Map<String, String>> cells = new ArrayList<>();
        Set<String> more = new TreeSet<>();
        for (int i = 0; i < things.size(); i++) {
            Map<String, String> row = cells(statements.get(i), names);
            Node thing = things.get(i).thing();
            row.put("id", ThingId.of(thing).toString());
            row.put("iri", thing.getURI());
            row.put("verification", Verification.of(union, thing).orElse(""));
            cells.add(row);
            more.addAll(row.keySet());
        }
        FIRST.forEach(more::remove);
        List<String> columns = Stream.concat(FIRST.stream(), more.stream()).toList();
        return new ClassTable(
                columns,
                cells.stream()
                        .map(row -> columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toList())
                        .toList());
    }

    private static Map<String, String> cells(List<Triple> statements, Map<Node, String> names) {
        Map<String, String> cells = new TreeMap<>();
        for (Triple statement : statements) {
            Node value = statement.getObject();
            String name = names.getOrDefault(statement.getPredicate(), "");
            boolean inLanguage =
                    value.isLiteral() && !value.getLiteralLanguage().isEmpty();
            cells.merge(
                    inLanguage ? name + "_" + value.getLiteralLanguage() : name,
                    text(value),
                    (before, next) -> before + BETWEEN_VALUES + next);
        }
        return cells;
    }

    /** The local name of each property; with its prefix where that name is taken. */
    private static Map<Node, String> names(List<List<Triple>> statements) {
        Map<String, Set<Node>> byName = new HashMap<>();
        statements.stream()
                .flatMap(List::stream)
                .map(Triple::getPredicate)
                .distinct()
                .forEach(property -> {
                    String name = OWN_NAMES.getOrDefault(property, property.getLocalName());
                    byName.computeIfAbsent(name, key -> new HashSet<>()).add(property);
                });
        Map<Node, String> names = new HashMap<>();
        byName.forEach((name, properties) -> {
            boolean taken = properties.size() > 1 || FIRST.contains(name);
            properties.forEach(property -> names.put(property, taken ? withPrefix(property, name) : name));
        });
        return names;
    }

    private static String withPrefix(Node property, String name) {
        return Prefixes.all().entrySet().stream()
                .filter(prefix -> property.isURI() && property.getURI().equals(prefix.getValue() + name))
                .map(prefix -> prefix.getKey() + "_" + name)
                .findFirst()
                .orElse(name);
    }

    /** Things as ids, other resources as IRIs, literals as they are written. */
    private static String text(Node value) {
        if (value.isLiteral()) {
            return value.getLiteralLexicalForm();
        }
        return ThingId.find(value).map(ThingId::toString).orElseGet(value::getURI);
    }
}
