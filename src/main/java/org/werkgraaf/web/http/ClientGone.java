package org.werkgraaf.web.http;

import org.apache.catalina.connector.ClientAbortException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Tells failures of ours from callers who went away before they had their answer: there is nobody to tell, and nothing to mend. */
public final class ClientGone {
    private ClientGone() {}

    /** Whether that happened because the caller is gone. */
    public static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }
}
