package org.werkgraaf.edit;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.werkgraaf.edit.EntryProblem.Reason;
import org.werkgraaf.vocabulary.ThingId;

/** Makes values of what is typed, as the files write them. */
final class EntryValues {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    private EntryValues() {}

    /** What was typed is no value of the field. */
    static final class NoValue extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        NoValue(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /**
     * The value that a text stands for.
     *
     * @param lang the language of texts; empty for other values
     */
    static Node of(EntryField field, String lang, String text, NamedThings things) throws NoValue {
        return switch (field.kind()) {
            case TEXTS -> NodeFactory.createLiteralLang(text, lang);
            case TEXT -> typed(field, text);
            case DATE -> date(text, field.datatypes());
            case NUMBER -> number(text, field.datatypes());
            case WORD -> word(text, field.words());
            case THING -> thing(field, text, things);
            case ADDRESS -> address(text);
        };
    }

    private static Node typed(EntryField field, String text) {
        return field.datatypes().contains(type(XSDDatatype.XSDanyURI))
                ? NodeFactory.createLiteralDT(text, XSDDatatype.XSDanyURI)
                : field.datatypes().contains(type(XSDDatatype.XSDboolean))
                        ? NodeFactory.createLiteralDT(text, XSDDatatype.XSDboolean)
                        : NodeFactory.createLiteralString(text);
    }

    private static Node type(XSDDatatype type) {
        return NodeFactory.createURI(type.getURI());
    }

    private static Node date(String text, Set<Node> types) throws NoValue {
        try {
            if (YEAR.matcher(text).matches() && types.contains(type(XSDDatatype.XSDgYear))) {
                return NodeFactory.createLiteralDT(text, XSDDatatype.XSDgYear);
            }
            if (MONTH.matcher(text).matches() && types.contains(type(XSDDatatype.XSDgYearMonth))) {
                return NodeFactory.createLiteralDT(YearMonth.parse(text).toString(), XSDDatatype.XSDgYearMonth);
            }
            if (types.contains(type(XSDDatatype.XSDdate))) {
                return NodeFactory.createLiteralDT(LocalDate.parse(text).toString(), XSDDatatype.XSDdate);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new NoValue(Reason.NO_DATE);
    }

    private static Node number(String text, Set<Node> types) throws NoValue {
        if (types.contains(type(XSDDatatype.XSDdecimal)) && NUMBER.matcher(text).matches()) {
            return NodeFactory.createLiteralDT(
                    text.contains(".") ? text : new BigDecimal(text).setScale(1).toPlainString(),
                    XSDDatatype.XSDdecimal);
        }
        if (types.contains(type(XSDDatatype.XSDinteger)) && WHOLE.matcher(text).matches()) {
            return NodeFactory.createLiteralDT(text, XSDDatatype.XSDinteger);
        }
        throw new NoValue(Reason.NO_NUMBER);
    }

    private static Node word(String text, List<String> words) throws NoValue {
        if (!words.contains(text)) {
            throw new NoValue(Reason.NO_WORD);
        }
        return NodeFactory.createLiteralString(text);
    }

    private static Node thing(EntryField field, String text, NamedThings things) throws NoValue {
        List<ThingId> named = things.named(field, text);
        if (named.size() != 1) {
            throw new NoValue(named.isEmpty() ? Reason.NO_THING : Reason.SEVERAL_THINGS);
        }
        return named.get(0).node();
    }

    private static Node address(String text) throws NoValue {
        try {
            URI address = new URI(text);
            if (address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return NodeFactory.createURI(address.toASCIIString());
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new NoValue(Reason.NO_ADDRESS);
    }
}
