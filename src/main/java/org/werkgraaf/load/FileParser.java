package org.werkgraaf.load;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** Parses one Turtle or TriG file and collects what is wrong with it, warnings included. */
final class FileParser {
    private static final int PROBLEMS_MAX = 20;

    private FileParser() {}

    /**
     * @param file the file; TriG when its name ends so, else Turtle
     * @param sink takes each statement; those outside braces have the default graph's name
     * @return problems, empty when the file is sound
     */
    static List<LoadProblem> parse(ContentFile file, Consumer<Quad> sink) {
        List<LoadProblem> problems = new ArrayList<>();
        TextCheck.of(file).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return problems;
        }
        StreamRDF stream = new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                quad(new Quad(Quad.defaultGraphNodeGenerated, triple));
            }

            @Override
            public void quad(Quad quad) {
                TermCheck.of(file, quad)
                        .filter(problem -> problems.size() < PROBLEMS_MAX && !problems.contains(problem))
                        .ifPresent(problems::add);
                sink.accept(quad);
            }
        };
        try {
            RDFParser.create()
                    .source(new ByteArrayInputStream(file.bytes()))
                    .lang(file.path().endsWith(".trig") ? Lang.TRIG : Lang.TURTLE)
                    .base("https://w3id.org/werkgraaf/")
                    .checking(true)
                    .errorHandler(new Collector(file, problems))
                    .parse(stream);
        } catch (RiotException e) {
            if (problems.isEmpty()) {
                problems.add(new LoadProblem(file.path(), 0, 0, plain(String.valueOf(e.getMessage())), hint("")));
            }
        }
        return problems;
    }

    private static String plain(String message) {
        String end = message.endsWith(".") ? "" : ".";
        return "The file does not follow the Turtle grammar: " + message + end;
    }

    private static String hint(String message) {
        if (message.contains("ndefined prefix")) {
            return "Add a PREFIX line for it at the top of the file, or correct its spelling.";
        }
        if (message.contains("Lexical form")) {
            return "Write the value as its datatype asks, such as \"2026-11-22\"^^xsd:date or 32000000.0.";
        }
        if (message.contains("Bad IRI") || message.contains("IRI")) {
            return "Write the IRI in full between < and >, without spaces or unescaped characters.";
        }
        if (message.contains("Broken token") || message.contains("newline")) {
            return "Close the quotation mark or bracket that opened on or before this line.";
        }
        return "Look on this line and the one before it for a missing dot, semicolon, quotation mark or bracket,"
                + " or a / that is not written as \\/ in a prefixed name.";
    }

    private record Collector(ContentFile file, List<LoadProblem> problems) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            add(message, line, column);
        }

        @Override
        public void error(String message, long line, long column) {
            add(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            add(message, line, column);
            throw new RiotException(message);
        }

        private void add(String message, long line, long column) {
            if (problems.size() < PROBLEMS_MAX) {
                // An open quotation mark is noticed at the end of its line, which counts as the next one.
                long at = message.contains("newline in string") ? line - 1 : line;
                problems.add(new LoadProblem(
                        file.path(), Math.max(at, 0), Math.max(column, 0), plain(message), hint(message)));
            }
        }
    }
}
