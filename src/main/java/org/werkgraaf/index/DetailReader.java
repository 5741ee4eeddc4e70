package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads what a card in a list shows of a thing besides its names, from the statements that the editors accept. */
final class DetailReader {
    private static final List<Node> SHOWN = List.of(
            Wg.DECIDED_BY,
            Wg.OUTCOME,
            Wg.AMOUNT_IMPOSED,
            Wg.AMOUNT_IN_FORCE,
            Wg.CURRENCY,
            Wg.CASE_STATUS,
            Wg.NUMBER,
            Wg.PART_OF,
            Wg.BINDINGNESS,
            Wg.CREATES,
            Wg.TAKES,
            Wg.POSES,
            Wg.VALUE,
            Wg.UNIT,
            Wg.YEAR,
            Wg.ISSUED_BY,
            Wg.ADDRESSEE);

    private static final List<Node> FILED_UNDER = List.of(
            Wg.DECIDED_ON, Wg.APPLIES_FROM, Wg.IN_FORCE_FROM, Wg.OCCURRED, Wg.PUBLISHED_ON, DCTerms.date.asNode());

    private final Assessments assessments;

    DetailReader(Assessments assessments) {
        this.assessments = assessments;
    }

    /** Short facts by the local name of the property; texts with an at sign and their language behind it. */
    Map<String, List<String>> details(Block block) {
        Map<String, List<String>> details = new TreeMap<>();
        for (Node property : SHOWN) {
            List<String> values = accepted(block, property)
                    .map(DetailReader::shown)
                    .distinct()
                    .collect(Collectors.toCollection(ArrayList::new));
            if (!values.isEmpty()) {
                details.put(property.getLocalName(), values);
            }
        }
        accepted(block, Wg.SURVEY)
                .filter(Node::isLiteral)
                .forEach(
                        name -> details.computeIfAbsent("survey@" + name.getLiteralLanguage(), key -> new ArrayList<>())
                                .add(name.getLiteralLexicalForm()));
        details.values().forEach(values -> values.sort(null));
        return details;
    }

    /** The date that it is filed under as the graph has it: a day, or only a month or year. */
    Optional<String> date(Block block) {
        return FILED_UNDER.stream()
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

    private static String shown(Node value) {
        return value.isLiteral()
                ? value.getLiteralLexicalForm()
                : ThingId.find(value).map(ThingId::toString).orElse(value.toString());
    }
}
