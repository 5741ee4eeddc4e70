package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.vocabulary.ThingId;

/** Reads what a card in a list shows of a thing besides its names, from the statements that the editors accept. */
final class DetailReader {
    private final Assessments assessments;
    private final List<Node> shown;
    private final List<Node> filedUnder;

    DetailReader(Assessments assessments, Presentation presentation) {
        this.assessments = assessments;
        this.shown = presentation.inCard();
        this.filedUnder = presentation.pages().filedUnder();
    }

    /** Short facts by the local name of the property; texts with an at sign and their language behind it. */
    Map<String, List<String>> details(Block block) {
        Map<String, List<String>> details = new TreeMap<>();
        for (Node property : shown) {
            accepted(block, property)
                    .distinct()
                    .forEach(value -> details.computeIfAbsent(key(property, value), key -> new ArrayList<>())
                            .add(text(value)));
        }
        details.values().forEach(values -> values.sort(null));
        return details;
    }

    /** The date that it is filed under as the graph has it: a day, or only a month or year. */
    Optional<String> date(Block block) {
        return filedUnder.stream()
                .flatMap(property -> earliest(block, property).stream())
                .findFirst();
    }

    private Optional<String> earliest(Block block, Node property) {
        return accepted(block, property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(text -> PartialDates.parse(text).isPresent())
                .min(Comparator.comparing(text -> PartialDates.parse(text).orElseThrow()));
    }

    private Stream<Node> accepted(Block block, Node property) {
        return block.out(property).filter(assessments::accepts).map(Triple::getObject);
    }

    private static String key(Node property, Node value) {
        String lang = value.isLiteral() ? value.getLiteralLanguage() : "";
        return property.getLocalName() + (lang.isEmpty() ? "" : "@" + lang);
    }

    private static String text(Node value) {
        return value.isLiteral()
                ? value.getLiteralLexicalForm()
                : ThingId.find(value).map(ThingId::toString).orElse(value.toString());
    }
}
