package org.werkgraaf.web.ops;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.apache.coyote.AbstractProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Takes no more connections than the process may have files open, and says so when that is few: a connection that cannot be accepted
 * is an error in the log, one that waits is not.
 */
@Component
class FileDescriptors implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    /** What jars, store and index of one release have open, and those of the next while it is being made. */
    static final long OWN = 400;
    /** What is needed to serve some hundred visitors at a time. */
    static final long NEEDED = 1024;

    private static final int CONNECTIONS_MIN = 16;
    private static final Logger LOG = LoggerFactory.getLogger(FileDescriptors.class);

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long most = system.getMaxFileDescriptorCount();
            if (most < NEEDED) {
                LOG.warn(
                        "The process may have {} files open and needs {}: it takes {} connections at a time, and publishing"
                                + " may fail. Raise the limit (ulimit -n {}) and start it again.",
                        most,
                        NEEDED,
                        connections(most),
                        NEEDED);
            }
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                    protocol.setMaxConnections(Math.min(protocol.getMaxConnections(), connections(most)));
                }
            });
        }
    }

    /** How many connections fit: each may hold a file open beside itself. */
    static int connections(long most) {
        return (int) Math.max(CONNECTIONS_MIN, Math.min(Integer.MAX_VALUE, (most - OWN) / 2));
    }
}
