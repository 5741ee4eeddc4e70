package org.werkgraaf.publish;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.load.LoadProblem;
import org.werkgraaf.store.Release;
import org.werkgraaf.validate.Report;

/**
 * How an attempt to publish ended.
 *
 * @param outcome in one word
 * @param release the release that is served now as a result; absent when refused
 * @param written names of the graphs that were rewritten or dropped
 * @param report the findings of shapes and rules; absent when it did not come to that
 * @param problems why files could not be loaded
 * @param ruleProblem why the rules could not be used, or the release not be written; empty when they could
 */
public record Publication(
        Outcome outcome,
        @Nullable Release release,
        Set<String> written,
        @Nullable Report report,
        List<LoadProblem> problems,
        String ruleProblem) {
    /** The ways in which an attempt can end. */
    public enum Outcome {
        /** A new release is served. */
        PUBLISHED,
        /** The content is what the served release was made of; nothing was written. */
        UNCHANGED,
        /** The graphs say the same, but the release was written again: its files were gone, or other files of the content changed. */
        RENEWED,
        /** The content was only checked, and is good. */
        CHECKED,
        /** The content was refused; the last good release is served. */
        REFUSED,
        /** The content may be good, but the release could not be written; the last good release is served. */
        FAILED
    }

    static Publication unchanged(Release release) {
        return new Publication(Outcome.UNCHANGED, release, Set.of(), null, List.of(), "");
    }

    /** A release was written, of which these graphs are others than before. */
    static Publication published(Release release, Set<String> written, @Nullable Report report) {
        Outcome outcome = written.isEmpty() ? Outcome.RENEWED : Outcome.PUBLISHED;
        return new Publication(outcome, release, written, report, List.of(), "");
    }

    /** The content was judged and indexed before. */
    static Publication prepared() {
        return new Publication(Outcome.CHECKED, null, Set.of(), null, List.of(), "");
    }

    static Publication checked(Report report) {
        return new Publication(Outcome.CHECKED, null, Set.of(), report, List.of(), "");
    }

    static Publication refused(Report report) {
        return new Publication(Outcome.REFUSED, null, Set.of(), report, List.of(), "");
    }

    static Publication unreadable(List<LoadProblem> problems) {
        return new Publication(Outcome.REFUSED, null, Set.of(), null, problems, "");
    }

    static Publication badRules(String problem) {
        return new Publication(Outcome.REFUSED, null, Set.of(), null, List.of(), problem);
    }

    static Publication failed(String why) {
        return new Publication(Outcome.FAILED, null, Set.of(), null, List.of(), why);
    }

    /** Why the release could not be written; empty when that was not the matter. */
    public String failure() {
        return outcome == Outcome.FAILED ? ruleProblem : "";
    }

    /** Whether the content was refused. */
    public boolean refused() {
        return outcome == Outcome.REFUSED;
    }

    /** Each reason for a refusal, a line each, with place and remedy. */
    public List<String> reasons() {
        if (!refused()) {
            return List.of();
        }
        if (!ruleProblem.isEmpty()) {
            return List.of(ruleProblem);
        }
        if (report != null) {
            return report.errors().stream().map(Object::toString).toList();
        }
        return problems.stream().map(LoadProblem::toString).toList();
    }

    /** The outcome in one line. */
    public String summary() {
        return switch (outcome) {
            case PUBLISHED -> "release " + id() + ", " + written.size() + " graphs written";
            case UNCHANGED -> "release " + id() + " stands, the content is the same";
            case RENEWED -> "release " + id() + " was written again, its graphs say the same";
            case CHECKED -> "the content is good";
            case FAILED -> "failed. " + ruleProblem;
            case REFUSED ->
                "refused, " + reasons().size() + " reasons; first: " + reasons().get(0);
        };
    }

    private String id() {
        return release == null ? "none" : release.id();
    }
}
