package org.werkgraaf.web.ops;

import org.werkgraaf.publish.ChangeDesk;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.web.EditSettings;

/** What writes changes in a service, for tests that start none. */
public final class Writers {
    private Writers() {}

    public static ChangeWriter of(ChangeDesk desk, Publisher publisher, EditSettings settings) {
        return new ChangeWriter(desk, publisher, new ChangeTurns(settings), settings);
    }
}
