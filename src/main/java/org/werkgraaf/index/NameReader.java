package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.vocabulary.Wg;

/** Reads the names and definitions of a thing. */
final class NameReader {
    private NameReader() {}

    /** The preferred name by language. */
    static Map<String, String> labels(Block block) {
        return first(texts(block, SKOS.prefLabel.asNode()));
    }

    /** Other names by language, the short ones last. */
    static Map<String, List<String>> others(Block block) {
        Map<String, List<String>> names = texts(block, SKOS.altLabel.asNode());
        texts(block, Wg.SHORT_NAME)
                .forEach((lang, shorts) ->
                        names.computeIfAbsent(lang, l -> new ArrayList<>()).addAll(shorts));
        return names;
    }

    /** Names by language under which it is found, and which nobody is shown. */
    static Map<String, List<String>> hidden(Block block) {
        return texts(block, SKOS.hiddenLabel.asNode());
    }

    /** The phrases by language in which people ask for it. */
    static Map<String, List<String>> phrases(Block block) {
        return texts(block, Wg.ASKED_AS);
    }

    /** The definition by language. */
    static Map<String, String> definitions(Block block) {
        return first(texts(block, SKOS.definition.asNode()));
    }

    /** All names, in no order. */
    static Stream<String> all(Block block) {
        return Stream.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), SKOS.hiddenLabel.asNode(), Wg.SHORT_NAME)
                .flatMap(block::objects)
                .map(Node::getLiteralLexicalForm);
    }

    /** The texts of a property by language, each list sorted. */
    static Map<String, List<String>> texts(Block block, Node property) {
        Map<String, List<String>> texts = new TreeMap<>();
        block.objects(property)
                .filter(Node::isLiteral)
                .forEach(value -> texts.computeIfAbsent(value.getLiteralLanguage(), lang -> new ArrayList<>())
                        .add(value.getLiteralLexicalForm()));
        texts.values().forEach(Collections::sort);
        return texts;
    }

    private static Map<String, String> first(Map<String, List<String>> texts) {
        Map<String, String> first = new TreeMap<>();
        texts.forEach((lang, values) -> first.put(lang, values.get(0)));
        return first;
    }
}
