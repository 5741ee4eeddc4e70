package org.werkgraaf.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.werkgraaf.vocabulary.ThingId;

/** The types of parameters; the name of a variable ends with one, as in {@code ?_technique_iri}. */
public enum ParameterType {
    /** A thing of the graph. */
    IRI("an id such as technique/keylogging, or its IRI") {
        @Override
        public Optional<Node> node(String text) {
            Optional<Node> thing = ThingId.parse(text).map(ThingId::node);
            return thing.isPresent() || !IRI_FORM.matcher(text).matches()
                    ? thing
                    : Optional.of(NodeFactory.createURI(text));
        }
    },
    /** Plain text; also that of a variable without a type. */
    STRING("text") {
        @Override
        public Optional<Node> node(String text) {
            return Optional.of(NodeFactory.createLiteralString(text));
        }
    },
    /** A day. */
    DATE("a date such as 2026-12-02") {
        @Override
        public Optional<Node> node(String text) {
            try {
                return Optional.of(
                        NodeFactory.createLiteralDT(LocalDate.parse(text).toString(), XSDDatatype.XSDdate));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    },
    /** A whole number. */
    INTEGER("a whole number from 0 to 999999999") {
        @Override
        public Optional<Node> node(String text) {
            return WHOLE.matcher(text).matches()
                    ? Optional.of(NodeFactory.createLiteralDT(
                            Integer.toString(Integer.parseInt(text)), XSDDatatype.XSDinteger))
                    : Optional.empty();
        }
    };

    private static final Pattern IRI_FORM = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`]{1,300}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final String allowed;

    ParameterType(String allowed) {
        this.allowed = allowed;
    }

    /** The term that a caller's text stands for; empty when it is not of this type. */
    public abstract Optional<Node> node(String text);

    /** What is allowed, to follow "it takes". */
    public String allowed() {
        return allowed;
    }

    /** The type as the name of a variable ends with it. */
    static Optional<ParameterType> of(String suffix) {
        return Arrays.stream(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(suffix))
                .findFirst();
    }
}
