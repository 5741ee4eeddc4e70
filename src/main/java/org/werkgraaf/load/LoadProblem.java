package org.werkgraaf.load;

/**
 * Why a file cannot be loaded.
 *
 * @param file path from the content's root
 * @param line line counted from one; zero when the problem is the file as a whole
 * @param column column counted from one; zero when not known
 * @param reason what is wrong, in plain words
 * @param solution what to do
 */
public record LoadProblem(String file, long line, long column, String reason, String solution) {
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line + (column > 0 ? ":" + column : "") : file;
        return place + ": " + reason + " " + solution;
    }
}
