package org.werkgraaf.store;

import java.nio.file.Path;

/** Another process holds the store. */
public final class StoreLockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreLockedException(Path folder, Throwable cause) {
        super(
                "The store in " + folder
                        + " is in use by another process. Stop that one, or point werkgraaf.var at another"
                        + " folder. To publish into a running service, send POST /admin/publish to it.",
                cause);
    }
}
