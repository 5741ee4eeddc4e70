package org.werkgraaf.web.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thing that a name may stand for.
 *
 * @param id its id
 * @param name its label
 * @param description what it is, when something says so
 * @param type its class
 * @param score from 0 to 100
 * @param features what the score is made of
 * @param match whether it is so much alike, and no other as much, that it need not be looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchCandidate(
        String id,
        String name,
        @Nullable String description,
        List<NamedId> type,
        double score,
        List<Feature> features,
        boolean match) {
    /**
     * @param id what is measured
     * @param value how much, from 0 to 100
     */
    record Feature(String id, double value) {}

    /**
     * @param id an id
     * @param name how it reads
     */
    record NamedId(String id, String name) {
        static NamedId of(Map.Entry<String, String> entry) {
            return new NamedId(entry.getKey(), entry.getValue());
        }
    }

    MatchCandidate matching(boolean matches) {
        return new MatchCandidate(id, name, description, type, score, features, matches);
    }
}
