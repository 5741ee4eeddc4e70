package org.werkgraaf.change;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;

/**
 * A change together with what the content is with it.
 *
 * @param change as it stands in the log
 * @param before the content without it
 * @param after the content with it, with its file and its line in the log
 * @param files the files that are others, by path
 */
public record PlannedChange(ChangeSet change, Content before, Content after, Map<String, byte[]> files) {
    /**
     * Works out what a change makes of some content; nothing is written.
     *
     * @param now the time that it gets
     * @throws ChangeException when the content is not what it was made for, or the log is damaged
     */
    public static PlannedChange of(Content content, ChangeSet asked, Instant now) {
        ChangeLog.problems(content).stream().findFirst().ifPresent(problem -> {
            throw ChangeException.unsound("The log of changes is damaged. " + problem);
        });
        ChangeSet change = asked.appliedAt(now);
        Map<String, byte[]> files = new TreeMap<>(ChangePlan.files(content, change));
        files.put(ChangeLog.FOLDER + change.id() + ChangeFormat.ENDING, bytes(ChangeFormat.write(change)));
        files.put(ChangeLog.FILE, bytes(ChangeLog.of(content).with(change)));
        List<ContentFile> all = new ArrayList<>();
        content.files().stream().filter(file -> !files.containsKey(file.path())).forEach(all::add);
        files.forEach((path, bytes) -> all.add(new ContentFile(path, bytes)));
        return new PlannedChange(change, content, Content.of(all), files);
    }

    /** The files of statements that are others. */
    public List<String> paths() {
        return files.keySet().stream()
                .filter(path -> !path.startsWith(ChangeLog.FOLDER))
                .toList();
    }

    /**
     * Writes it.
     *
     * @throws ChangeException when a file was changed meanwhile; nothing is written then
     */
    public void write(ChangeFolder folder) {
        Map<String, byte[]> old = new TreeMap<>();
        Set<String> paths = files.keySet();
        before.files().stream()
                .filter(file -> paths.contains(file.path()))
                .forEach(file -> old.put(file.path(), file.bytes()));
        folder.write(old, files);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
