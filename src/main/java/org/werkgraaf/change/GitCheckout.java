package org.werkgraaf.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.werkgraaf.load.ContentReader;

/** Makes a commit of each change, where the content lies in a checkout of Git: by its author, with its reason, of its files only. */
public final class GitCheckout {
    private static final long SECONDS_MAX = 60;
    private static final int SAID_MAX = 500;
    /** Who keeps the checkout is the service; who stands for the change is its author. */
    private static final Map<String, String> SURROUNDINGS = Map.of(
            "GIT_COMMITTER_NAME", "Werkgraaf",
            "GIT_COMMITTER_EMAIL", "werkgraaf@localhost",
            "GIT_TERMINAL_PROMPT", "0");

    private GitCheckout() {}

    /**
     * Commits a change that was written.
     *
     * @return what Git says against it; empty when there is a commit
     */
    public static Optional<String> commit(ContentReader reader, PlannedChange planned) {
        ChangeSet change = planned.change();
        Path folder = reader.place(ChangeLog.FOLDER).orElseThrow(ChangeException::closed);
        List<String> files = planned.files().keySet().stream()
                .map(path -> reader.place(path).orElseThrow(ChangeException::closed))
                .map(path -> path.toAbsolutePath().normalize().toString())
                .toList();
        try {
            git(folder, with(List.of("add", "--"), files));
            git(
                    folder,
                    with(
                            List.of(
                                    "commit",
                                    "--quiet",
                                    "--author=" + author(change.author()),
                                    "--date=" + change.time(),
                                    "--message=" + message(change),
                                    "--"),
                            files));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("it was interrupted");
        }
    }

    private static List<String> with(List<String> command, List<String> files) {
        List<String> all = new ArrayList<>(command);
        all.addAll(files);
        return all;
    }

    /** A name as Git writes it; its address leads nowhere. */
    private static String author(String name) {
        String plain = name.replaceAll("[<>\\s\\p{Cntrl}]+", " ").strip();
        String local = plain.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return (plain.isEmpty() ? "unknown" : plain) + " <" + local + "@werkgraaf.invalid>";
    }

    private static String message(ChangeSet change) {
        return change.reason()
                + "\n\nChange: "
                + change.id()
                + (change.approver().isEmpty() ? "" : "\nApproved-by: " + change.approver())
                + (change.reverts().isEmpty() ? "" : "\nReverts: " + change.reverts())
                + (change.answers().isEmpty() ? "" : "\nAnswers: " + change.answers());
    }

    private static void git(Path folder, List<String> arguments) throws IOException, InterruptedException {
        Path said = Files.createTempFile("git", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(with(List.of("git", "-C", folder.toString()), arguments));
            builder.environment().putAll(SURROUNDINGS);
            Process git = builder.redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            git.getOutputStream().close();
            if (!git.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                throw new IOException("git did not end within " + SECONDS_MAX + " seconds");
            }
            if (git.exitValue() != 0) {
                String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip();
                throw new IOException(text.substring(0, Math.min(SAID_MAX, text.length())));
            }
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
