package org.werkgraaf.query;

/**
 * What is wrong with the file of a saved question.
 *
 * @param file path from the content's root
 * @param line line counted from one
 * @param reason what is wrong, in plain words
 * @param solution what to do
 */
public record QuestionProblem(String file, int line, String reason, String solution) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason + " " + solution;
    }
}
