package org.werkgraaf.web.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.change.ChangeRow;

/**
 * What was changed on a thing.
 *
 * @param id of the thing
 * @param iri its IRI
 * @param name what it is called
 * @param present whether it is in the release
 * @param replacedBy ids of what takes its place
 * @param since when the release came out since which it is as it is; absent when that is not known
 * @param release id of the release that is served
 * @param changes newest first
 */
record ThingHistory(
        String id,
        String iri,
        String name,
        boolean present,
        List<String> replacedBy,
        @Nullable Instant since,
        String release,
        List<Entry> changes) {
    /**
     * A change.
     *
     * @param id its name in the log
     * @param time when it was applied
     * @param author who stands for it
     * @param approver who else looked at it and had it published; empty when nobody did
     * @param reason why
     * @param answers what it answers; empty when nothing
     * @param reverts id of the change that it takes back; empty when none
     * @param lines what it did to the thing
     */
    record Entry(
            String id,
            Instant time,
            String author,
            String approver,
            String reason,
            String answers,
            String reverts,
            List<Line> lines) {}

    /**
     * What it did to a property.
     *
     * @param change old and new
     * @param passage id of the passage that says so; absent for what no source says
     * @param source what the source of the passage is called; absent without a passage
     */
    record Line(
            ChangeRow change,
            @Nullable String passage,
            @Nullable String source) {}
}
