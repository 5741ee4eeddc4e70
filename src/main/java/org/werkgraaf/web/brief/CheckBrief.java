package org.werkgraaf.web.brief;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a check, in short.
 *
 * @param on the day for which is asked
 * @param given what was given and what was taken for granted
 * @param coverage how far the country's law is in the graph
 * @param parts the norms, by the part of the answer in which they stand; those that matter most first
 * @param ask the question that would decide most; absent when nothing is open
 * @param open how many questions are open
 * @param more how many norms are not here, by part; absent when all are
 * @param complete whether all norms are here, but those that do not apply
 * @param rest how to get what is not here
 * @param release id of the release that answered
 * @param address of the page with all reasons
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckBrief(
        String on,
        Map<String, List<String>> given,
        String coverage,
        Map<String, List<Norm>> parts,
        @Nullable Ask ask,
        int open,
        @Nullable Map<String, Integer> more,
        boolean complete,
        @Nullable String rest,
        String release,
        String address) {
    /**
     * A norm.
     *
     * @param norm its id
     * @param provision id of where it is laid down
     * @param place source and place of what says so
     * @param verification how far that was checked
     * @param missing what would decide, by the name of its parameter; absent when nothing is missing
     * @param unless ids of the exceptions that may take it away; absent when there are none
     * @param from the first day, when it is still to come
     * @param guidance true when it stands in guidance that is no law; else absent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Norm(
            String norm,
            String label,
            String provision,
            @Nullable String place,
            @Nullable String verification,
            @Nullable List<String> missing,
            @Nullable List<String> unless,
            @Nullable String from,
            @Nullable Boolean guidance) {}

    /**
     * An open question.
     *
     * @param argument the argument that answers it
     * @param values what may be answered; absent when anything of the kind may
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ask(
            String argument, String question, @Nullable List<String> values) {}
}
