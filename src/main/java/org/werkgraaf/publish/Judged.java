package org.werkgraaf.publish;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.graph.Graph;
import org.werkgraaf.change.ChangeHistory;
import org.werkgraaf.load.Candidate;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.load.LoadException;
import org.werkgraaf.load.LoadProblem;
import org.werkgraaf.validate.Report;
import org.werkgraaf.validate.RuleException;
import org.werkgraaf.validate.Validator;

/**
 * Content that was loaded and judged, all of it in memory.
 *
 * @param content the files
 * @param candidate what they say
 * @param union all graphs in one
 * @param report the verdict
 */
record Judged(Content content, Candidate candidate, Graph union, Report report) {
    /**
     * Loads and judges.
     *
     * @throws LoadException when a file cannot be loaded
     * @throws RuleException when the rules cannot be used
     */
    static Judged of(Content content) {
        List<LoadProblem> lost = ChangeHistory.problems(content);
        if (!lost.isEmpty()) {
            throw new LoadException(lost);
        }
        CompletableFuture<Validator> validator =
                CompletableFuture.supplyAsync(() -> new Validator(ContentRules.of(content)));
        Candidate candidate = new GraphLoader().load(content);
        Graph union = candidate.union();
        return new Judged(content, candidate, union, Joined.of(validator).judge(union));
    }
}
