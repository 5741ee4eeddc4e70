package org.werkgraaf.load;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Tells which terms of a statement some of those who read a release could not read, or would read as something else. */
final class TermCheck {
    private static final Set<String> DATES =
            Set.of(XSDDatatype.XSDdate.getURI(), XSDDatatype.XSDgYear.getURI(), XSDDatatype.XSDgYearMonth.getURI());
    private static final Pattern ZONE = Pattern.compile("(?:Z|[+-]\\d{2}:\\d{2})$");

    private TermCheck() {}

    /** The first problem of a statement; empty when its terms are sound. */
    static Optional<LoadProblem> of(ContentFile file, Quad quad) {
        return Stream.of(quad.getSubject(), quad.getObject())
                .flatMap(term -> of(file, quad.getSubject(), term).stream())
                .findFirst();
    }

    private static Optional<LoadProblem> of(ContentFile file, Node subject, Node term) {
        if (term.isTripleTerm()) {
            return Optional.of(problem(
                    file,
                    "<<",
                    subject,
                    "A statement stands in the place of a thing (<< >> or {| |}), which JSON-LD, RDF/XML and most readers"
                            + " cannot hold.",
                    "Say it about a passage instead: put the statement inside braces that are named after one."));
        }
        if (!term.isLiteral()) {
            return Optional.empty();
        }
        String text = term.getLiteralLexicalForm();
        String lang = term.getLiteralLanguage();
        if (lang.contains("-") || term.getLiteralBaseDirection() != null) {
            return Optional.of(problem(
                    file,
                    "@" + lang,
                    subject,
                    "The text \"" + shorten(text) + "\" has the language @" + lang
                            + (term.getLiteralBaseDirection() == null ? "" : " with a direction")
                            + ", under which pages and search do not find it.",
                    "Write @" + lang.replaceFirst("-.*", "") + "."));
        }
        if (DATES.contains(term.getLiteralDatatypeURI()) && ZONE.matcher(text).find() && isZoned(text)) {
            return Optional.of(problem(
                    file,
                    text,
                    subject,
                    "The date " + text + " has a time zone, with which it compares with no other date.",
                    "Write \"" + ZONE.matcher(text).replaceFirst("") + "\"."));
        }
        return Optional.empty();
    }

    /** The month of a year looks like half a zone, but has no minutes. */
    private static boolean isZoned(String text) {
        return text.endsWith("Z") || text.indexOf(':') > 0;
    }

    private static LoadProblem problem(ContentFile file, String written, Node subject, String reason, String solution) {
        long line = Lines.find(file, written);
        return new LoadProblem(file.path(), line > 0 ? line : Lines.find(file, subject), 0, reason, solution);
    }

    private static String shorten(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
