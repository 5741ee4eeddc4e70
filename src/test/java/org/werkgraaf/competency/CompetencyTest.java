package org.werkgraaf.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.werkgraaf.validate.CompetencyManifest;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.vocabulary.Wg;

/**
 * The packaged content answers the competency questions of {@code queries/competency} as expected. With
 * {@code -Dwerkgraaf.competency=write} the expected files are written from the answers, to be reviewed as a diff.
 */
class CompetencyTest {
    private static final Path QUESTIONS = Path.of("queries/competency");
    private static final boolean WRITE = "write".equals(System.getProperty("werkgraaf.competency"));
    private static final int LINKS_MIN = 50;
    /** Made when content is published, so that no file can hold one. */
    private static final Set<String> NOT_IN_FILES = Set.of("Release");

    private static PackagedContent content;

    @BeforeAll
    static void load() {
        content = PackagedContent.load();
    }

    @TestFactory
    Stream<DynamicTest> answersEachQuestion() {
        return entries().stream().map(entry -> dynamicTest(entry.name(), () -> compare(entry)));
    }

    @Test
    void listsEveryQuestionInTheManifest() throws IOException {
        List<Path> listed = entries().stream()
                .map(entry -> QUESTIONS.resolve(entry.query()))
                .sorted()
                .toList();
        assertThat(listed).hasSizeGreaterThanOrEqualTo(60).isEqualTo(files(QUESTIONS, ".rq"));
    }

    @Test
    void writesEachQuestionByTheConventions() throws IOException {
        for (Path file : files(QUESTIONS, ".rq")) {
            List<String> lines = Texts.read(file).lines().toList();
            assertThat(lines.get(0))
                    .as(file.toString())
                    .startsWith("# Question (nl): ")
                    .endsWith("?");
            assertThat(lines.get(1))
                    .as(file.toString())
                    .startsWith("# Question (en): ")
                    .endsWith("?");
            List<String> prefixes = lines.stream()
                    .filter(line -> line.startsWith("PREFIX "))
                    .map(line -> line.substring("PREFIX ".length(), line.indexOf(':')))
                    .toList();
            assertThat(prefixes).as(file.toString()).isSorted();
            Query query = QueryFactory.create(Texts.read(file));
            assertThat(query.isSelectType()).as(file.toString()).isTrue();
            assertThat(query.hasOrderBy()).as(file.toString()).isTrue();
            query.getPrefixMapping()
                    .getNsPrefixMap()
                    .forEach((prefix, iri) ->
                            assertThat(Prefixes.all()).as(file.toString()).containsEntry(prefix, iri));
        }
    }

    @Test
    void asksForEveryClass() throws IOException {
        String text = allQuestions();
        Graph ontology = content.graph(Graphs.ONTOLOGY);
        Set<String> missing = new TreeSet<>();
        ontology.stream(Node.ANY, Wg.TYPE_SEGMENT, Node.ANY).forEach(triple -> {
            String name = triple.getSubject().getLocalName();
            String segment = triple.getObject().getLiteralLexicalForm();
            if (!names(text).contains(name) && !text.contains("id:" + segment + "\\/")) {
                missing.add(name);
            }
        });
        missing.removeAll(NOT_IN_FILES);
        assertThat(missing).as("classes that no competency question asks for").isEmpty();
    }

    @Test
    void asksForMostLinks() throws IOException {
        Set<String> asked = names(allQuestions());
        Set<String> links = content.graph(Graphs.ONTOLOGY).stream(
                        Node.ANY, RDF.type.asNode(), OWL.ObjectProperty.asNode())
                .map(triple -> triple.getSubject().getLocalName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(links);
        missing.removeAll(asked);
        System.out.println("Links that no competency question asks for: " + missing);
        assertThat(links.size() - missing.size())
                .as("links that some competency question asks for; not asked for are " + missing)
                .isGreaterThanOrEqualTo(LINKS_MIN);
    }

    private static List<CompetencyManifest.Entry> entries() {
        return CompetencyManifest.read(Texts.read(QUESTIONS.resolve("manifest.ttl")));
    }

    private static void compare(CompetencyManifest.Entry entry) throws IOException {
        Path file = QUESTIONS.resolve(entry.query());
        Path result = QUESTIONS.resolve(entry.result());
        Query query = QueryFactory.create(Texts.read(file));
        List<String> answer = content.answer(query);
        if (WRITE) {
            Files.writeString(result, String.join("\n", answer) + "\n");
            return;
        }
        List<String> expected = Texts.read(result).lines().toList();
        List<String> missing = new ArrayList<>(expected);
        answer.forEach(missing::remove);
        List<String> surplus = new ArrayList<>(answer);
        expected.forEach(surplus::remove);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            fail(
                    "%s%n  expected and not found:%n    %s%n  found and not expected:%n    %s",
                    file, String.join("\n    ", missing), String.join("\n    ", surplus));
        }
        if (query.hasOrderBy()) {
            assertThat(answer).as("%s: the order of the rows", file).isEqualTo(expected);
        }
    }

    private static String allQuestions() throws IOException {
        return files(QUESTIONS, ".rq").stream().map(Texts::read).collect(Collectors.joining("\n"));
    }

    /** Local names of the terms of the ontology in a text. */
    private static Set<String> names(String text) {
        return Pattern.compile("(?<![\\w:])wg:([A-Za-z]+)")
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
