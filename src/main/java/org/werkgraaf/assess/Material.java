package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.werkgraaf.vocabulary.ThingId;

/**
 * What an answer tells besides the outcomes, read once for a release. Texts are by language.
 *
 * @param norms what norms are called and ask
 * @param places where passages stand
 * @param cases decided cases
 * @param gaps what nobody has regulated
 * @param coverage how far the law of countries is in the graph
 * @param facts the questions that can be answered
 * @param techniquesOfProducts the techniques that products use
 * @param acts acts that have no norm with conditions
 * @param topics the terms that each subject of law is about
 * @param bindingness of provisions and acts that ask something and are no law, such as guidance of an authority: what they are
 */
public record Material(
        Map<ThingId, Norm> norms,
        Map<ThingId, Place> places,
        List<DecidedCase> cases,
        List<Gap> gaps,
        List<Coverage> coverage,
        Map<ThingId, Question> facts,
        Map<ThingId, Set<ThingId>> techniquesOfProducts,
        List<Act> acts,
        Map<ThingId, Set<ThingId>> topics,
        Map<ThingId, ThingId> bindingness) {

    /**
     * A norm as a reader meets it.
     *
     * @param phase when it asks something, if that is known
     * @param carriesOut the European norms that it merely carries out
     */
    public record Norm(
            ThingId id,
            Map<String, String> labels,
            Map<String, String> definitions,
            Map<String, String> timeLimits,
            Optional<ThingId> phase,
            List<ThingId> dutyHolders,
            List<ThingId> beneficiaries,
            List<ThingId> carriesOut) {}

    /**
     * A place in a source.
     *
     * @param webPage where it can be read by itself, if anywhere
     * @param sourcePage where the source can be read, if anywhere
     * @param verification how far it was checked; empty when that is not said
     */
    public record Place(
            ThingId passage,
            ThingId source,
            Map<String, String> sourceLabels,
            Map<String, String> sections,
            Optional<String> webPage,
            Optional<String> sourcePage,
            Optional<String> verification) {}

    /**
     * A decided case.
     *
     * @param subjects techniques and data that it is about
     * @param provisions what it turned on
     */
    public record DecidedCase(
            ThingId id,
            Map<String, String> labels,
            Map<String, String> definitions,
            Set<ThingId> jurisdictions,
            Optional<LocalDate> decidedOn,
            Set<ThingId> outcomes,
            Set<ThingId> subjects,
            Set<ThingId> provisions) {}

    /**
     * An act that is in the graph though none of its norms can be checked.
     *
     * @param subjects what it or a part of it regulates
     * @param from its first day; empty where it is not known
     * @param until its last day; empty where it has none, or it is not known
     */
    public record Act(
            ThingId id,
            Map<String, String> labels,
            Set<ThingId> jurisdictions,
            Set<ThingId> subjects,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {
        /** Whether it may be law on a day: it has not ended, and is not yet to begin. */
        boolean mayHold(LocalDate day) {
            return from.filter(day::isBefore).isEmpty()
                    && until.filter(day::isAfter).isEmpty();
        }
    }

    /** What is left without protection. */
    public record Gap(
            ThingId id,
            Map<String, String> labels,
            Map<String, String> definitions,
            Set<ThingId> jurisdictions,
            Set<ThingId> subjects,
            Set<ThingId> leftOut) {}

    /**
     * How far the law of a country on a subject is in the graph.
     *
     * @param from the first day of which it is; empty where that is not said
     * @param checkedOn the day of the last look
     */
    public record Coverage(
            ThingId country, ThingId topic, ThingId level, Optional<LocalDate> from, LocalDate checkedOn) {}

    /**
     * A question of fact.
     *
     * @param open whether only a person can judge it
     * @param definitions what there is to judge; empty for a plain fact that needs no word
     * @param weighed the cases, provisions and guidance that weigh it
     */
    public record Question(
            ThingId id,
            Map<String, String> labels,
            Map<String, String> asks,
            boolean open,
            Map<String, String> definitions,
            List<Weighed> weighed) {}

    /**
     * What weighs an open standard.
     *
     * @param by a case that turned on it, or a provision or guidance that says what it asks
     * @param passage where a source says so
     * @param jurisdictions whose law that is
     */
    public record Weighed(ThingId by, ThingId passage, Set<ThingId> jurisdictions) {}
}
