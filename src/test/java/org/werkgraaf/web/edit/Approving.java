package org.werkgraaf.web.edit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.draft.DraftLimits;
import org.werkgraaf.draft.DraftState;
import org.werkgraaf.draft.Drafts;
import org.werkgraaf.publish.ChangeDesk;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.web.EditSettings;
import org.werkgraaf.web.ops.Writers;

/** Has changes wait and approves them as a service does, without its pages. */
public final class Approving implements AutoCloseable {
    private static final DraftLimits LIMITS = new DraftLimits(100, 100, 10_000_000, 90, 10_000_000, 500);
    private static final EditSettings SETTINGS = new EditSettings(6, 6, 600, true, 500, true, () -> true);

    private final Drafts drafts;
    private final DraftDesk desk;

    public Approving(Path var, ChangeDesk changes, Publisher publisher, GraphStore store) {
        this.drafts = Drafts.open(var.resolve(Drafts.FOLDER), LIMITS, Clock.systemUTC());
        ObjectProvider<Drafts> provider = new ObjectProvider<>() {
            @Override
            public Drafts getObject() {
                return drafts;
            }
        };
        this.desk = new DraftDesk(provider, Writers.of(changes, publisher, SETTINGS), store, SETTINGS);
    }

    private static Editor curator(String name) {
        return new Editor(name, true, true, true);
    }

    /** Has a change wait. */
    public DraftChange propose(ChangeSet change) {
        return desk.keep(null, new DraftChange.Text(change.firstThing(), "", change, Map.of()), true);
    }

    /** All that waits or waited; what was published before the process ended is so. */
    public List<DraftChange> all() {
        return desk.all(curator("Eve"));
    }

    /** The one that waits. */
    public List<DraftChange> waiting() {
        return all().stream()
                .filter(draft -> draft.state() == DraftState.PROPOSED)
                .toList();
    }

    /** Publishes one; returns it as it is then. */
    public DraftChange approve(DraftChange draft, String who) {
        return desk.approve(curator(who), draft.id(), draft.digest(), "", verdict -> verdict.accepted())
                .draft();
    }

    @Override
    public void close() {
        drafts.close();
    }
}
