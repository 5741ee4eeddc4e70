package org.werkgraaf.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.load.LoadProblem;

/** The changes that some content has seen, oldest first; read when first asked for, since most requests never do. */
public final class ChangeHistory {
    private @Nullable Content content;
    private @Nullable List<ChangeSet> changes;

    private ChangeHistory(Content content) {
        this.content = content;
    }

    /** The history in some content. */
    public static ChangeHistory of(Content content) {
        return new ChangeHistory(Content.of(content.in("data/changes", "")));
    }

    /** No history: nothing was read yet. */
    public static ChangeHistory none() {
        return new ChangeHistory(Content.of(List.of()));
    }

    /** What is wrong with the log in some content, with file and line; empty when it is as it was written. */
    public static List<LoadProblem> problems(Content content) {
        return ChangeLog.problems(content);
    }

    /** All changes, oldest first. */
    public synchronized List<ChangeSet> all() {
        if (changes == null && content != null) {
            List<ChangeSet> read = new ArrayList<>();
            for (String id : ChangeLog.of(content).ids()) {
                content.file(ChangeLog.FOLDER + id + ChangeFormat.ENDING)
                        .map(ContentFile::text)
                        .map(ChangeFormat::read)
                        .ifPresent(read::add);
            }
            changes = List.copyOf(read);
            content = null;
        }
        return changes == null ? List.of() : changes;
    }

    /** The changes that say something else of a thing, or in the braces of a passage, oldest first. */
    public List<ChangeSet> of(Node thing) {
        return all().stream().filter(change -> change.touched().contains(thing)).toList();
    }

    /** A change by its id. */
    public Optional<ChangeSet> find(String id) {
        return all().stream().filter(change -> change.id().equals(id)).findFirst();
    }
}
