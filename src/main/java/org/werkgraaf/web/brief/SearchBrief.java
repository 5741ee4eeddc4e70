package org.werkgraaf.web.brief;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, in short.
 *
 * @param total how many things match, exactly
 * @param hits those of this page
 * @param complete whether these are all
 * @param cursor for the next page; null when there is none
 * @param rest how to get what is not here; absent when all is
 * @param note how the words were taken, when not as typed, or what was found near them; absent otherwise
 * @param passages what sources say that answers the words, besides the things; absent when nothing does
 * @param release id of the release that answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchBrief(
        long total,
        List<Hit> hits,
        boolean complete,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String cursor,

        @Nullable String rest,
        @Nullable String note,
        @Nullable List<Said> passages,
        String release) {
    /**
     * A passage of a source.
     *
     * @param id id of the passage
     * @param text what it says, in our words
     * @param place its source and where it stands in that
     */
    public record Said(String id, String text, String place) {}

    /**
     * A thing.
     *
     * @param summary its definition, of a provision that changed that of the day of the search; ends with an ellipsis when there is more of it
     * @param date ISO date that it is filed under
     * @param place a place in a source that speaks of it; absent when none does
     * @param verification how far the best of what is said of it was checked
     * @param lacks the words of the question that it does not have; absent when it has all of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hit(
            String id,
            String label,
            @Nullable String summary,
            @Nullable String date,
            @Nullable String jurisdiction,
            @Nullable String place,
            @Nullable String verification,
            @Nullable List<String> lacks) {}
}
