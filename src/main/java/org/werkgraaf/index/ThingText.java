package org.werkgraaf.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one entity that becomes its document.
 *
 * @param thing what is shown
 * @param altLabels other names by language
 * @param passages paraphrases of the passages that mention it, by language
 * @param keys identifiers and codes under which people look it up
 * @param facets values by dimension: ids, or the class's name for the type
 * @param date the day it is filed under
 * @param validFrom first day on which it held
 * @param validUntil last day on which it held
 * @param links how many statements connect it to other things
 */
record ThingText(
        Thing thing,
        Map<String, List<String>> altLabels,
        Map<String, List<String>> passages,
        List<String> keys,
        Map<Facet, Set<String>> facets,
        @Nullable LocalDate date,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int links) {}
