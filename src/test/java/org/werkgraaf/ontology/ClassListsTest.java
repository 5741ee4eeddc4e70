package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.Test;
import org.werkgraaf.Tsv;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.Wg;

/**
 * Which classes are treated alike is said by the ontology and by {@code ontology/presentation.ttl}, so that a new class takes part. Code
 * that names several classes in one statement, or in the cases of a switch, is a list of them: each that there is stands in a table with
 * why it is no matter of the content.
 */
class ClassListsTest {
    private static final Path CODE = Path.of("src/main/java");
    private static final Path KNOWN = Path.of("src/test/resources/ontology/class-lists.tsv");
    private static final Pattern LEFT_OUT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|(?m)^import [^;]*;");
    private static final Pattern CONSTANT = Pattern.compile("\\b(Wg|ClassNames)\\.([A-Z_]+)\\b");
    private static final Pattern CASE = Pattern.compile("\\bcase ([^;{}]*?)->");

    @Test
    void standInNoCodeButWhereItIsTold() throws IllegalAccessException {
        Map<String, String> classes = classes();
        assertThat(classes).hasSizeGreaterThan(40).containsEntry("Wg.CASE", "Case");
        Set<String> found = Repository.files(CODE, ".java").stream()
                .filter(file -> !file.toString().contains("/vocabulary/"))
                .flatMap(file -> lists(Repository.text(file), classes).map(list -> place(file) + " " + list))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = Tsv.rows(KNOWN).stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found)
                .as(
                        "lists of classes in code: let ontology/presentation.ttl say it of each class; if it cannot, say why in %s",
                        KNOWN)
                .isEqualTo(told);
        assertThat(Tsv.rows(KNOWN)).allSatisfy(row -> assertThat(row.get(2)).isNotBlank());
    }

    @Test
    void areSeenInSetsAndSwitches() throws IllegalAccessException {
        Map<String, String> classes = classes();
        assertThat(lists("Set<Node> law = Set.of(Wg.CASE, // the first\n Wg.RISK);", classes))
                .containsExactly("Case, Risk");
        assertThat(lists("switch (type) { case ClassNames.CASE -> one(); case ClassNames.GAP -> two(); }", classes))
                .containsExactly("Case, Gap");
        assertThat(lists("boolean one = type.equals(Wg.CASE); boolean other = type.equals(Wg.RISK);", classes))
                .isEmpty();
        assertThat(lists("/** {@link Wg#CASE} */ List.of(Wg.CASE, Wg.OUTCOME);", classes))
                .isEmpty();
    }

    private static Stream<String> lists(String text, Map<String, String> classes) {
        String code = LEFT_OUT.matcher(text).replaceAll(" ");
        Stream<String> cases = Stream.of(
                CASE.matcher(code).results().map(found -> found.group(1)).collect(Collectors.joining(" ")));
        return Stream.concat(Arrays.stream(code.split("[;{}]")), cases)
                .map(statement -> CONSTANT.matcher(statement)
                        .results()
                        .map(MatchResult::group)
                        .filter(classes::containsKey)
                        .map(classes::get)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .filter(names -> names.size() > 1)
                .map(names -> String.join(", ", names));
    }

    /** The classes of the ontology by the constants that name them. */
    private static Map<String, String> classes() throws IllegalAccessException {
        Set<String> names = Repository.subjects(Repository.ontology(), OWL.Class.asNode()).stream()
                .filter(term -> term.getURI().startsWith(Wg.NS))
                .map(Repository::localName)
                .collect(Collectors.toSet());
        Map<String, String> classes = new HashMap<>();
        for (Class<?> constants : new Class<?>[] {Wg.class, ClassNames.class}) {
            for (var field : constants.getFields()) {
                Object value = field.get(null);
                String name =
                        value instanceof Node node && node.isURI() ? Repository.localName(node) : String.valueOf(value);
                if (names.contains(name)) {
                    classes.put(constants.getSimpleName() + "." + field.getName(), name);
                }
            }
        }
        return classes;
    }

    private static String place(Path file) {
        return file.toString().replace('\\', '/').replaceFirst(".*/org/werkgraaf/", "");
    }
}
