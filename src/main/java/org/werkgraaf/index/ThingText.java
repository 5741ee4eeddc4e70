package org.werkgraaf.index;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.meaning.Times;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything about one entity that becomes its document.
 *
 * @param thing what is shown
 * @param altLabels other names by language
 * @param hiddenLabels names by language that serve only to find it
 * @param phrases phrases by language in which people ask for it
 * @param endings names by language of how it ended, for a case or incident
 * @param passages paraphrases of the passages that mention it, by language
 * @param keys identifiers and addresses under which people look it up, as keys
 * @param citations for a provision, its number with each name of its act
 * @param facets values by dimension for which it counts: ids, or the class's name for the type
 * @param norms ids of the norms that it is on, for a provision or a case
 * @param date the day it is filed under
 * @param times on which days it holds
 * @param links how many statements connect it to other things
 * @param content what the graph holds of it, in short
 */
record ThingText(
        Thing thing,
        Map<String, List<String>> altLabels,
        Map<String, List<String>> hiddenLabels,
        Map<String, List<String>> phrases,
        Map<String, List<String>> endings,
        Map<String, List<String>> passages,
        Set<String> keys,
        Set<String> citations,
        Map<Facet, Set<String>> facets,
        Set<String> norms,
        @Nullable LocalDate date,
        Times times,
        int links,
        String content) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The values of a facet that it is about itself, or for which it counts. */
    Set<String> values(Facet facet, boolean direct) {
        return direct && facet.isHierarchical()
                ? new TreeSet<>(thing.about().getOrDefault(facet.parameter(), List.of()))
                : facets.getOrDefault(facet, Set.of());
    }

    /** The same for two readings of one entity from one graph, and only then. */
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(this));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
