package org.werkgraaf;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.werkgraaf.store.StoreException;

/** Says in one line, without a stack trace, why the service did not start, when whoever runs it can mend that. */
final class FailureReport implements SpringBootExceptionReporter {
    private static final Logger LOG = LoggerFactory.getLogger(Werkgraaf.class);

    FailureReport(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException) {
                LOG.error("Werkgraaf did not start. {}", cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
