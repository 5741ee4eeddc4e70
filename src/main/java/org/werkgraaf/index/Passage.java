package org.werkgraaf.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A passage of a source, as a search shows it.
 *
 * @param place where it stands
 * @param sourceLabels label of its source by language
 * @param paraphrases what it says, in our words, by language
 * @param verification slug of how far its source was checked
 * @param status slug of the editors' assessment; absent when none was needed
 */
public record Passage(
        Thing.Said place,
        Map<String, String> sourceLabels,
        Map<String, String> paraphrases,
        @Nullable String verification,
        @Nullable String status) {
    /**
     * What passages a question finds.
     *
     * @param total how many passages have enough of its words, exactly
     * @param sources the best of them, by source
     * @param release the release of the index that answered
     */
    public record Found(long total, List<OfSource> sources, String release) {
        /** No passage. */
        public static final Found NONE = new Found(0, List.of(), "");
    }

    /**
     * @param source id of the source
     * @param labels its label by language
     * @param passages those of it that were found, best first
     */
    public record OfSource(String source, Map<String, String> labels, List<Passage> passages) {}

    /**
     * A question to the passages.
     *
     * @param words the question as typed
     * @param lang language of its reader
     * @param sources ids of the sources in which is looked; all when there is none
     * @param max how many passages, of all sources together
     */
    public record Request(String words, String lang, Set<String> sources, int max) {}
}
