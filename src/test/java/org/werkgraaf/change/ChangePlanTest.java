package org.werkgraaf.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.turtle.TurtleText;
import org.werkgraaf.vocabulary.Wg;

/** Things and passages of the packaged content are taken out and put back; what is put back as new finds its file. */
class ChangePlanTest {
    private static final long SEED = Long.getLong("werkgraaf.change.seed", 20261130L);
    private static final Content CONTENT = new ContentReader("ontology", "data", "queries", 20_000_000).read();

    private static ChangeSet change(List<Quad> removed, List<Quad> added) {
        return ChangeSet.wanted("Ann", "Test", "", removed, added);
    }

    private static Content with(Content content, Map<String, byte[]> files) {
        List<ContentFile> all = new ArrayList<>();
        content.files().stream().filter(file -> !files.containsKey(file.path())).forEach(all::add);
        files.forEach((path, bytes) -> all.add(new ContentFile(path, bytes)));
        return Content.of(all);
    }

    private static Set<Quad> quads(byte[] file) {
        return TurtleText.of(new String(file, StandardCharsets.UTF_8)).quads();
    }

    /** Takes out what is said of a thing in a file, and puts it back; tells where it went. */
    private static Set<String> outAndBack(ContentFile file, Node thing) {
        List<Quad> said = quads(file.bytes()).stream()
                .filter(quad ->
                        quad.getSubject().equals(thing) && quad.getGraph().equals(Quad.defaultGraphNodeGenerated)
                                || quad.getGraph().equals(thing))
                .toList();
        Map<String, byte[]> without = ChangePlan.files(CONTENT, change(said, List.of()));
        Content less = with(CONTENT, without);
        Map<String, byte[]> again = ChangePlan.files(less, change(List.of(), said));
        again.forEach((path, bytes) -> {
            Set<Quad> expected =
                    new HashSet<>(quads(less.file(path).orElseThrow().bytes()));
            expected.addAll(said);
            assertThat(quads(bytes))
                    .as(path + " with " + thing + ", seed " + SEED)
                    .isEqualTo(expected);
        });
        return again.keySet();
    }

    private static List<Sample> sample(String folder, String ending, String segment, int size) {
        Random random = new Random(SEED);
        List<ContentFile> files = CONTENT.in(folder, ending);
        List<Sample> sample = new ArrayList<>();
        while (sample.size() < size) {
            ContentFile file = files.get(random.nextInt(files.size()));
            List<Node> things = quads(file.bytes()).stream()
                    .filter(quad -> quad.getGraph().equals(Quad.defaultGraphNodeGenerated))
                    .filter(quad -> quad.getPredicate().equals(org.apache.jena.vocabulary.RDF.Nodes.type))
                    .map(Quad::getSubject)
                    .filter(thing -> thing.getURI().contains("/id/" + segment))
                    .distinct()
                    .sorted(java.util.Comparator.comparing(Node::getURI))
                    .toList();
            if (things.size() > 1) {
                sample.add(new Sample(file, things.get(random.nextInt(things.size()))));
            }
        }
        return sample;
    }

    @Test
    void aPassageGoesToTheFileOfItsSource() {
        for (Sample each : sample("data/sources", ".trig", "passage/", 6)) {
            Quad source = quads(each.file().bytes()).stream()
                    .filter(quad -> quad.getSubject().equals(each.thing())
                            && quad.getPredicate().equals(Wg.IN_SOURCE))
                    .findFirst()
                    .orElseThrow();
            assertThat(outAndBack(each.file(), each.thing()))
                    .singleElement()
                    .satisfies(path -> assertThat(
                                    quads(CONTENT.file(path).orElseThrow().bytes()))
                            .anyMatch(quad -> quad.getPredicate().equals(Wg.IN_SOURCE)
                                    && quad.getObject().equals(source.getObject())));
        }
    }

    @Test
    void aThingGoesToAFileOfItsClass() {
        for (Sample each : sample("data/entities", ".ttl", "", 4)) {
            Set<String> files = outAndBack(each.file(), each.thing());
            Node type = quads(each.file().bytes()).stream()
                    .filter(quad -> quad.getSubject().equals(each.thing())
                            && quad.getPredicate().equals(org.apache.jena.vocabulary.RDF.Nodes.type))
                    .map(Quad::getObject)
                    .findFirst()
                    .orElseThrow();
            String home = each.file().path();
            assertThat(files)
                    .anySatisfy(path -> assertThat(path)
                            .startsWith("data/entities/")
                            .satisfies(found -> assertThat(quads(
                                            CONTENT.file(found).orElseThrow().bytes()))
                                    .as(each.thing() + " of " + home)
                                    .anyMatch(quad -> quad.getObject().equals(type))));
            assertThat(files).noneMatch(path -> path.startsWith("ontology/mappings"));
        }
    }

    private record Sample(ContentFile file, Node thing) {}
}
