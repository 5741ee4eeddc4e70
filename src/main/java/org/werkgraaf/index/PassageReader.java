package org.werkgraaf.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads from the graph the passages that are searched: what sources say, and not what the editors infer from it. */
final class PassageReader {
    private static final List<Node> OF_SOURCE = List.of(
            DCTerms.title.asNode(), DCTerms.creator.asNode(), DCTerms.publisher.asNode(), DCTerms.date.asNode());

    private final Graph graph;
    private final Map<Node, Source> sources = new HashMap<>();
    private final Map<Node, Map<String, List<String>>> names = new HashMap<>();

    /** @param graph the union of all graphs */
    PassageReader(Graph graph) {
        this.graph = graph;
    }

    /** How many there are. */
    long count() {
        return passages().count();
    }

    /** Hands over each passage that is searched, in no order. */
    void forEach(Consumer<PassageText> sink) {
        passages().forEach(passage -> sink.accept(read(Block.of(graph, passage))));
    }

    private Stream<Node> passages() {
        return graph.stream(Node.ANY, RDF.type.asNode(), Wg.PASSAGE)
                .map(Triple::getSubject)
                .distinct()
                .filter(passage -> graph.contains(passage, Wg.PARAPHRASE, Node.ANY))
                .filter(passage -> graph.contains(passage, Wg.IN_SOURCE, Node.ANY))
                .filter(passage -> !graph.contains(passage, Wg.INFERRED_FROM, Node.ANY));
    }

    private PassageText read(Block passage) {
        Node node = passage.objects(Wg.IN_SOURCE).findFirst().orElseThrow();
        Source source = sources.computeIfAbsent(node, this::source);
        Thing.Said place = new Thing.Said(
                ThingId.of(passage.thing()).toString(),
                ThingId.of(node).toString(),
                first(passage, Wg.SECTION),
                texts(passage, Wg.PAGE),
                texts(passage, Wg.PARAGRAPH),
                texts(passage, Wg.LINE));
        return new PassageText(
                new Passage(
                        place,
                        source.labels(),
                        first(passage, Wg.PARAPHRASE),
                        Verification.ofPassage(graph, passage.thing()).orElse(null),
                        passage.objects(Wg.CLAIM_STATUS)
                                .map(status -> ThingId.of(status).slug())
                                .findFirst()
                                .orElse(null)),
                source.names(),
                about(passage));
    }

    private Source source(Node node) {
        Block source = Block.of(graph, node);
        TreeSet<String> called = new TreeSet<>();
        NameReader.all(source).forEach(called::add);
        OF_SOURCE.stream()
                .flatMap(source::objects)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .forEach(called::add);
        return new Source(NameReader.labels(source), List.copyOf(called));
    }

    /** Who asks for the benefits of something seldom has the words of the passage, but those of what it is about. */
    private Map<String, List<String>> about(Block passage) {
        Map<String, TreeSet<String>> about = new TreeMap<>();
        Stream<Node> mentioned = passage.objects(Wg.MENTIONS);
        Stream<Node> stated = graph.stream(Node.ANY, Wg.HAS_PASSAGE, passage.thing())
                .map(Triple::getSubject)
                .flatMap(claim -> Stream.of(RDF.subject, RDF.predicate, RDF.object)
                        .flatMap(part -> graph.stream(claim, part.asNode(), Node.ANY)))
                .map(Triple::getObject);
        Stream.concat(mentioned, stated)
                .filter(Node::isURI)
                .distinct()
                .forEach(thing -> names.computeIfAbsent(thing, this::names)
                        .forEach((lang, each) -> about.computeIfAbsent(lang, l -> new TreeSet<>())
                                .addAll(each)));
        Map<String, List<String>> sorted = new TreeMap<>();
        about.forEach((lang, each) -> sorted.put(lang, List.copyOf(each)));
        return sorted;
    }

    private Map<String, List<String>> names(Node thing) {
        Block block = Block.of(graph, thing);
        Map<String, List<String>> called = new TreeMap<>(NameReader.others(block));
        NameReader.labels(block).forEach((lang, label) -> called.merge(lang, List.of(label), PassageReader::both));
        NameReader.texts(block, RDFS.label.asNode())
                .forEach((lang, labels) -> called.merge(lang, labels, PassageReader::both));
        return called;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Map<String, String> first(Block block, Node property) {
        Map<String, String> first = new TreeMap<>();
        NameReader.texts(block, property).forEach((lang, texts) -> first.put(lang, texts.get(0)));
        return first;
    }

    private static List<String> texts(Block block, Node property) {
        return block.objects(property).map(Node::getLiteralLexicalForm).sorted().toList();
    }

    /**
     * @param labels its label by language
     * @param names all that it is called, and who made it
     */
    private record Source(Map<String, String> labels, List<String> names) {}
}
