package org.werkgraaf;

import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.StoreLockedException;

/** What can be asked from a shell instead of starting the service. */
final class Commands {
    static final List<String> NAMES = List.of("check", "publish");

    private Commands() {}

    /**
     * Runs a command.
     *
     * @return the exit code: 0 when the content is good, 1 when it was refused, 2 when the store is in use
     */
    static int run(String name, String[] args, PrintStream out) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true);
        try (ConfigurableApplicationContext context = application.run(args)) {
            Publisher publisher = name.equals("check") ? checker(context) : context.getBean(Publisher.class);
            Publication result = name.equals("check") ? publisher.check() : publisher.publish();
            print(result, out);
            return result.refused() ? 1 : 0;
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof StoreLockedException locked) {
                    out.println(locked.getMessage());
                    return 2;
                }
            }
            throw e;
        }
    }

    /** A check needs no store, so it can run beside a service. */
    private static Publisher checker(ConfigurableApplicationContext context) {
        return new Publisher(
                context.getBean(org.werkgraaf.load.ContentReader.class),
                org.werkgraaf.store.GraphStore.inMemory(),
                context.getBean(org.werkgraaf.index.EntityIndex.class),
                context.getBean(org.werkgraaf.publish.QualityReports.class),
                java.time.Clock.systemUTC());
    }

    private static void print(Publication result, PrintStream out) {
        result.reasons().forEach(out::println);
        if (result.report() != null) {
            result.report().findings().stream()
                    .filter(finding -> finding.severity() == org.werkgraaf.validate.Severity.WARN)
                    .forEach(out::println);
            out.println("Findings: " + result.report().countBySeverity());
        }
        out.println(result.summary());
    }
}
