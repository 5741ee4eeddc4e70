package org.werkgraaf.relevance;

import java.util.List;
import java.util.Locale;

/**
 * How well a set of questions is answered, each figure from 0 to 1.
 *
 * @param questions how many there are
 * @param first share of which a best answer is the first hit
 * @param three share of which one is among the first three
 * @param mrr mean of one over the rank of the first best answer
 * @param ndcg mean normalized discounted cumulative gain of the first ten
 */
record Figures(int questions, double first, double three, double mrr, double ndcg) {
    static Figures of(List<Judgement> judgements) {
        int count = judgements.size();
        return new Figures(
                count,
                judgements.stream().filter(each -> each.rank() == 1).count() / (double) count,
                judgements.stream()
                                .filter(each -> each.rank() >= 1 && each.rank() <= 3)
                                .count()
                        / (double) count,
                judgements.stream()
                        .mapToDouble(each -> each.rank() == 0 ? 0 : 1.0 / each.rank())
                        .average()
                        .orElse(0),
                judgements.stream().mapToDouble(Judgement::ndcg).average().orElse(0));
    }

    /** Tab separated, to three digits. */
    String line() {
        return String.format(Locale.ROOT, "%d\t%.3f\t%.3f\t%.3f\t%.3f", questions, first, three, mrr, ndcg);
    }
}
