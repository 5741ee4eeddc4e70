package org.werkgraaf.web.brief;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thing in short.
 *
 * @param type local name of its class
 * @param dates on which days it holds; absent for what time does not touch, and for cases
 * @param coverage for a technique, the countries by how far their own law on it is in the graph: {@code covered}, {@code
 *     partly-covered}, {@code no-rule-known}, {@code not-covered}; for a country, the subjects of its own law in the same way; else
 *     absent
 * @param facts what is said of it, by relation; one that begins with ^ is a link from others to it
 * @param places the places that say so, which facts name by number
 * @param more how many values are not here, by relation; absent when all are
 * @param complete whether all is here
 * @param rest how to get what is not here; absent when all is
 * @param release id of the release that answered
 * @param address of its page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThingBrief(
        String id,
        String label,
        String type,
        @Nullable String definition,
        @Nullable String verification,
        @Nullable Dates dates,
        @Nullable Map<String, List<String>> coverage,
        List<Fact> facts,
        List<Said> places,
        @Nullable Map<String, Integer> more,
        boolean complete,
        @Nullable String rest,
        String release,
        String address) {
    /**
     * On which days it holds.
     *
     * @param today {@code holds}, {@code not-yet}, {@code no-longer}, {@code never} when its date was moved before it came, or {@code
     *     unknown}
     * @param from ISO date of the first day; absent when it is not known
     * @param until ISO date of the last day; absent when there is none or it is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dates(
            String today, @Nullable String from, @Nullable String until) {}

    /**
     * Values of one relation.
     *
     * @param relation its local name; with ^ before it for links from others
     * @param label how it reads
     * @param disputed true when it has one right value and sources differ; else absent
     * @param through the wider thing for which it holds; absent when it is said of the thing itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fact(
            String relation,
            String label,
            @Nullable Boolean disputed,
            @Nullable String through,
            List<Value> values) {}

    /**
     * A value.
     *
     * @param id of a thing; absent for texts, numbers and dates
     * @param accepted false when the editors hold it to be mistaken or overtaken; else absent
     * @param said numbers of the places that state it, the best checked first; absent when it is part of the description by the
     *     editors
     * @param others how many further places state it; absent when all are here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Value(
            @Nullable String id,
            String label,
            @Nullable Boolean accepted,
            @Nullable List<Integer> said,
            @Nullable Integer others) {}

    /**
     * A place in a source.
     *
     * @param id of the passage
     * @param place source and place in it
     * @param text what it says, in the words of the editors; absent when there are none, or no room
     * @param more true when there was no room for its text; else absent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(
            int n,
            String id,
            String place,
            @Nullable String verification,
            @Nullable String text,
            @Nullable Boolean more) {}
}
