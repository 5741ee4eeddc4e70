package org.werkgraaf.web.stream;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.stream.ChangeStream;
import org.werkgraaf.stream.StreamMember;
import org.werkgraaf.stream.StreamStep;

/**
 * The stream in RDF: a first page that leads to all others by time, and pages with members. A member is a thing as it was from some
 * moment on, with all that was said of it.
 */
final class StreamGraph {
    private final String base;
    private final String segment;
    private final int pageSize;
    private final Graph graph = GraphFactory.createDefaultGraph();
    private int relations;

    /**
     * @param base address of the service
     * @param segment of the class that the stream is of; empty for all
     * @param pageSize how many members a page has; it stands in the address of a page, so that what an address gives never changes
     */
    StreamGraph(String base, String segment, int pageSize) {
        this.pageSize = pageSize;
        this.base = base;
        this.segment = segment;
        graph.getPrefixMapping()
                .setNsPrefix("ldes", StreamVocabulary.LDES)
                .setNsPrefix("tree", StreamVocabulary.TREE)
                .setNsPrefix("as", StreamVocabulary.AS)
                .setNsPrefix("prov", StreamVocabulary.PROV)
                .setNsPrefix("dcterms", DCTerms.NS)
                .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    /** The first page: what the stream is, and where its pages are. */
    Graph root(ChangeStream stream) {
        Node root = NodeFactory.createURI(address(""));
        Node self = stream();
        add(self, RDF.type.asNode(), StreamVocabulary.EVENT_STREAM);
        add(self, StreamVocabulary.VIEW, root);
        add(self, StreamVocabulary.TIMESTAMP_PATH, StreamVocabulary.GENERATED_AT);
        add(self, StreamVocabulary.VERSION_OF_PATH, DCTerms.isVersionOf.asNode());
        add(self, StreamVocabulary.VERSION_CREATE_PATH, RDF.type.asNode());
        add(self, StreamVocabulary.VERSION_CREATE_OBJECT, StreamVocabulary.CREATE);
        add(self, StreamVocabulary.VERSION_UPDATE_PATH, RDF.type.asNode());
        add(self, StreamVocabulary.VERSION_UPDATE_OBJECT, StreamVocabulary.UPDATE);
        add(self, StreamVocabulary.VERSION_DELETE_PATH, RDF.type.asNode());
        add(self, StreamVocabulary.VERSION_DELETE_OBJECT, StreamVocabulary.DELETE);
        add(root, RDF.type.asNode(), StreamVocabulary.NODE);
        Node policy = NodeFactory.createURI(address("") + "#kept");
        add(root, StreamVocabulary.RETENTION_POLICY, policy);
        add(policy, StreamVocabulary.VERSION_AMOUNT, NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger));
        for (int page = 1; page <= pages(stream.base(segment), pageSize); page++) {
            lead(root, page("base", page), "", stream.since());
        }
        for (StreamStep step : stream.steps()) {
            for (int page = 1; page <= pages(step.things(segment), pageSize); page++) {
                lead(root, page(step.name(), page), step.publishedAt(), step.publishedAt());
            }
        }
        return graph;
    }

    static int pages(int members, int pageSize) {
        return (members + pageSize - 1) / pageSize;
    }

    /** A page with members, oldest first as they are given. */
    Graph page(String name, int number, List<StreamMember> members, boolean immutable) {
        Node page = NodeFactory.createURI(page(name, number));
        add(page, RDF.type.asNode(), StreamVocabulary.NODE);
        if (immutable) {
            add(page, StreamVocabulary.IMMUTABLE, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
        }
        members.forEach(this::add);
        return graph;
    }

    private void add(StreamMember member) {
        Node version = NodeFactory.createURI(member.versionIri());
        add(stream(), StreamVocabulary.MEMBER, version);
        Graph said = GraphFactory.createDefaultGraph();
        RDFParser.fromString(String.join("\n", member.statements()), Lang.NTRIPLES)
                .parse(said);
        said.stream().forEach(triple -> add(version, triple.getPredicate(), triple.getObject()));
        add(version, DCTerms.isVersionOf.asNode(), NodeFactory.createURI(member.iri()));
        add(version, StreamVocabulary.GENERATED_AT, time(member.time()));
        add(
                version,
                RDF.type.asNode(),
                switch (member.kind()) {
                    case CREATED -> StreamVocabulary.CREATE;
                    case CHANGED -> StreamVocabulary.UPDATE;
                    case REMOVED -> StreamVocabulary.DELETE;
                });
    }

    private void lead(Node root, String page, String from, String until) {
        if (!from.isEmpty()) {
            relation(root, page, StreamVocabulary.FROM, from);
        }
        relation(root, page, StreamVocabulary.UNTIL, until);
    }

    private void relation(Node root, String page, Node kind, String value) {
        relations++;
        Node relation = NodeFactory.createURI(address("") + "#relation-" + relations);
        add(root, StreamVocabulary.RELATION, relation);
        add(relation, RDF.type.asNode(), kind);
        add(relation, StreamVocabulary.TO, NodeFactory.createURI(page));
        add(relation, StreamVocabulary.PATH, StreamVocabulary.GENERATED_AT);
        add(relation, StreamVocabulary.VALUE, time(value));
    }

    private static Node time(String value) {
        return NodeFactory.createLiteralDT(value, XSDDatatype.XSDdateTime);
    }

    private Node stream() {
        return NodeFactory.createURI(address("") + "#stream");
    }

    private String page(String name, int number) {
        String address = address("/" + name);
        return address + (address.contains("?") ? "&" : "?") + "page=" + number + "&size=" + pageSize;
    }

    private String address(String path) {
        return base + "/stream" + path + (segment.isEmpty() ? "" : "?type=" + segment);
    }

    private void add(Node subject, Node property, Node value) {
        graph.add(Triple.create(subject, property, value));
    }
}
