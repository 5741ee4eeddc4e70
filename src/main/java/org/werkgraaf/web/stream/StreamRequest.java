package org.werkgraaf.web.stream;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.werkgraaf.stream.ChangeStream;
import org.werkgraaf.web.ask.KnownParameters;

/** Reads the parameters of requests for the stream; each that is wrong is refused with what to do. */
final class StreamRequest {
    private final KnownParameters given;

    /** @param known names that are taken */
    StreamRequest(Map<String, String[]> parameters, Set<String> known) {
        this.given = new KnownParameters(parameters, known);
    }

    /** The value of a parameter; empty when it is not given. */
    String text(String name) {
        String value = given.one(name);
        return value == null ? "" : value.strip();
    }

    /** The segment of a class, which may be given by its name too; empty for all classes. */
    String segment(ChangeStream stream) {
        String name = text("type");
        if (name.isEmpty()) {
            return "";
        }
        SortedSet<String> known = new TreeSet<>(stream.segments());
        String segment = name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        if (!known.contains(segment)) {
            throw KnownParameters.bad("type", name, "use " + String.join(", ", known));
        }
        return segment;
    }

    /** A number from 1 on. */
    int number(String name, int otherwise, int most) {
        return given.number(name, otherwise, most);
    }
}
