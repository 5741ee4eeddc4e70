package org.werkgraaf.turtle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.lib.EscapeStr;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.turtle.TurtleToken.Kind;

/** Finds where in a text each statement stands. Whether the text is sound is for those to say who load it. */
final class TurtleParser {
    private final String text;
    private final List<TurtleToken> tokens;
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final List<TurtleBlock> blocks = new ArrayList<>();
    private final List<TurtleBraces> braces = new ArrayList<>();
    private int at;

    TurtleParser(String text) {
        this.text = text;
        this.tokens = TurtleTokens.of(text);
        while (peek().kind() != Kind.END) {
            statement();
        }
    }

    Map<String, String> prefixes() {
        return prefixes;
    }

    List<TurtleBlock> blocks() {
        return blocks;
    }

    List<TurtleBraces> braces() {
        return braces;
    }

    private void statement() {
        TurtleToken first = peek();
        String word = first.of(text).toLowerCase(Locale.ROOT);
        if (word.equals("prefix") || word.equals("@prefix")) {
            at++;
            String name = next().of(text);
            prefixes.put(name.substring(0, name.length() - 1), unescaped(inside(next())));
            endOfDirective(word);
        } else if (word.equals("base") || word.equals("@base")) {
            at += 2;
            endOfDirective(word);
        } else {
            int start = first.start();
            if (word.equals("graph") && first.kind() == Kind.WORD) {
                at++;
            }
            TurtleTerm term = term();
            if (peek().is(text, '{')) {
                named(start, term);
            } else {
                blocks.add(block(Quad.defaultGraphNodeGenerated, term));
            }
        }
    }

    private void endOfDirective(String word) {
        if (word.startsWith("@")) {
            at++;
        }
    }

    private void named(int start, TurtleTerm name) {
        Node graph = name.node();
        if (graph == null) {
            throw TurtleException.at(text, start, "Braces need a name that is an IRI.");
        }
        int open = next().start();
        List<TurtleBlock> inside = new ArrayList<>();
        while (!peek().is(text, '}')) {
            inside.add(block(graph, term()));
        }
        braces.add(new TurtleBraces(graph, start, open, next().end(), inside));
        blocks.addAll(inside);
    }

    private TurtleBlock block(Node graph, TurtleTerm subject) {
        List<TurtleGroup> groups = new ArrayList<>();
        int end = subject.end();
        while (!endsBlock()) {
            groups.add(group());
            end = last().end();
            while (peek().is(text, ';')) {
                end = next().end();
            }
        }
        if (peek().is(text, '.')) {
            end = next().end();
        }
        return new TurtleBlock(graph, subject, groups, subject.start(), end);
    }

    private boolean endsBlock() {
        TurtleToken next = peek();
        if (next.kind() == Kind.END) {
            throw TurtleException.at(text, next.start(), "The text ends within a statement.");
        }
        return next.is(text, '.') || next.is(text, '}');
    }

    private TurtleGroup group() {
        TurtleToken first = peek();
        TurtleTerm verb =
                first.of(text).equals("a") ? new TurtleTerm(RDF.Nodes.type, next().start(), first.end()) : term();
        List<TurtleTerm> objects = new ArrayList<>();
        objects.add(term());
        while (peek().is(text, ',')) {
            at++;
            objects.add(term());
        }
        return new TurtleGroup(verb, objects);
    }

    private TurtleTerm term() {
        TurtleToken first = next();
        int start = first.start();
        return switch (first.kind()) {
            case IRI -> new TurtleTerm(iri(first), start, first.end());
            case NAME -> new TurtleTerm(name(first), start, first.end());
            case BLANK -> new TurtleTerm(null, start, first.end());
            case STRING -> literal(first);
            case NUMBER -> new TurtleTerm(number(first.of(text)), start, first.end());
            case WORD -> new TurtleTerm(truth(first), start, first.end());
            case SIGN -> withoutName(first);
            case AT, CARETS, END -> throw unexpected(first);
        };
    }

    /** What stands in square or round brackets, as a whole. */
    private TurtleTerm withoutName(TurtleToken first) {
        if (!first.is(text, '[') && !first.is(text, '(')) {
            throw unexpected(first);
        }
        int open = 1;
        while (open > 0) {
            TurtleToken next = next();
            if (next.kind() == Kind.END) {
                throw TurtleException.at(text, first.start(), "A bracket is not closed.");
            }
            open += next.is(text, '[') || next.is(text, '(') ? 1 : 0;
            open -= next.is(text, ']') || next.is(text, ')') ? 1 : 0;
        }
        return new TurtleTerm(null, first.start(), last().end());
    }

    private TurtleTerm literal(TurtleToken string) {
        String words = lexical(string);
        if (peek().kind() == Kind.AT) {
            TurtleToken lang = next();
            return new TurtleTerm(
                    NodeFactory.createLiteralLang(words, lang.of(text).substring(1)), string.start(), lang.end());
        }
        if (peek().kind() == Kind.CARETS) {
            at++;
            TurtleTerm type = term();
            Node node = type.node();
            return new TurtleTerm(
                    node == null
                            ? null
                            : NodeFactory.createLiteralDT(
                                    words, TypeMapper.getInstance().getSafeTypeByName(node.getURI())),
                    string.start(),
                    type.end());
        }
        return new TurtleTerm(NodeFactory.createLiteralString(words), string.start(), string.end());
    }

    private static Node number(String written) {
        XSDDatatype type = written.matches(".*[eE].*")
                ? XSDDatatype.XSDdouble
                : written.indexOf('.') >= 0 ? XSDDatatype.XSDdecimal : XSDDatatype.XSDinteger;
        return NodeFactory.createLiteralDT(written, type);
    }

    private Node truth(TurtleToken word) {
        String written = word.of(text);
        if (!written.equals("true") && !written.equals("false")) {
            throw unexpected(word);
        }
        return NodeFactory.createLiteralDT(written, XSDDatatype.XSDboolean);
    }

    private @Nullable Node iri(TurtleToken token) {
        String iri = unescaped(inside(token));
        return iri.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") ? NodeFactory.createURI(iri) : null;
    }

    private Node name(TurtleToken token) {
        String written = token.of(text);
        int colon = written.indexOf(':');
        String namespace = prefixes.get(written.substring(0, colon));
        if (namespace == null) {
            throw TurtleException.at(
                    text, token.start(), "The prefix " + written.substring(0, colon + 1) + " is not declared.");
        }
        return NodeFactory.createURI(namespace + written.substring(colon + 1).replaceAll("\\\\(.)", "$1"));
    }

    /** The text between the quotation marks. */
    private String lexical(TurtleToken string) {
        String written = string.of(text);
        int marks = written.length() >= 6
                        && written.startsWith(written.substring(0, 1).repeat(3))
                ? 3
                : 1;
        String words = written.substring(marks, written.length() - marks);
        return words.indexOf('\\') < 0 ? words : EscapeStr.unescapeStr(words);
    }

    private String inside(TurtleToken token) {
        return text.substring(token.start() + 1, token.end() - 1);
    }

    private static String unescaped(String iri) {
        return iri.indexOf('\\') < 0 ? iri : EscapeStr.unescapeUnicode(iri);
    }

    private TurtleException unexpected(TurtleToken token) {
        return TurtleException.at(text, token.start(), "Here stands '" + token.of(text) + "', which is no term.");
    }

    private TurtleToken peek() {
        return tokens.get(at);
    }

    private TurtleToken next() {
        TurtleToken token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    private TurtleToken last() {
        return tokens.get(at - 1);
    }
}
