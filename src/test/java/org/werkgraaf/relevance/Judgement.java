package org.werkgraaf.relevance;

import java.util.List;

/**
 * A question with what search gave.
 *
 * @param question the question
 * @param found ids of the first ten hits
 */
record Judgement(JudgedQuestion question, List<String> found) {
    int rank() {
        return question.rank(found);
    }

    double ndcg() {
        return question.ndcg(found);
    }
}
