package org.werkgraaf.publish;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The result of work in another thread, waited for; what went wrong there is thrown as if it had happened here. */
public final class Joined {
    private Joined() {}

    /**
     * @param work what is waited for
     * @return what it made
     */
    public static <T> T of(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
