package org.werkgraaf.turtle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.ThingId;

/** Every file of the packaged content, read, changed and written; what is read back is told by Jena's own parser. */
class TurtleRoundTripTest {
    private static final long SEED = Long.getLong("werkgraaf.turtle.seed", 20261130L);
    private static final Map<Path, String> FILES = files();

    /** What can happen to a file. */
    private enum Kind {
        ADD_TEXT,
        ADD_LINK,
        ADD_PROPERTY,
        REMOVE,
        REMOVE_THING,
        REPLACE,
        NEW_THING,
        NEW_BRACES
    }

    private static Map<Path, String> files() {
        Map<Path, String> files = new TreeMap<>();
        for (String folder : List.of("data", "ontology")) {
            try (Stream<Path> walk = Files.walk(Path.of(folder))) {
                for (Path file : walk.filter(TurtleRoundTripTest::isTurtle).toList()) {
                    files.put(file, Files.readString(file));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return files;
    }

    private static boolean isTurtle(Path file) {
        return (file.toString().endsWith(".ttl") || file.toString().endsWith(".trig"))
                && !file.startsWith("ontology/tests");
    }

    @Test
    void everyFileIsReadAsJenaReadsItAndKeepsItsBytes() {
        assertThat(FILES).hasSizeGreaterThan(500);
        FILES.forEach((file, text) -> {
            TurtleText read = TurtleText.of(text);
            assertThat(read.with(List.of(), List.of(), List.of()).text()).isEqualTo(text);
            assertThat(read.quads()).as(file.toString()).isEqualTo(named(parse(file, text)));
        });
    }

    @Test
    void aRandomChangeOfEachKindTouchesOnlyWhatItSays() {
        Random random = new Random(SEED);
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        int turn = 0;
        for (Map.Entry<Path, String> file : FILES.entrySet()) {
            Kind kind = Kind.values()[turn++ % Kind.values().length];
            if (file.getKey().startsWith("data/entities") && kind == Kind.NEW_BRACES) {
                kind = Kind.NEW_THING;
            }
            TurtleText before = TurtleText.of(file.getValue());
            List<TurtleBlock> blocks = before.blocks().stream()
                    .filter(block -> block.quads().findAny().isPresent())
                    .sorted(Comparator.comparingInt(TurtleBlock::start))
                    .toList();
            if (blocks.isEmpty()) {
                continue;
            }
            TurtleBlock block = blocks.get(random.nextInt(blocks.size()));
            Edit edit = edit(kind, block, random);
            String name = file.getKey() + ", " + kind + ", seed " + SEED + ": " + edit;
            holds(file.getKey(), before, block, edit, name);
            seen.add(kind);
        }
        assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    }

    private static void holds(Path file, TurtleText before, TurtleBlock block, Edit edit, String name) {
        // The same statement may stand in the file a second time, and goes from both places.
        boolean once = before.blocks().stream()
                        .filter(each -> each.quads().anyMatch(edit.removed()::contains))
                        .count()
                <= 1;
        TurtleText after = before.with(edit.removed(), edit.added(), List.of());
        Set<Quad> expected = new HashSet<>(parse(file, before.text()));
        expected.removeAll(edit.removed());
        expected.addAll(edit.added());
        assertThat(named(parse(file, after.text()))).as(name).isEqualTo(named(expected));

        if (edit.isNew()) {
            assertThat(isSubsequence(before.text(), after.text()))
                    .as("nothing goes: " + name)
                    .isTrue();
        } else if (once) {
            TurtleBlock whole = whole(before, block);
            assertThat(after.text())
                    .as(name)
                    .startsWith(before.text().substring(0, whole.start()).stripTrailing());
            assertThat(after.text())
                    .as(name)
                    .endsWith(before.text().substring(whole.end()).stripLeading());
        }
        if (edit.removed().isEmpty()) {
            assertThat(after.with(edit.added(), List.of(), List.of()).text())
                    .as("taken back: " + name)
                    .isEqualTo(before.text());
        }
    }

    /** Whether a text can be had from another by leaving lines out. */
    private static boolean isSubsequence(String shorter, String longer) {
        java.util.Iterator<String> left = shorter.lines().iterator();
        String wanted = left.hasNext() ? left.next() : null;
        for (String line : longer.lines().toList()) {
            if (line.equals(wanted)) {
                wanted = left.hasNext() ? left.next() : null;
            }
        }
        return wanted == null;
    }

    /** From the first to the last block of the same thing; braces go with the last block in them. */
    private static TurtleBlock whole(TurtleText text, TurtleBlock block) {
        List<TurtleBlock> same = text.blocks().stream()
                .filter(each -> each.graph().equals(block.graph()))
                .filter(each -> block.subject().node().equals(each.subject().node()))
                .toList();
        int start = same.stream().mapToInt(TurtleBlock::start).min().orElseThrow();
        int end = same.stream().mapToInt(TurtleBlock::end).max().orElseThrow();
        for (TurtleBraces braces : text.braces()) {
            if (braces.name().equals(block.graph()) && same.containsAll(braces.blocks())) {
                start = Math.min(start, braces.start());
                end = Math.max(end, braces.end());
            }
        }
        return new TurtleBlock(block.graph(), block.subject(), block.groups(), start, end);
    }

    private static Edit edit(Kind kind, TurtleBlock block, Random random) {
        List<Quad> quads = block.quads().distinct().toList();
        Quad one = quads.get(random.nextInt(quads.size()));
        Node text = NodeFactory.createLiteralLang("A \"text\" \\ of two\nlines, nr. " + random.nextInt(1000), "nl");
        Node thing = new ThingId("technique", "not-there-" + random.nextInt(1000)).node();
        Node property = NodeFactory.createURI("https://example.org/terms#p/" + random.nextInt(10));
        return switch (kind) {
            case ADD_TEXT -> Edit.added(with(one, one.getPredicate(), text));
            case ADD_LINK -> Edit.added(with(one, one.getPredicate(), thing));
            case ADD_PROPERTY -> Edit.added(with(one, property, thing), with(one, property, text));
            case REMOVE -> new Edit(Set.of(one), List.of(), false);
            case REMOVE_THING -> new Edit(Set.copyOf(quads), List.of(), false);
            case REPLACE ->
                new Edit(Set.of(one), List.of(with(one, one.getPredicate(), similar(one.getObject(), random))), false);
            case NEW_THING ->
                new Edit(
                        Set.of(),
                        quads.stream()
                                .map(quad -> new Quad(quad.getGraph(), thing, quad.getPredicate(), quad.getObject()))
                                .toList(),
                        true);
            case NEW_BRACES -> {
                Node passage = new ThingId("passage", "not-there-" + random.nextInt(1000)).node();
                List<Quad> added = new ArrayList<>();
                added.add(new Quad(Quad.defaultGraphNodeGenerated, passage, property, text));
                quads.forEach(quad -> added.add(new Quad(passage, quad.asTriple())));
                yield new Edit(Set.of(), added, true);
            }
        };
    }

    private static Quad with(Quad quad, Node property, Node value) {
        return new Quad(quad.getGraph(), quad.getSubject(), property, value);
    }

    private static Node similar(Node node, Random random) {
        if (!node.isLiteral()) {
            return new ThingId("case", "else.where-" + random.nextInt(1000)).node();
        }
        return node.getLiteralLanguage().isEmpty()
                ? NodeFactory.createLiteralDT("20" + random.nextInt(10) + "3-12-20", node.getLiteralDatatype())
                : NodeFactory.createLiteralLang("iets anders " + random.nextInt(1000), node.getLiteralLanguage());
    }

    private static Set<Quad> named(Collection<Quad> quads) {
        return quads.stream()
                .filter(quad ->
                        !quad.getSubject().isBlank() && !quad.getObject().isBlank())
                .filter(quad -> !isEndOfList(quad))
                .collect(Collectors.toSet());
    }

    /** What a list of no things would be; it has an IRI, but is written as brackets. */
    private static boolean isEndOfList(Quad quad) {
        return quad.getObject().equals(org.apache.jena.vocabulary.RDF.nil.asNode());
    }

    private static List<Quad> parse(Path file, String text) {
        List<Quad> quads = new ArrayList<>();
        RDFParser.create()
                .source(new StringReader(text))
                .lang(file.toString().endsWith(".trig") || text.contains("{\n") ? Lang.TRIG : Lang.TURTLE)
                .base("https://w3id.org/werkgraaf/")
                .parse(new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        quads.add(new Quad(Quad.defaultGraphNodeGenerated, triple));
                    }

                    @Override
                    public void quad(Quad quad) {
                        quads.add(
                                quad.isDefaultGraph()
                                        ? new Quad(Quad.defaultGraphNodeGenerated, quad.asTriple())
                                        : quad);
                    }
                });
        return quads;
    }

    private record Edit(Set<Quad> removed, List<Quad> added, boolean isNew) {
        private static Edit added(Quad... quads) {
            return new Edit(Set.of(), List.of(quads), false);
        }
    }
}
