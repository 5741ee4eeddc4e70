package org.werkgraaf.publish;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.change.ChangeLine;
import org.werkgraaf.change.PlannedChange;
import org.werkgraaf.validate.Finding;
import org.werkgraaf.validate.RuleWords;

/**
 * What the content would be with a change.
 *
 * @param planned the change and its files
 * @param lines what it does to each property
 * @param labels where things have their labels, before or after
 * @param broken why the content would be refused; empty when it would not
 * @param noted what would be warned of that is not now
 * @param answers what would be answered otherwise
 * @param words what shapes and rules say, in each language
 * @param written whether it was applied
 */
public record ChangeVerdict(
        PlannedChange planned,
        List<ChangeLine> lines,
        Graph labels,
        List<Broken> broken,
        List<Finding> noted,
        ExpectedAnswers answers,
        RuleWords words,
        boolean written) {
    /**
     * Why content would be refused.
     *
     * @param reason with its place and remedy
     * @param finding what a shape or rule found; absent when the files cannot be loaded
     * @param by the lines of the change that touch what is broken; empty when it is broken elsewhere
     */
    public record Broken(String reason, @Nullable Finding finding, List<ChangeLine> by) {}

    /** Whether the content would be good. */
    public boolean accepted() {
        return broken.isEmpty() && answers.cases().isEmpty();
    }

    /** Why it would not be, as programs are told. */
    public List<String> reasons() {
        return Stream.concat(
                        broken.stream().map(Broken::reason),
                        answers.cases().stream()
                                .map(broken -> "The case '" + broken.result().name() + "' would come out wrong: "
                                        + broken.result().mistakes() + "."))
                .toList();
    }

    /**
     * Whether somebody read which answers lose something by it, or none does.
     *
     * @param confirmation of what was read
     */
    public boolean isConfirmedBy(String confirmation) {
        return answers.confirmation().isEmpty() || answers.confirmation().equals(confirmation);
    }

    ChangeVerdict asWritten() {
        return new ChangeVerdict(planned, lines, labels, broken, noted, answers, words, true);
    }
}
