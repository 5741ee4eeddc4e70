package org.werkgraaf.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

class GraphLoaderTest {
    private static final Node SOURCE = new ThingId("source", "small-source").node();
    private static final Node TECHNIQUE = new ThingId("technique", "technique-3").node();

    @TempDir
    private Path folder;

    private SmallContent content;

    @BeforeEach
    void makeContent() {
        content = new SmallContent(folder);
    }

    @Test
    void putsEachSourceIntoItsOwnGraph() {
        Candidate candidate = load();
        assertThat(candidate.graphs().keySet())
                .contains(
                        Graphs.ONTOLOGY.getURI(),
                        Graphs.ENTITIES.getURI(),
                        Graphs.SOURCES.getURI(),
                        Graphs.ofSource(SOURCE).getURI());
        Node takes = NodeFactory.createURI(Wg.NS + "takes");
        assertThat(candidate.graph(Graphs.ofSource(SOURCE)).contains(TECHNIQUE, takes, Node.ANY))
                .isTrue();
        assertThat(candidate.graph(Graphs.ENTITIES).contains(TECHNIQUE, takes, Node.ANY))
                .isFalse();
        assertThat(candidate.graph(Graphs.SOURCES).contains(SOURCE, RDF.type.asNode(), Wg.SOURCE))
                .isTrue();
    }

    @Test
    void makesAClaimWithItsPassageForEachStatement() {
        Graph graph = load().graph(Graphs.ofSource(SOURCE));
        assertThat(graph.stream(Node.ANY, RDF.type.asNode(), Wg.CLAIM).count()).isEqualTo(24);
        assertThat(graph.stream(Node.ANY, RDF.subject.asNode(), TECHNIQUE)
                        .allMatch(claim -> graph.contains(
                                claim.getSubject(), Wg.HAS_PASSAGE, new ThingId("passage", "small-source-l1").node())))
                .isTrue();
    }

    @Test
    void marksEachClaimWithHowFarItWasChecked() {
        Graph graph = load().graph(Graphs.ofSource(SOURCE));
        assertThat(graph.stream(Node.ANY, RDF.type.asNode(), Wg.CLAIM)
                        .allMatch(claim -> graph.stream(claim.getSubject(), Wg.VERIFICATION, Node.ANY)
                                .map(status -> ThingId.of(status.getObject()).toString())
                                .toList()
                                .equals(java.util.List.of("verification/secondary"))))
                .isTrue();
    }

    @Test
    void derivesWhatAPassageMentions() {
        Graph graph = load().graph(Graphs.ofSource(SOURCE));
        Node passage = new ThingId("passage", "small-source-l1").node();
        assertThat(graph.contains(passage, Wg.MENTIONS, TECHNIQUE)).isTrue();
        assertThat(graph.contains(passage, Wg.MENTIONS, new ThingId("risk", "work-stress").node()))
                .isTrue();
    }

    @Test
    void givesTheSameDigestForTheSameContent() {
        assertThat(load().digest()).isEqualTo(load().digest());
        String before = load().digest();
        content.techniques("koper");
        assertThat(load().digest()).isNotEqualTo(before);
    }

    @Test
    void namesFileLineAndRemedyOfABrokenFile() {
        content.write("data/entities/broken.ttl", "id:risk\\/x a wg:Risk ;\n    skos:prefLabel \"open@nl .\n");
        assertThatThrownBy(this::load)
                .isInstanceOfSatisfying(
                        LoadException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.file()).isEqualTo("data/entities/broken.ttl");
                            assertThat(problem.line()).as(problem.toString()).isEqualTo(8);
                            assertThat(problem.solution()).contains("quotation mark");
                        }));
    }

    @Test
    void reportsEveryBrokenFileAtOnce() {
        content.write("data/entities/broken.ttl", "id:risk\\/x a nope:Risk .\n");
        content.write("data/sources/broken.trig", "id:source\\/x a wg:Source ; ; .. \n");
        assertThatThrownBy(this::load)
                .isInstanceOfSatisfying(
                        LoadException.class,
                        e -> assertThat(e.problems())
                                .extracting(LoadProblem::file)
                                .containsExactly("data/entities/broken.ttl", "data/sources/broken.trig"));
    }

    @Test
    void refusesABadDate() {
        content.write("data/entities/broken.ttl", "id:risk\\/x dcterms:date \"2026-13-45\"^^xsd:date .\n");
        assertThatThrownBy(this::load)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("broken.ttl:7")
                .hasMessageContaining("as its datatype asks");
    }

    @Test
    void refusesBracesThatAreNotNamedAfterAPassage() {
        content.write(
                "data/sources/broken.trig",
                "id:passage\\/nowhere { id:technique\\/technique-1 wg:poses id:risk\\/work-stress . }\n");
        assertThatThrownBy(this::load)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("broken.trig:7")
                .hasMessageContaining("Describe the passage above the braces");
    }

    @Test
    void refusesStatementsOutsideBraces() {
        content.write("data/sources/broken.trig", "id:technique\\/technique-1 wg:poses id:risk\\/work-stress .\n");
        assertThatThrownBy(this::load).isInstanceOf(LoadException.class).hasMessageContaining("stand outside braces");
    }

    @Test
    void refusesThingsWithoutAnIri() {
        content.write("data/entities/broken.ttl", "id:risk\\/x skos:related [ a wg:Risk ] .\n");
        assertThatThrownBy(this::load).isInstanceOf(LoadException.class).hasMessageContaining("without an IRI");
    }

    @Test
    void refusesAPassageDescribedInTwoFiles() {
        content.write(
                "data/sources/twice.trig",
                "id:passage\\/small-source-l1 a wg:Passage ; wg:inSource id:source\\/small-source .\n");
        assertThatThrownBy(this::load).isInstanceOf(LoadException.class).hasMessageContaining("one file only");
    }

    @Test
    void saysWhichFolderIsMissing() {
        ContentReader reader = new ContentReader("nowhere", "data", "queries", 1000);
        assertThatThrownBy(reader::read)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("werkgraaf.content.ontology");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        ContentReader reader = new ContentReader(
                folder.resolve("ontology").toString(),
                folder.resolve("data").toString(),
                folder.resolve("queries").toString(),
                100);
        assertThatThrownBy(reader::read)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("werkgraaf.content.file-bytes-max");
    }

    @Test
    void refusesAProfileThatNamesAPropertyThatTheOntologyLacks() throws IOException {
        for (String profile : List.of(
                "wg:Role show:brief \"wg:takes wg:tekes\" .",
                "wg:Role show:chapters \"law ^wg:tekes\" .",
                "wg:Role show:card \"wg:tekes\" .",
                "wg:value show:unit wg:tekes .",
                "wg:tekes show:facet \"status\" .")) {
            new SmallContent(folder);
            Path presentation = folder.resolve("ontology/presentation.ttl");
            String before = Files.readString(presentation);
            int line = (int) before.lines().count() + 1;
            Files.writeString(presentation, before + profile + "\n");
            assertThatThrownBy(this::load)
                    .as(profile)
                    .isInstanceOfSatisfying(
                            LoadException.class,
                            e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                                assertThat(problem.file()).isEqualTo("ontology/presentation.ttl");
                                assertThat(problem.line()).as(profile).isEqualTo(line);
                                assertThat(problem.reason()).contains("wg:tekes", "declares, or declare it there");
                            }));
        }
    }

    @Test
    void refusesAFacetThatSearchDoesNotHave() throws IOException {
        Files.writeString(
                folder.resolve("ontology/presentation.ttl"),
                "wg:Role show:facet \"rolle\" .\n",
                StandardOpenOption.APPEND);
        assertThatThrownBy(this::load)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("Search has no facet 'rolle'; use one of type, jurisdiction, technique");
    }

    @Test
    void refusesAProfileThatSaysOneThingTwice() throws IOException {
        Files.writeString(
                folder.resolve("ontology/presentation.ttl"),
                "wg:Risk show:brief \"wg:takes\" .\n",
                StandardOpenOption.APPEND);
        assertThatThrownBy(this::load)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("show:brief of Risk is written twice");
    }

    @Test
    void refusesAnOntologyWithoutTheMarksByWhichDaysAreDerived() throws IOException {
        Path ontology = folder.resolve("ontology/werkgraaf.ttl");
        Files.writeString(
                ontology, Files.readString(ontology).replaceAll("(?m)^\\s+wg:(holdsInTime|datesPassTo) .*;\\R", ""));
        assertThatThrownBy(this::load)
                .isInstanceOfSatisfying(
                        LoadException.class,
                        e -> assertThat(e.problems())
                                .extracting(LoadProblem::toString)
                                .satisfiesExactly(
                                        days -> assertThat(days)
                                                .contains(
                                                        "ontology/werkgraaf.ttl",
                                                        "wg:holdsInTime",
                                                        "no dates would be derived",
                                                        "Take the ontology that came with this version"),
                                        passing -> assertThat(passing).contains("wg:datesPassTo")));
    }

    private Candidate load() {
        return new GraphLoader().load(content.reader().read());
    }
}
