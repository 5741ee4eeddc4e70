package org.werkgraaf;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Where visitors reach the service: what the settings say, or else this machine at the port on which it listens. */
final class BaseAddress implements Supplier<String> {
    private final Environment environment;
    private volatile @Nullable String known;

    /** @param set the setting; empty for none */
    BaseAddress(String set, Environment environment) {
        this.environment = environment;
        this.known = set.isBlank() ? null : set.strip().replaceFirst("/+$", "");
    }

    /** The address, without a slash at the end. */
    @Override
    public String get() {
        String address = known;
        if (address != null) {
            return address;
        }
        // Known once the web server listens, which with server.port=0 is the first that anybody can know of it.
        String port = environment.getProperty("local.server.port");
        address = (environment.getProperty("server.ssl.enabled", Boolean.class, encrypted()) ? "https" : "http")
                + "://localhost:" + (port == null ? environment.getProperty("server.port", "8080") : port);
        if (port != null) {
            known = address;
        }
        return address;
    }

    private boolean encrypted() {
        return environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate")
                || environment.containsProperty("server.ssl.bundle");
    }
}
