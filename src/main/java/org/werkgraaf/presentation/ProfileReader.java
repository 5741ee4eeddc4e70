package org.werkgraaf.presentation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.werkgraaf.presentation.Profile.Chapter;

/** Reads what is shown of one class. */
record ProfileReader(ShowGraph shown) {
    /** The profile of a class. */
    Profile read(Node type) {
        shown.known(type);
        Map<String, String> singular = new TreeMap<>(shown.texts(type, RDFS.label.asNode()));
        singular.putAll(shown.texts(type, Show.SINGULAR));
        return new Profile(
                type,
                singular,
                shown.texts(type, Show.PLURAL),
                shown.text(type, Show.WEIGHT).map(Float::parseFloat).orElse(1f),
                shown.number(type, Show.ORDER).orElse(0),
                shown.paths(type, Show.BRIEF),
                shown.text(type, Show.CHAPTERS)
                        .orElse("")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(this::chapter)
                        .toList(),
                card(type),
                shown.is(type, Show.SAID),
                Set.copyOf(shown.paths(type, Show.ELSEWHERE)),
                shown.text(type, Show.FACET).map(ShowGraph::facet).orElse(null),
                shown.is(type, Show.ANCHOR),
                words(type),
                shown.flag(type, Show.INDEXED),
                shown.flag(type, Show.LISTED),
                shown.is(type, Show.TEXT),
                shown.is(type, Show.HISTORY_FIRST),
                shown.text(type, Show.CHECKED_AS).map(ProfileReader::asked).orElse(null),
                shown.is(type, Show.RULE),
                shown.text(type, Show.SCHEMA_TYPE).orElse(null),
                shown.is(type, Show.WHO_ASKS));
    }

    private static String asked(String text) {
        if (!text.matches("[a-z][A-Za-z]*=([a-z-]+/)?\\{0}")) {
            throw new PresentationException(
                    text,
                    "The check cannot be asked '" + text
                            + "'; write a parameter of the check and {0} for the thing, such as technique={0}.");
        }
        return text;
    }

    private Chapter chapter(String line) {
        String[] parts = line.split("\\s+", 2);
        if (!shown.graph().contains(Show.term(Show.CHAPTER + parts[0]), RDFS.label.asNode(), Node.ANY)) {
            throw new PresentationException(
                    parts[0],
                    "The chapter '" + parts[0] + "' has no heading; give show:" + Show.CHAPTER + parts[0]
                            + " an rdfs:label in each language.");
        }
        return new Chapter(parts[0], parts.length < 2 ? List.of() : shown.paths(parts[1]));
    }

    private List<List<Node>> card(Node type) {
        return shown.text(type, Show.CARD)
                .orElse("")
                .lines()
                .map(shown::paths)
                .filter(line -> !line.isEmpty())
                .map(line -> line.stream().map(ProfileReader::own).toList())
                .toList();
    }

    private static Node own(Path path) {
        if (path.inverse()) {
            throw new PresentationException(
                    "show:card",
                    "A card shows what is said of the thing itself; leave ^ out before "
                            + path.property().getLocalName() + " in show:card.");
        }
        return path.property();
    }

    private Set<String> words(Node type) {
        return shown.objects(type, Show.ASKED_BY)
                .flatMap(words ->
                        Arrays.stream(words.getLiteralLexicalForm().strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
