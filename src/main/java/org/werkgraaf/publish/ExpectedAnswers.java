package org.werkgraaf.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.werkgraaf.assess.ScenarioResults;
import org.werkgraaf.change.ChangeLine;
import org.werkgraaf.validate.CompetencyQuestions;

/**
 * What the content would answer otherwise with a change: the cases of the check, which must come out as they are written, and the
 * competency questions.
 *
 * @param cases cases that would come out wrong; they refuse the change
 * @param questions questions that would have another answer; one that loses something must be confirmed
 * @param unasked what was not asked, and why not
 */
public record ExpectedAnswers(List<BrokenCase> cases, List<ChangedAnswer> questions, List<Unasked> unasked) {
    /** Nothing was asked, as the content is refused anyway. */
    static final ExpectedAnswers REFUSED =
            new ExpectedAnswers(List.of(), List.of(), List.of(new Unasked(Unasked.Reason.REFUSED, 0, "")));

    /**
     * A case that would come out wrong.
     *
     * @param result what would be wrong in it
     * @param by the lines of the change that touch what it turns on; all where none does
     */
    public record BrokenCase(ScenarioResults.Result result, List<ChangeLine> by) {}

    /**
     * A question that would have another answer.
     *
     * @param change what goes from the answer, and comes into it
     * @param by the lines of the change on what goes or comes; all where none is
     */
    public record ChangedAnswer(CompetencyQuestions.Changed change, List<ChangeLine> by) {}

    /**
     * Some of what was not asked.
     *
     * @param reason why not
     * @param count how many of them; none where that is not known
     * @param words what could not be read
     */
    public record Unasked(Reason reason, int count, String words) {
        /** Why something was not asked. */
        public enum Reason {
            /** The content is refused anyway. */
            REFUSED,
            /** No cases come with the content. */
            NO_CASES,
            /** No questions come with the content. */
            NO_QUESTIONS,
            /** The cases or questions cannot be read. */
            UNREADABLE,
            /** There was no time for all questions. */
            NO_TIME
        }
    }

    /** Names the answers that lose something, so that who confirms it confirms these; empty when none does. */
    public String confirmation() {
        String lost = questions.stream()
                .map(ChangedAnswer::change)
                .filter(change -> !change.gone().isEmpty())
                .map(change -> change.name() + " " + change.gone() + " " + change.come())
                .collect(Collectors.joining("\n"));
        return lost.isEmpty() ? "" : digest(lost);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
