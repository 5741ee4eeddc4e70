package org.werkgraaf.web.brief;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a thing is cited.
 *
 * @param apa in the style of APA
 * @param legal in the style of Dutch lawyers
 * @param credit a line for below an article
 * @param place source and place of a passage; absent for other things
 * @param verification how far it was checked
 * @param identifiers official identifiers by the name of their scheme
 * @param text address of the text at its publisher; absent when none is known
 * @param frozen address that tells whether the thing is still as it was in this release
 * @param address of its page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CitationBrief(
        String id,
        String label,
        String apa,
        String legal,
        String credit,
        @Nullable String place,
        @Nullable String verification,
        Map<String, String> identifiers,
        @Nullable String text,
        @Nullable String frozen,
        String address,
        boolean complete,
        String release) {}
