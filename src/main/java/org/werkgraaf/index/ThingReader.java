package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.meaning.Hierarchy;
import org.werkgraaf.meaning.Periods;
import org.werkgraaf.meaning.Times;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads from the graph what the index holds of each entity. */
final class ThingReader {
    private final Graph graph;
    private final Classes classes;
    private final Periods periods;
    private final Hierarchy hierarchy;
    private final FacetReader facets;
    private final KeyReader keys;
    private final DetailReader details;
    private final SaidReader said;
    private final IndexedClasses indexed;
    private final NormReader norms;

    ThingReader(Graph graph, Presentation presentation) {
        this.graph = graph;
        this.classes = Classes.of(graph);
        this.periods = Periods.of(graph);
        this.hierarchy = Hierarchy.of(graph);
        Assessments assessments = Assessments.of(graph);
        Instruments instruments = new Instruments(graph, classes);
        this.facets = new FacetReader(graph, assessments, classes, instruments, hierarchy, presentation);
        this.keys = new KeyReader(graph, instruments);
        this.indexed = new IndexedClasses(graph, presentation);
        this.said = new SaidReader(graph, assessments, presentation);
        this.norms = new NormReader(graph, assessments, classes, presentation);
        this.details = new DetailReader(assessments, presentation);
    }

    /** Hands over each entity that is indexed, in no order. */
    void forEach(Consumer<ThingText> sink) {
        indexed.all()
                .forEach(type -> graph.stream(Node.ANY, RDF.type.asNode(), type)
                        .map(Triple::getSubject)
                        .filter(thing -> type.equals(classes.of(thing)))
                        .forEach(thing -> sink.accept(read(Block.of(graph, thing), type))));
    }

    private ThingText read(Block block, Node type) {
        List<Node> mentions = block.mentions().toList();
        Set<Node> neighbours = facets.neighbours(block);
        Map<Facet, Set<String>> direct = facets.direct(block, type, neighbours, mentions);
        Optional<String> verification = Verification.of(graph, block.thing());
        verification.ifPresent(status ->
                direct.put(Facet.VERIFICATION, Set.of(new ThingId(Facet.VERIFICATION.parameter(), status).toString())));
        Map<String, List<String>> otherNames = NameReader.others(block);
        Map<String, List<String>> hidden = NameReader.hidden(block);
        List<Thing.Identifier> identifiers = keys.identifiers(block);
        Optional<String> date = details.date(block);
        Times times = periods.of(block);
        Thing thing = new Thing(
                ThingId.of(block.thing()).toString(),
                block.thing().getURI(),
                type.getLocalName(),
                NameReader.labels(block),
                distinct(otherNames),
                distinct(hidden),
                identifiers,
                NameReader.definitions(block),
                List.copyOf(direct.getOrDefault(Facet.JURISDICTION, Set.of())),
                date.orElse(null),
                Thing.Holding.of(times),
                verification.orElse(null),
                details.details(block),
                about(direct),
                holdsForNarrower(type),
                hierarchy.wider(block.thing()).stream()
                        .map(wider -> ThingId.of(wider).toString())
                        .sorted()
                        .toList(),
                said.of(block, type));
        return new ThingText(
                thing,
                otherNames,
                hidden,
                NameReader.phrases(block),
                endings(block),
                passages(block, mentions),
                KeyReader.keys(block, identifiers),
                Wg.PROVISION.equals(type) ? keys.citations(block) : Set.of(),
                facets.reached(type, direct),
                norms.of(block, type),
                date.flatMap(PartialDates::parse).orElse(null),
                times,
                neighbours.size(),
                content(block, mentions));
    }

    private static List<String> distinct(Map<String, List<String>> byLanguage) {
        return byLanguage.values().stream().flatMap(List::stream).distinct().toList();
    }

    private List<String> holdsForNarrower(Node type) {
        return Stream.of(Facet.values())
                .filter(facet -> facet.hierarchy()
                        .filter(about -> hierarchy.holdsForNarrower(type, about))
                        .isPresent())
                .map(Facet::parameter)
                .toList();
    }

    private static Map<String, List<String>> about(Map<Facet, Set<String>> direct) {
        Map<String, List<String>> about = new TreeMap<>();
        direct.forEach((facet, values) -> {
            if (facet.isHierarchical()) {
                about.put(facet.parameter(), List.copyOf(values));
            }
        });
        return about;
    }

    /** Who asks for what was stopped after an outcry looks for what ended so, by whatever name that goes. */
    private Map<String, List<String>> endings(Block block) {
        Map<String, List<String>> names = new TreeMap<>();
        facets.outcomes(block)
                .map(outcome -> Block.of(graph, outcome))
                .forEach(outcome -> Stream.of(
                                NameReader.texts(outcome, SKOS.prefLabel.asNode()),
                                NameReader.others(outcome),
                                NameReader.hidden(outcome))
                        .forEach(each ->
                                each.forEach((lang, texts) -> names.computeIfAbsent(lang, l -> new ArrayList<>())
                                        .addAll(texts))));
        names.values().forEach(Collections::sort);
        return names;
    }

    /** What passages say of it, and the names of those from whom it comes that are no things. */
    private Map<String, List<String>> passages(Block block, List<Node> mentions) {
        Map<String, List<String>> passages = new TreeMap<>();
        Stream.concat(paraphrases(mentions).map(Triple::getObject), facets.literals(block))
                .filter(Node::isLiteral)
                .forEach(text -> passages.computeIfAbsent(text.getLiteralLanguage(), lang -> new ArrayList<>())
                        .add(text.getLiteralLexicalForm()));
        passages.values().forEach(Collections::sort);
        return passages;
    }

    /** What is derived follows from the rest, and would mark things as changed of which nothing new is said. */
    private String content(Block block, List<Node> mentions) {
        ContentDigest content = new ContentDigest();
        Stream.of(block.out(), block.in(), paraphrases(mentions))
                .flatMap(statements -> statements)
                .filter(triple -> !Wg.DERIVED.contains(triple.getPredicate()))
                .forEach(content::add);
        return content.value();
    }

    private Stream<Triple> paraphrases(List<Node> mentions) {
        return mentions.stream().flatMap(passage -> graph.stream(passage, Wg.PARAPHRASE, Node.ANY));
    }
}
