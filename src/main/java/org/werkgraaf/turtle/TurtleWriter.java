package org.werkgraaf.turtle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.atlas.lib.EscapeStr;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.Languages;

/** Writes terms, groups and blocks as a person would who adds to a file. */
final class TurtleWriter {
    /** How far what belongs to something stands to the right of it. */
    static final String STEP = "    ";

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]*\\.[0-9]+");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final String PLAIN = "_:";
    private static final String ESCAPED = "~.-!$&'()*+,;=/?#@%";

    private final Map<String, String> prefixes;

    /** @param prefixes those that the text declares */
    TurtleWriter(Map<String, String> prefixes) {
        this.prefixes = prefixes;
    }

    /** A group, of which further lines stand to the right of its own. */
    String group(Node property, List<Node> objects, String indent, boolean onOneLine) {
        String between = onOneLine ? " , " : " ,\n" + indent + STEP;
        return verb(property)
                + ' '
                + String.join(between, inOrder(objects).stream().map(this::term).toList());
    }

    /** Values as they are read: texts in the order of the languages, all else by its text. */
    private static List<Node> inOrder(List<Node> objects) {
        return objects.stream()
                .sorted(Comparator.comparingInt(TurtleWriter::rank).thenComparing(node -> node.toString()))
                .toList();
    }

    private static int rank(Node object) {
        int at = object.isLiteral() ? Languages.READ.indexOf(object.getLiteralLanguage()) : -1;
        return at < 0 ? Languages.READ.size() : at;
    }

    String verb(Node property) {
        return property.equals(RDF.Nodes.type) ? "a" : term(property);
    }

    /**
     * A term.
     *
     * @throws TurtleException when it has no IRI
     */
    String term(Node node) {
        if (node.isURI()) {
            return iri(node.getURI());
        }
        if (!node.isLiteral()) {
            throw new TurtleException("What has no IRI cannot be written into a file: " + node);
        }
        String text = node.getLiteralLexicalForm();
        if (!node.getLiteralLanguage().isEmpty()) {
            return quoted(text) + '@' + node.getLiteralLanguage();
        }
        String type = node.getLiteralDatatypeURI();
        boolean plain = type.equals(XSDDatatype.XSDdecimal.getURI())
                        && DECIMAL.matcher(text).matches()
                || type.equals(XSDDatatype.XSDinteger.getURI())
                        && INTEGER.matcher(text).matches()
                || type.equals(XSDDatatype.XSDboolean.getURI()) && (text.equals("true") || text.equals("false"));
        if (plain) {
            return text;
        }
        return type.equals(XSDDatatype.XSDstring.getURI()) ? quoted(text) : quoted(text) + "^^" + iri(type);
    }

    private static String quoted(String text) {
        return '"' + EscapeStr.stringEsc(text) + '"';
    }

    private String iri(String iri) {
        return prefixes.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue())
                        && iri.length() > prefix.getValue().length())
                .max(Comparator.comparingInt(prefix -> prefix.getValue().length()))
                .map(prefix -> prefix.getKey()
                        + ':'
                        + local(iri.substring(prefix.getValue().length())))
                .filter(name -> name.indexOf('\u0000') < 0)
                .orElseGet(() -> '<' + escapedIri(iri) + '>');
    }

    /** The part behind the prefix; with a null character in it when there is no such name. */
    private static String local(String name) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char sign = name.charAt(i);
            boolean inside = i > 0 && i < name.length() - 1;
            if (sign < 128 && Character.isLetterOrDigit(sign)
                    || PLAIN.indexOf(sign) >= 0
                    || inside && (sign == '-' || sign == '.')
                    || i > 0 && sign == '-') {
                written.append(sign);
            } else {
                written.append(ESCAPED.indexOf(sign) >= 0 ? "\\" + sign : "\u0000");
            }
        }
        return written.toString();
    }

    private static String escapedIri(String iri) {
        StringBuilder written = new StringBuilder();
        iri.chars().forEach(sign -> {
            if (sign <= ' ' || "<>\"{}|^`\\".indexOf(sign) >= 0) {
                written.append(String.format("\\u%04X", sign));
            } else {
                written.append((char) sign);
            }
        });
        return written.toString();
    }
}
