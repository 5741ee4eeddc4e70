package org.werkgraaf.web.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a check, in one language.
 *
 * @param on the day for which is asked
 * @param given what was given and what was taken for granted, by parameter
 * @param complete whether all norms of the graph on the subject were held against the facts
 * @param coverage how far the country's law on the subject is in the graph
 * @param outcomes the norms, each with how it stands and why
 * @param cases the nearest decided cases
 * @param gaps what sources say is left without protection
 * @param next the question that would decide most; absent when nothing is open
 * @param questions all that is open, that which decides most first
 * @param release id of the release
 * @param links the same answer in other forms
 */
public record CheckAnswer(
        String on,
        Map<String, List<String>> given,
        boolean complete,
        Coverage coverage,
        List<Norm> outcomes,
        List<Item> cases,
        List<Item> gaps,
        @Nullable Question next,
        List<Question> questions,
        String release,
        Map<String, String> links) {

    /**
     * How far the law is in the graph.
     *
     * @param country the jurisdiction; absent when none was given
     * @param known whether the graph has law of this country
     * @param topics by subject
     */
    public record Coverage(@Nullable String country, boolean known, String text, List<Topic> topics) {}

    /** A subject of law, and whether it is covered, partly covered or not covered. */
    public record Topic(String topic, String label, String level, String levelLabel, String checkedOn) {}

    /**
     * A norm.
     *
     * @param norm its id
     * @param kind Obligation, Prohibition or Right
     * @param state applies, depends, not-yet, no-longer or does-not-apply
     * @param label what it is called
     * @param summary what it asks
     * @param provisions where it is laid down; the first decided
     * @param dutyHolder who owes it
     * @param protects whom it is for
     * @param when in which phase, and by when
     * @param phase the phase as a word of the scheme; absent when not known
     * @param reasons each criterion
     * @param missing what would decide, by the name of its parameter or question
     * @param exceptions what would take it away
     * @param bindsAnother whether only somebody else owes it
     * @param recalled whether something in it rests on memory alone
     * @param from the first day, if known
     * @param until the last day, if there is one
     * @param carriesOut European norms that it merely carries out
     */
    public record Norm(
            String norm,
            String kind,
            String state,
            String label,
            String summary,
            List<Link> provisions,
            List<Link> dutyHolder,
            List<Link> protects,
            String when,
            @Nullable String phase,
            List<Reason> reasons,
            List<String> missing,
            List<Exception> exceptions,
            boolean bindsAnother,
            boolean recalled,
            @Nullable String from,
            @Nullable String until,
            List<Link> carriesOut) {}

    /** A thing by id and name. */
    public record Link(String id, String label) {}

    /**
     * A criterion.
     *
     * @param criterion what it is about, as the name of a parameter
     * @param asked what the norm asks, in words
     * @param given what was given, in words; empty when nothing was
     * @param holds true, false, or null when it is not known
     * @param because by which steps
     * @param passage where a source says so; absent when no passage is known
     * @param verification how far that was checked
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Reason(
            String criterion,
            String asked,
            String given,
            @Nullable Boolean holds,
            String because,
            @Nullable Place passage,
            @Nullable String verification,
            List<Reason> inside) {}

    /** A place in a source. */
    public record Place(
            String id,
            String source,
            String sourceLabel,
            String section,
            @Nullable String webPage) {}

    /**
     * An exception.
     *
     * @param holds true, false, or null when it is not known
     * @param claimed whether something given calls on it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Exception(
            String exception,
            String label,
            @Nullable Boolean holds,
            boolean claimed,
            Link provision,
            List<Reason> reasons,
            List<String> missing) {}

    /** A case or a gap. */
    public record Item(
            String id,
            String label,
            String summary,
            @Nullable String date,
            List<Link> about) {}

    /**
     * A question that was not answered.
     *
     * @param parameter the parameter that answers it
     * @param question the question in words
     * @param values what may be answered; empty when anything of the kind may
     * @param open whether only a person can judge it
     * @param norms how many norms it would decide or help to decide
     */
    public record Question(String parameter, String question, List<String> values, boolean open, int norms) {}
}
