package org.werkgraaf;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.werkgraaf.vocabulary.ThingId;

/** {@code mcp}: speaks with an assistant over the standard streams, without a web server. */
final class AssistantCommand {
    static final String NAME = "mcp";

    private AssistantCommand() {}

    /**
     * Answers until the input ends.
     *
     * @return the exit code: 0 at the end of the input, 1 when the service could not start or a stream failed
     */
    static int run(String[] args) {
        // Whatever writes to it would be taken for an answer.
        System.setOut(System.err);
        try {
            new SpringApplicationBuilder(Werkgraaf.class)
                    .web(WebApplicationType.NONE)
                    .lazyInitialization(true)
                    .run(settings(args))
                    .close();
            return 0;
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    /**
     * In memory unless said otherwise, so that it can run beside a service; and with the permanent addresses of things, since it
     * serves no pages.
     */
    private static String[] settings(String[] args) {
        List<String> settings = new ArrayList<>(List.of(args));
        addUnlessGiven(settings, "--werkgraaf.storage", "memory");
        addUnlessGiven(settings, "--werkgraaf.base-url", ThingId.BASE.replaceFirst("/$", ""));
        return settings.toArray(String[]::new);
    }

    private static void addUnlessGiven(List<String> settings, String name, String value) {
        if (settings.stream().noneMatch(each -> each.startsWith(name + "="))) {
            settings.add(name + "=" + value);
        }
    }
}
