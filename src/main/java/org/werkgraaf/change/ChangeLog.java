package org.werkgraaf.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.load.LoadProblem;

/**
 * The log of applied changes, a line for each: number, time, id, SHA-256 of its file, and SHA-256 of the line so far together with that of
 * the line before. Lines are only ever added.
 */
final class ChangeLog {
    /** The folder of the changes, as a path of the content. */
    static final String FOLDER = "data/changes/";
    /** The log itself. */
    static final String FILE = FOLDER + "log.txt";

    private static final String REMEDY =
            "Put it back from version control or from a backup, in which content.zip holds it; changes are taken back by a new"
                    + " change only.";
    private static final int FIELDS = 5;

    private final List<String> lines;

    private ChangeLog(List<String> lines) {
        this.lines = lines;
    }

    /** The log in some content; without lines when nothing was changed yet. */
    static ChangeLog of(Content content) {
        return new ChangeLog(
                content.file(FILE).map(file -> file.text().lines().toList()).orElse(List.of()));
    }

    /** The ids of the changes, oldest first. */
    List<String> ids() {
        return lines.stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == FIELDS)
                .map(fields -> fields[2])
                .toList();
    }

    /** The log with a change more. */
    String with(ChangeSet change) {
        String before = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        String body = String.join(
                "\t",
                Integer.toString(lines.size() + 1),
                change.time().toString(),
                change.id(),
                sha256(ChangeFormat.write(change)));
        List<String> all = new ArrayList<>(lines);
        all.add(body + '\t' + chained(before, body));
        return String.join("\n", all) + '\n';
    }

    private static String chained(String before, String body) {
        return sha256(before + '\n' + body);
    }

    /** What is wrong with the log and the files that it names; empty when all is as it was written. */
    static List<LoadProblem> problems(Content content) {
        List<LoadProblem> problems = new ArrayList<>();
        Map<String, ContentFile> files = new TreeMap<>();
        content.in("data/changes", ChangeFormat.ENDING).forEach(file -> files.put(file.path(), file));
        Set<String> named = new HashSet<>();
        List<String> lines = of(content).lines;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String[] fields = line.split("\t", -1);
            String before = i == 0 ? "" : lines.get(i - 1);
            int end = line.lastIndexOf('\t');
            if (fields.length != FIELDS
                    || !fields[0].equals(Integer.toString(i + 1))
                    || !fields[4].equals(chained(before, line.substring(0, end)))) {
                problems.add(
                        problem(
                                FILE,
                                i + 1,
                                "Line " + (i + 1)
                                        + " of the log of changes is not what was written, or a line before it is missing or changed."));
                continue;
            }
            String path = FOLDER + fields[2] + ChangeFormat.ENDING;
            named.add(path);
            ContentFile file = files.get(path);
            if (file == null) {
                problems.add(problem(FILE, i + 1, "The file of the change " + fields[2] + " is missing."));
            } else if (!fields[3].equals(sha256(file.text()))) {
                problems.add(problem(path, 0, "The file of the change " + fields[2] + " is not what was written."));
            }
        }
        if (problems.isEmpty()) {
            files.keySet().stream()
                    .filter(path -> !named.contains(path))
                    .forEach(path -> problems.add(
                            problem(path, 0, "The change is not in " + FILE + ", so lines are missing at its end.")));
        }
        return problems;
    }

    private static LoadProblem problem(String file, long line, String reason) {
        return new LoadProblem(file, line, 0, reason, REMEDY);
    }

    /** SHA-256 of a text in UTF-8, in hexadecimal. */
    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
