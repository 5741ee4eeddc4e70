package org.werkgraaf.web.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a check, in one language. Names, places and sources stand once, by id, and are referred to.
 *
 * @param on the day for which is asked
 * @param lang language of the texts
 * @param given what was given and what was taken for granted, by parameter
 * @param assumed parameters of {@code given}, and the day, that nobody gave: they were taken for granted
 * @param taken names that were taken for something that is called otherwise; absent when there are none
 * @param complete whether the answer leaves nothing open: all of the law on the subject is in the graph, each norm on it is decided, and
 *     nothing was left out
 * @param incomplete why it is not complete: facts, when a norm on the subject depends on what was not given; coverage, when no country was
 *     given or its law is in the graph only in part or not; verification, when norms were left out that were not read in the official text;
 *     empty when it is
 * @param only what the answer was limited to; absent when to nothing
 * @param territory whether the law of the country is in the graph at all
 * @param coverage how far the country's law is in the graph, by subject; empty when none of it is, or no country was given
 * @param outcomes the norms, each with how it stands and why, in the order in which somebody must know them
 * @param shortened what is told in short here, and where the rest is; absent when nothing is
 * @param changes what would be otherwise if something were otherwise
 * @param cases the nearest decided cases
 * @param gaps what sources say is left without protection
 * @param otherLaw ids of acts on the subject that are in the graph though their norms are not checked
 * @param next the question that would decide most; null when nothing is open
 * @param questions all that is open, that which decides most first
 * @param riskClasses why something falls or may fall in a risk class, by class
 * @param passages the places in sources that are referred to, by id
 * @param sources the sources of these places, by id
 * @param labels names of all things that are referred to, by id
 * @param release id of the release
 * @param links the same answer in other forms
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CheckAnswer")
public record CheckAnswer(
        String on,
        String lang,
        Map<String, List<String>> given,
        List<String> assumed,
        @Nullable List<Taken> taken,
        boolean complete,
        List<String> incomplete,
        @Nullable Only only,
        Territory territory,
        List<Coverage> coverage,
        List<Norm> outcomes,
        @Nullable Shortened shortened,
        List<Change> changes,
        List<Item> cases,
        List<Item> gaps,
        List<String> otherLaw,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Question next,
        List<Question> questions,
        Map<String, List<Reason>> riskClasses,
        Map<String, Place> passages,
        Map<String, Source> sources,
        Map<String, String> labels,
        String release,
        Map<String, String> links) {

    /** The name of a thing that the answer refers to. */
    public String label(String id) {
        return labels.getOrDefault(id, id);
    }

    /** The name of a norm, whether its outcome is told or not. */
    public String norm(String id) {
        return outcomes.stream()
                .filter(norm -> norm.norm().equals(id))
                .map(Norm::label)
                .findFirst()
                .orElseGet(() -> label(id));
    }

    /**
     * The norms as somebody reads them: a European one stands with the norm that carries it out alone, unless that is told in a later
     * part, or not told as law that holds or may hold for who asks.
     */
    public List<Norm> once() {
        return once(outcomes);
    }

    static List<Norm> once(List<Norm> outcomes) {
        Map<String, Part> carriedOut = new HashMap<>();
        for (Norm norm : outcomes) {
            Part part = Part.named(norm.part());
            if (norm.carriesOut() != null && part.compareTo(Part.OTHERS) < 0) {
                norm.carriesOut()
                        .forEach(european -> carriedOut.merge(
                                european, part, (one, other) -> one.compareTo(other) < 0 ? one : other));
            }
        }
        return outcomes.stream()
                .filter(norm -> {
                    Part national = carriedOut.get(norm.norm());
                    return national == null || national.compareTo(Part.named(norm.part())) > 0;
                })
                .toList();
    }

    /**
     * A name that was taken for something that is called otherwise.
     *
     * @param parameter of which it is a value
     * @param typed the name
     * @param id what it was taken for
     */
    @Schema(name = "CheckTaken")
    public record Taken(String parameter, String typed, String id) {}

    /**
     * A limit that the asker set.
     *
     * @param verification how far what is told must have been checked
     * @param leftOut how many norms were left out that would otherwise apply, depend or come
     * @param text the same in words
     */
    @Schema(name = "CheckOnly")
    public record Only(String verification, int leftOut, String text) {}

    /**
     * What is told in short.
     *
     * @param doesNotApply norms with only the criteria that failed, and no summary
     * @param aside norms, of part aside, that turn only on what nothing given touches: without criteria, and what only they turn on is
     *     not among the questions
     * @param all the address at which every norm has every criterion
     */
    @Schema(name = "CheckShortened")
    public record Shortened(int doesNotApply, int aside, String all) {}

    /**
     * Where it happens.
     *
     * @param jurisdiction its id; null when none was given
     * @param covered whether the graph has law of this country
     * @param text the same in words
     */
    @Schema(name = "CheckTerritory")
    public record Territory(@Nullable String jurisdiction, boolean covered, String text) {}

    /**
     * How far the law on a subject is in the graph.
     *
     * @param jurisdiction id of whose law it is
     * @param topic id of the subject
     * @param level covered, partly-covered or not-covered
     * @param since the first day of which the law is in the graph; absent where none of it is
     * @param checkedOn the day on which that was last looked at
     */
    @Schema(name = "CheckCoverage")
    public record Coverage(
            String jurisdiction,
            String topic,
            String label,
            String level,
            String levelLabel,
            @Nullable String since,
            String checkedOn) {}

    /**
     * A norm.
     *
     * @param norm its id
     * @param kind Obligation, Prohibition or Right
     * @param state applies, depends, not-yet, no-longer or does-not-apply
     * @param part which part of the answer it stands in, such as forbidden or coming
     * @param label what it is called
     * @param summary what it asks; absent, as are those it binds, protects and when, for what does not apply unless all is asked for
     * @param provisions ids of where it is laid down; the first decided
     * @param dutyHolder ids of who owes it
     * @param protects ids of whom it is for
     * @param when in which phase, and by when, in words
     * @param phase id of the phase alone; absent when that is not known
     * @param timeLimit by when alone; absent when that is not known
     * @param reasons the criteria
     * @param missing what would decide, by the name of its parameter or question
     * @param exceptions what would take it away, or did
     * @param bindsAnother true when only somebody else owes it; else absent
     * @param recalled true when something in it rests on memory alone; else absent
     * @param bindingness id of what it stands in when that is no law, such as guidance of an authority; absent for law
     * @param from the first day, if known
     * @param until the last day, if there is one
     * @param carriesOut ids of European norms that it merely carries out; absent when there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CheckOutcome")
    public record Norm(
            String norm,
            String kind,
            String state,
            String part,
            String label,
            @Nullable String summary,
            List<String> provisions,
            @Nullable List<String> dutyHolder,
            @Nullable List<String> protects,

            @Schema(types = {"string", "null"}) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String when,

            @Nullable String phase,
            @Nullable String timeLimit,
            List<Reason> reasons,
            List<String> missing,
            @Nullable List<Exception> exceptions,
            @Nullable Boolean bindsAnother,
            @Nullable Boolean recalled,
            @Nullable String bindingness,

            @Schema(types = {"string", "null"}) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String from,

            @Schema(types = {"string", "null"}) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String until,

            @Nullable List<String> carriesOut) {}

    /**
     * A criterion.
     *
     * @param criterion what it is about, as the name of a parameter
     * @param asked what the norm asks, in words
     * @param given what was given, in words; empty when nothing was
     * @param holds true, false, or null when it is not known
     * @param because by which steps, or what is open about it
     * @param passage id of the place where a source says so; null when no place is known
     * @param verification how far that was checked
     * @param riskClass id of the risk class of which {@code riskClasses} has the criteria; absent for other criteria
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "CheckReason")
    public record Reason(
            String criterion,
            String asked,
            String given,
            @Nullable Boolean holds,
            String because,
            @Nullable String passage,
            @Nullable String verification,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String riskClass) {}

    /**
     * A place in a source.
     *
     * @param source id of the source
     * @param section where in it; absent when that is not known
     * @param webPage where it can be read, if that is not the page of the source
     * @param verification how far it was checked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CheckPlace")
    public record Place(
            String source,
            @Nullable String section,
            @Nullable String webPage,
            @Nullable String verification) {}

    /** A source, with where it can be read, if anywhere. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CheckSource")
    public record Source(String label, @Nullable String webPage) {}

    /**
     * An exception.
     *
     * @param exception its id
     * @param holds true, false, or null when it is not known
     * @param claimed whether something given calls on it
     * @param provision id of where it is laid down
     * @param reasons its criteria; absent for one that nobody claimed, unless all is asked for
     * @param missing what would decide it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CheckException")
    public record Exception(
            String exception,

            @Schema(types = {"boolean", "null"}) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Boolean holds,

            boolean claimed,
            String provision,
            @Nullable List<Reason> reasons,
            List<String> missing) {}

    /**
     * What would change the answer.
     *
     * @param parameter the parameter that would be otherwise
     * @param value its value then
     * @param condition the same in words, such as "With 50 persons or more"
     * @param effects ids of the norms that would stand otherwise, by the state that they would have
     * @param link the check with that value
     */
    @Schema(name = "CheckChange")
    public record Change(
            String parameter, String value, String condition, Map<String, List<String>> effects, String link) {}

    /**
     * A case or a gap.
     *
     * @param about ids of the provisions that a case turned on, or of who is left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CheckItem")
    public record Item(
            String id,
            String label,
            String summary,
            @Nullable String date,
            List<String> about) {}

    /**
     * A question that was not answered.
     *
     * @param parameter the parameter that answers it
     * @param question the question in words
     * @param values what may be answered; absent when anything of the kind may
     * @param open true when only a person can judge it; else absent
     * @param meaning of what only a person can judge, what there is to judge; else absent
     * @param weighed of the same, the nearest cases, provisions and guidance that weigh it; absent when none is known
     * @param norms how many norms of the answer turn on it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CheckQuestion")
    public record Question(
            String parameter,
            String question,
            @Nullable List<String> values,
            @Nullable Boolean open,
            @Nullable String meaning,
            @Nullable List<Weighed> weighed,
            int norms) {}

    /**
     * What weighs an open standard.
     *
     * @param by id of the case, provision or guidance
     * @param passage id of the place where a source says so
     */
    @Schema(name = "CheckWeighed")
    public record Weighed(String by, String passage) {}
}
