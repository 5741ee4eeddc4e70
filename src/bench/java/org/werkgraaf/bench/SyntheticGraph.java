package org.werkgraaf.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * Invented cases in the terms of the ontology, the same for the same size. They link to the packaged techniques, provisions,
 * authorities and so on, a few of which get most of the links, and to invented companies; their texts are made of the packaged
 * words in their natural proportion.
 */
final class SyntheticGraph {
    private static final long SEED = 20261122;
    private static final int SOURCES = 40;
    private static final Node DEFENDANT = NodeFactory.createURI(Wg.NS + "defendant");
    private static final Node CONCERNS = NodeFactory.createURI(Wg.NS + "concerns");
    private static final Node BREACHED = NodeFactory.createURI(Wg.NS + "breached");
    private static final Node ECLI = NodeFactory.createURI(Wg.NS + "ecli");

    private final int cases;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, Zipf<String>> words = new TreeMap<>();
    private final List<String> names;
    private final Zipf<Integer> organisations;
    private final Zipf<Node> techniques;
    private final Zipf<Node> dataCategories;
    private final Zipf<Node> risks;
    private final Zipf<Node> provisions;
    private final Zipf<Node> authorities;
    private final Zipf<Node> jurisdictions;
    private final Zipf<Node> outcomes;
    private final Zipf<Node> statuses;
    private final Zipf<Node> verifications;
    private final Zipf<Integer> registers;

    SyntheticGraph(Packaged packaged, int cases) {
        this.cases = cases;
        int companies = companies(cases);
        Languages.ALL.forEach(lang -> words.put(lang, new Zipf<>(packaged.words(lang), 0.9)));
        this.names = companyNames(cases);
        this.organisations = new Zipf<>(numbers(companies), 0.8);
        this.techniques = new Zipf<>(packaged.things(Wg.TECHNIQUE), 1);
        this.dataCategories = new Zipf<>(packaged.things(Wg.DATA_CATEGORY), 1);
        this.risks = new Zipf<>(packaged.things(Wg.RISK), 1);
        this.provisions = new Zipf<>(packaged.things(Wg.PROVISION), 1);
        this.authorities = new Zipf<>(packaged.things(Wg.AUTHORITY), 1);
        this.jurisdictions = new Zipf<>(packaged.things(Wg.JURISDICTION), 1);
        this.outcomes = new Zipf<>(packaged.concepts("outcome"), 1);
        this.statuses = new Zipf<>(packaged.concepts("case-status"), 1);
        this.verifications = new Zipf<>(List.of(concept("secondary"), concept("recalled")), 2);
        this.registers = new Zipf<>(numbers(SOURCES), 1);
    }

    /** Names of the companies in a graph of that size, those with the most cases first. */
    static List<String> companyNames(int cases) {
        return Names.make(companies(cases), SEED);
    }

    private static int companies(int cases) {
        return Math.max(100, cases / 20);
    }

    /** Hands over each triple with the graph in which it stands. */
    void write(BiConsumer<Node, Triple> sink) {
        for (int i = 0; i < SOURCES; i++) {
            source(i, sink);
        }
        for (int i = 0; i < names.size(); i++) {
            organisation(i, sink);
        }
        for (int i = 0; i < cases; i++) {
            oneCase(i, sink);
        }
    }

    private void source(int number, BiConsumer<Node, Triple> sink) {
        Things source = new Things(Graphs.SOURCES, thing("source", "register-" + number), sink);
        source.add(RDF.type.asNode(), Wg.SOURCE);
        source.add(DCTerms.title.asNode(), NodeFactory.createLiteralString("Register " + number));
        Languages.ALL.forEach(lang -> source.add(SKOS.prefLabel.asNode(), text("Register " + number, lang)));
        source.add(Wg.VERIFICATION, concept("secondary"));
    }

    private void organisation(int number, BiConsumer<Node, Triple> sink) {
        Things organisation = new Things(Graphs.ENTITIES, thing("organisation", "company-" + number), sink);
        organisation.add(RDF.type.asNode(), Wg.ORGANISATION);
        String name = name(number);
        Languages.ALL.forEach(lang -> organisation.add(SKOS.prefLabel.asNode(), text(name, lang)));
        organisation.add(Wg.HAS_JURISDICTION, jurisdictions.draw(random));
    }

    private void oneCase(int number, BiConsumer<Node, Triple> sink) {
        int register = registers.draw(random);
        Node source = thing("source", "register-" + register);
        Things one = new Things(Graphs.ofSource(source), thing("case", "synthetic-" + number), sink);
        int company = organisations.draw(random);
        LocalDate day = LocalDate.of(2026, 11, 1).minusDays((long) (9000 * Math.pow(random.nextDouble(), 2)));
        one.add(RDF.type.asNode(), Wg.CASE);
        for (String lang : Languages.ALL) {
            one.add(
                    SKOS.prefLabel.asNode(),
                    text(name(company) + " " + words(lang, 3) + " (" + day.getYear() + ")", lang));
            if (!lang.equals("fr") || random.nextInt(10) < 3) {
                one.add(SKOS.definition.asNode(), text(words(lang, 12 + random.nextInt(10)) + ".", lang));
            }
        }
        one.add(Wg.HAS_JURISDICTION, jurisdictions.draw(random));
        one.add(Wg.DECIDED_BY, authorities.draw(random));
        Node decided = NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
        one.add(Wg.DECIDED_ON, decided);
        Things dates = new Things(Graphs.DATES, one.thing(), sink);
        dates.add(Wg.DATED_BY, one.thing());
        dates.add(Wg.HOLDS_FROM, decided);
        one.add(Wg.OUTCOME, outcomes.draw(random));
        one.add(Wg.CASE_STATUS, statuses.draw(random));
        one.add(Wg.VERIFICATION, verifications.draw(random));
        one.add(DEFENDANT, thing("organisation", "company-" + company));
        if (random.nextInt(10) < 6) {
            one.add(ECLI, NodeFactory.createLiteralString("ECLI:XX:SYN:" + day.getYear() + ":" + number));
        }
        if (random.nextInt(10) < 4) {
            long amount = (long) Math.exp(6 + 12 * random.nextDouble());
            one.add(Wg.AMOUNT_IMPOSED, NodeFactory.createLiteralDT(amount + ".0", XSDDatatype.XSDdecimal));
            one.add(Wg.CURRENCY, NodeFactory.createLiteralString("EUR"));
        }
        one.addSome(CONCERNS, techniques, 1 + random.nextInt(3), random);
        one.addSome(CONCERNS, dataCategories, random.nextInt(3), random);
        one.addSome(CONCERNS, risks, random.nextInt(2), random);
        one.addSome(BREACHED, provisions, 1 + random.nextInt(2), random);
        passage(number, register, source, one, sink);
    }

    private void passage(int number, int register, Node source, Things about, BiConsumer<Node, Triple> sink) {
        Things passage = new Things(about.graph(), thing("passage", "register-" + register + "-p" + number), sink);
        passage.add(RDF.type.asNode(), Wg.PASSAGE);
        passage.add(Wg.IN_SOURCE, source);
        passage.add(Wg.PARAPHRASE, text(words("en", 14) + ".", "en"));
        passage.add(Wg.MENTIONS, about.thing());
    }

    private String words(String lang, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(words.get(lang).draw(random));
        }
        return text.toString();
    }

    /** The name of a company, such as {@code Brakeen 17}. */
    private String name(int company) {
        String name = names.get(company);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " " + company;
    }

    private static Node thing(String segment, String slug) {
        return new ThingId(segment, slug).node();
    }

    private static Node concept(String verification) {
        return thing("verification", verification);
    }

    private static Node text(String text, String lang) {
        return NodeFactory.createLiteralLang(text, lang);
    }

    private static List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /** Adds statements about one thing in one graph. */
    private record Things(Node graph, Node thing, BiConsumer<Node, Triple> sink) {
        void add(Node property, Node value) {
            sink.accept(graph, Triple.create(thing, property, value));
        }

        void addSome(Node property, Zipf<Node> values, int count, SplittableRandom random) {
            for (int i = 0; i < count; i++) {
                add(property, values.draw(random));
            }
        }
    }
}
