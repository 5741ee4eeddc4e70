package org.werkgraaf.index;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param words the question as typed; blank for everything
 * @param lang language of the labels in the answer
 * @param filters wanted values by dimension; values of one dimension are alternatives, dimensions all hold
 * @param from first day of the dates wanted
 * @param to last day of the dates wanted
 * @param asOf day on which the entity must have held
 * @param sort order of the hits
 * @param size how many hits, 1 to 100
 * @param cursor where the last answer ended, as that answer gave it
 */
public record SearchRequest(
        String words,
        String lang,
        Map<Facet, Set<String>> filters,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asOf,
        Sorting sort,
        int size,
        @Nullable String cursor) {
    /** The order of hits. */
    public enum Sorting {
        RELEVANCE("relevance"),
        DATE("date"),
        DATE_DESCENDING("-date"),
        LABEL("label");

        private final String parameter;

        Sorting(String parameter) {
            this.parameter = parameter;
        }

        /** Its name in requests. */
        public String parameter() {
            return parameter;
        }
    }
}
