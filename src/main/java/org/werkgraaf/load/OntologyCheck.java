package org.werkgraaf.load;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Union;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.PresentationException;
import org.werkgraaf.vocabulary.Wg;

/** Tells what an ontology lacks without which content would be loaded and quietly mean less, before anything is judged. */
final class OntologyCheck {
    static final String ONTOLOGY = "ontology/werkgraaf.ttl";
    static final String PRESENTATION = "ontology/presentation.ttl";

    private static final List<Mark> MARKS = List.of(
            new Mark(Wg.HOLDS_IN_TIME, "a class whose things hold on days", "no dates would be derived"),
            new Mark(Wg.LISTS_PERIODS, "a property whose objects are periods", "no period would count"),
            new Mark(
                    Wg.DATES_PASS_TO,
                    "a property along which dates pass",
                    "parts would not have the dates of the whole"),
            new Mark(
                    Wg.HOLDS_FOR_NARROWER,
                    "a class whose things hold for what is narrower",
                    "law would not hold for narrower things"));

    private final Content content;
    private final List<LoadProblem> problems;

    OntologyCheck(Content content, List<LoadProblem> problems) {
        this.content = content;
        this.problems = problems;
    }

    /** Nothing is told of an ontology that could not be read whole. */
    void check(Graph ontology, Graph presentation) {
        if (problems.stream().anyMatch(problem -> problem.file().equals(ONTOLOGY))) {
            return;
        }
        MARKS.stream()
                .filter(mark -> !ontology.contains(Node.ANY, mark.term, Node.ANY))
                .forEach(mark -> problems.add(new LoadProblem(
                        ONTOLOGY,
                        0,
                        0,
                        "Nothing in the ontology has wg:" + mark.term.getLocalName() + ", so that " + mark.without
                                + ".",
                        "Take the ontology that came with this version of the service, or give wg:"
                                + mark.term.getLocalName() + " to " + mark.bearer
                                + "; docs/content.md says how, below \"Days, and wider and narrower things\".")));
        try {
            Presentation.of(new Union(ontology, presentation));
        } catch (PresentationException e) {
            problems.add(new LoadProblem(
                    PRESENTATION, line(e.written()), 0, e.problem(), "docs/content.md says how it is written."));
        }
    }

    /** The first line that has the text and not only a longer word that begins with it. */
    private long line(String text) {
        Pattern whole = Pattern.compile(Pattern.quote(text) + "(?![\\w-])");
        List<String> lines = content.file(PRESENTATION).stream()
                .flatMap(file -> file.text().lines())
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            if (whole.matcher(lines.get(i)).find()) {
                return i + 1L;
            }
        }
        return 0;
    }

    /**
     * A mark by which a class or property takes part in what is derived.
     *
     * @param term the mark
     * @param bearer what bears it
     * @param without what happens when nothing does
     */
    private record Mark(Node term, String bearer, String without) {}
}
