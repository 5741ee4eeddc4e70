package org.werkgraaf.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.validate.Finding;
import org.werkgraaf.validate.RuleSet;
import org.werkgraaf.validate.Validator;
import org.werkgraaf.vocabulary.ThingId;

/** The case that {@code CONTRIBUTING.md} adds is accepted together with the content that is there. */
class ContributingTest {
    private static final String PREFIXES = """
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX id: <https://w3id.org/werkgraaf/id/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

            """;

    @Test
    void theExampleBreaksNoRule() {
        Content content = content();
        Graph graph = new GraphLoader().load(content).union();

        List<Finding> findings = new Validator(rules(content)).judge(graph).findings();

        assertThat(graph.contains(new ThingId("case", "gramaxo").node(), Node.ANY, Node.ANY))
                .isTrue();
        assertThat(findings)
                .filteredOn(finding -> finding.entity().contains("gramaxo"))
                .isEmpty();
    }

    @Test
    void theExampleIsNotInTheContentYet() {
        assertThat(repository().files())
                .isNotEmpty()
                .noneMatch(file -> file.text().contains("case\\/gramaxo"));
    }

    private static Content content() {
        Document document = Document.read("CONTRIBUTING.md");
        List<ContentFile> files = new ArrayList<>(repository().files());
        document.blocks("turtle")
                .forEach(text -> files.add(file("data/entities/example-" + files.size() + ".ttl", text)));
        document.blocks("trig")
                .forEach(text -> files.add(file("data/sources/example-" + files.size() + ".trig", text)));
        return Content.of(files);
    }

    private static Content repository() {
        return new ContentReader("ontology", "data", "queries", 20_000_000).read();
    }

    private static ContentFile file(String path, String text) {
        return new ContentFile(path, (PREFIXES + text).getBytes(StandardCharsets.UTF_8));
    }

    private static RuleSet rules(Content content) {
        Map<String, String> rules = content.in("ontology/rules", ".rq").stream()
                .collect(Collectors.toMap(file -> file.path().replaceAll(".*/|\\.rq$", ""), ContentFile::text));
        return RuleSet.of(
                GraphLoader.parse(content.in("ontology/shapes", ".ttl")),
                rules,
                content.file("ontology/rules/profile.tsv").orElseThrow().text());
    }
}
