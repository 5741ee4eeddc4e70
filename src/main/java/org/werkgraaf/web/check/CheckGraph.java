package org.werkgraaf.web.check;

import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Puts an answer into triples: the check at its address, with an outcome for each norm and a reason for each criterion told. */
final class CheckGraph {
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final CheckAnswer answer;
    private final String address;

    private CheckGraph(CheckAnswer answer, String address) {
        this.answer = answer;
        this.address = address;
    }

    /** @param address where the answer is; what is in it is named by fragments of that */
    static Graph of(CheckAnswer answer, String address) {
        return new CheckGraph(answer, address).make();
    }

    private Graph make() {
        Node check = NodeFactory.createURI(address);
        graph.getPrefixMapping()
                .setNsPrefix("wg", Wg.NS)
                .setNsPrefix("id", ThingId.THINGS)
                .setNsPrefix("check", address + "#")
                .setNsPrefix("skos", SKOS.getURI())
                .setNsPrefix("dcterms", DCTerms.getURI())
                .setNsPrefix("xsd", XSDDatatype.XSD + "#");
        add(check, RDF.type.asNode(), Wg.CHECKED_SITUATION);
        literal(check, Wg.CHECK_DAY, answer.on(), XSDDatatype.XSDdate);
        add(check, DCTerms.isVersionOf.asNode(), NodeFactory.createURI(ThingId.BASE + "release/" + answer.release()));
        answer.given()
                .forEach((parameter, values) -> values.forEach(
                        value -> literal(check, Wg.CHECK_GIVEN, parameter + "=" + value, XSDDatatype.XSDstring)));
        text(check, DCTerms.coverage.asNode(), CheckPhrases.coverage(answer));
        answer.outcomes().forEach(norm -> outcome(check, norm));
        answer.cases().forEach(one -> add(check, DCTerms.references.asNode(), thing(one.id())));
        answer.gaps().forEach(gap -> add(check, DCTerms.relation.asNode(), thing(gap.id())));
        answer.passages().forEach((id, place) -> {
            add(thing(id), Wg.IN_SOURCE, thing(place.source()));
            text(thing(id), Wg.SECTION, place.section());
            if (place.webPage() != null) {
                add(thing(id), Wg.WEB_PAGE, NodeFactory.createURI(place.webPage()));
            }
        });
        answer.sources().forEach((id, source) -> text(thing(id), SKOS.prefLabel.asNode(), source.label()));
        answer.labels().forEach((id, label) -> text(thing(id), SKOS.prefLabel.asNode(), label));
        return graph;
    }

    private void outcome(Node check, CheckAnswer.Norm norm) {
        Node outcome = NodeFactory.createURI(address + "#" + norm.norm().replace('/', '.'));
        add(check, Wg.CHECK_OUTCOME, outcome);
        add(outcome, RDF.type.asNode(), Wg.NORM_OUTCOME);
        add(outcome, Wg.CHECKED_NORM, thing(norm.norm()));
        text(thing(norm.norm()), SKOS.prefLabel.asNode(), norm.label());
        literal(outcome, Wg.CHECK_STATE, norm.state(), XSDDatatype.XSDstring);
        norm.provisions().forEach(provision -> add(outcome, Wg.LAID_DOWN_IN, thing(provision)));
        norm.missing().forEach(missing -> literal(outcome, Wg.CHECK_MISSING, missing, XSDDatatype.XSDstring));
        literal(outcome, Wg.APPLIES_FROM, norm.from(), XSDDatatype.XSDdate);
        literal(outcome, Wg.APPLIES_UNTIL, norm.until(), XSDDatatype.XSDdate);
        int number = 0;
        for (CheckAnswer.Reason reason : norm.reasons()) {
            reason(outcome, ++number, reason);
        }
        Optional.ofNullable(norm.exceptions())
                .orElse(List.of())
                .forEach(exception -> add(outcome, Wg.EXCEPTION, thing(exception.exception())));
    }

    private void reason(Node outcome, int number, CheckAnswer.Reason said) {
        Node reason = NodeFactory.createURI(outcome.getURI() + "." + number);
        add(outcome, Wg.CHECK_REASON, reason);
        add(reason, RDF.type.asNode(), Wg.CRITERION_REASON);
        literal(reason, Wg.CRITERION, said.criterion(), XSDDatatype.XSDstring);
        text(reason, Wg.CRITERION_ASKED, said.asked());
        text(reason, Wg.CRITERION_GIVEN, said.given());
        text(reason, Wg.CRITERION_BECAUSE, said.because());
        if (said.holds() != null) {
            literal(reason, Wg.CRITERION_HOLDS, said.holds().toString(), XSDDatatype.XSDboolean);
        }
        if (said.passage() != null) {
            add(reason, Wg.HAS_PASSAGE, thing(said.passage()));
        }
        if (said.verification() != null) {
            add(reason, Wg.VERIFICATION, thing("verification/" + said.verification()));
        }
    }

    private void add(Node subject, Node predicate, Node object) {
        graph.add(subject, predicate, object);
    }

    private void text(Node subject, Node predicate, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            add(subject, predicate, NodeFactory.createLiteralLang(text, answer.lang()));
        }
    }

    private void literal(Node subject, Node predicate, @Nullable String value, RDFDatatype type) {
        if (value != null) {
            add(subject, predicate, NodeFactory.createLiteralDT(value, type));
        }
    }

    private static Node thing(String id) {
        return NodeFactory.createURI(ThingId.THINGS + id);
    }
}
