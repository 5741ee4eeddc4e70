package org.werkgraaf.change;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** Reads and writes change sets as <a href="https://afs.github.io/rdf-patch/">RDF Patch</a>; who, when and why stand in its header. */
public final class ChangeFormat {
    /** What a file of a change ends in. */
    public static final String ENDING = ".rdfp";

    private static final String ID = "id";
    private static final String AUTHOR = "author";
    private static final String APPROVER = "approver";
    private static final String TIME = "time";
    private static final String REASON = "reason";
    private static final String ANSWERS = "answers";
    private static final String REVERTS = "reverts";
    private static final String CHANGES = "urn:werkgraaf:change:";

    private ChangeFormat() {}

    /**
     * Reads a change.
     *
     * @throws ChangeException when it is not RDF Patch, changes nothing, or says something that files cannot hold
     */
    public static ChangeSet read(String text) {
        Collected rows = new Collected();
        RDFPatch patch;
        try {
            patch = RDFPatchOps.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    ErrorHandlerFactory.errorHandlerExceptions());
            patch.apply(rows);
        } catch (RiotException e) {
            throw ChangeException.malformed(
                    "The change is not RDF Patch: " + e.getMessage()
                            + " Write a line for each statement, D to remove and A to add, with whole IRIs and a dot behind it.");
        }
        if (rows.aborted) {
            throw ChangeException.malformed("The change ends with TA, which takes all of it back. End it with TC.");
        }
        if (rows.removed.isEmpty() && rows.added.isEmpty()) {
            throw ChangeException.malformed(
                    "The change has no statement. Write D or A, subject, property, value and, for what stands in braces, the"
                            + " passage.");
        }
        Stream.concat(rows.removed.stream(), rows.added.stream()).forEach(ChangeFormat::require);
        rows.removed.stream().filter(rows.added::contains).findFirst().ifPresent(both -> {
            throw ChangeException.malformed("A statement is both removed and added: " + line(both) + ". Leave it out.");
        });
        if (rows.open) {
            throw ChangeException.malformed(
                    "The change begins with TX and has no TC behind its last statement, so it may have been cut off. Send all of it,"
                            + " with TC at the end.");
        }
        String id = header(patch, ID);
        return new ChangeSet(
                id.startsWith(CHANGES) ? id.substring(CHANGES.length()) : "",
                header(patch, AUTHOR),
                header(patch, APPROVER),
                time(header(patch, TIME)),
                header(patch, REASON),
                header(patch, ANSWERS),
                header(patch, REVERTS),
                List.copyOf(rows.removed),
                List.copyOf(rows.added));
    }

    /** Writes a change; the same for the same change. */
    public static String write(ChangeSet change) {
        StringBuilder text = new StringBuilder();
        if (!change.id().isEmpty()) {
            header(text, ID, NodeFactory.createURI(CHANGES + change.id()));
        }
        header(text, AUTHOR, NodeFactory.createLiteralString(change.author()));
        if (!change.approver().isEmpty()) {
            header(text, APPROVER, NodeFactory.createLiteralString(change.approver()));
        }
        if (!change.time().equals(Instant.EPOCH)) {
            header(text, TIME, NodeFactory.createLiteralDT(change.time().toString(), XSDDatatype.XSDdateTime));
        }
        header(text, REASON, NodeFactory.createLiteralString(change.reason()));
        if (!change.answers().isEmpty()) {
            header(text, ANSWERS, NodeFactory.createLiteralString(change.answers()));
        }
        if (!change.reverts().isEmpty()) {
            header(text, REVERTS, NodeFactory.createLiteralString(change.reverts()));
        }
        text.append("TX .\n");
        change.removed().stream()
                .map(ChangeFormat::line)
                .sorted()
                .forEach(row -> text.append("D ").append(row).append(" .\n"));
        change.added().stream()
                .map(ChangeFormat::line)
                .sorted()
                .forEach(row -> text.append("A ").append(row).append(" .\n"));
        return text.append("TC .\n").toString();
    }

    private static void header(StringBuilder text, String name, Node value) {
        text.append("H ")
                .append(name)
                .append(' ')
                .append(NodeFmtLib.strNT(value))
                .append(" .\n");
    }

    private static String header(RDFPatch patch, String name) {
        Node value = patch.getHeader(name);
        return value == null ? "" : value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }

    private static Instant time(String written) {
        try {
            return written.isEmpty() ? Instant.EPOCH : Instant.parse(written);
        } catch (DateTimeException e) {
            throw ChangeException.malformed("The time '" + written
                    + "' of the change is none. Leave it out: it is given when" + " the change is applied.");
        }
    }

    private static void require(Quad quad) {
        if (!quad.getSubject().isURI()
                || !quad.getPredicate().isURI()
                || !quad.getGraph().isURI()
                || !(quad.getObject().isURI() || quad.getObject().isLiteral())) {
            throw ChangeException.malformed(
                    "A statement has a thing without an IRI: " + line(quad) + ". Give each thing an IRI of its own.");
        }
    }

    /** A statement in a line, with the passage in whose braces it stands. */
    static String line(Quad quad) {
        String triple = NodeFmtLib.strNT(quad.getSubject())
                + ' '
                + NodeFmtLib.strNT(quad.getPredicate())
                + ' '
                + NodeFmtLib.strNT(quad.getObject());
        return isOutside(quad) ? triple : triple + ' ' + NodeFmtLib.strNT(quad.getGraph());
    }

    private static boolean isOutside(Quad quad) {
        return quad.getGraph().equals(Quad.defaultGraphNodeGenerated);
    }

    /** The rows of a patch, each once, in order. */
    private static final class Collected extends RDFChangesBase {
        private final Set<Quad> removed = new LinkedHashSet<>();
        private final Set<Quad> added = new LinkedHashSet<>();
        private boolean aborted;
        private boolean open;

        @Override
        public void txnBegin() {
            open = true;
        }

        @Override
        public void txnCommit() {
            open = false;
        }

        @Override
        public void add(@Nullable Node graph, Node subject, Node property, Node value) {
            added.add(quad(graph, subject, property, value));
        }

        @Override
        public void delete(@Nullable Node graph, Node subject, Node property, Node value) {
            removed.add(quad(graph, subject, property, value));
        }

        @Override
        public void txnAbort() {
            aborted = true;
        }

        private static Quad quad(@Nullable Node graph, Node subject, Node property, Node value) {
            boolean outside = graph == null || Quad.isDefaultGraph(graph);
            return new Quad(outside ? Quad.defaultGraphNodeGenerated : graph, subject, property, value);
        }
    }
}
