package org.werkgraaf.dump;

import java.util.function.BooleanSupplier;

/**
 * Ends work in the background early. An interrupt would not do: it closes the files of the store under all readers.
 *
 * @param wanted whether to end
 */
record Stop(BooleanSupplier wanted) {
    static final Stop NEVER = new Stop(() -> false);

    void check() {
        if (wanted.getAsBoolean()) {
            throw new StoppedException();
        }
    }

    /** The work was ended early, on purpose. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
