package org.werkgraaf.web.stream;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.werkgraaf.stream.ChangeStream;
import org.werkgraaf.web.ask.KnownParameters;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** Reads the parameters of requests for the stream; each that is wrong is refused with what to do. */
final class StreamRequest {
    private final Map<String, String[]> parameters;

    /** @param known names that are taken */
    StreamRequest(Map<String, String[]> parameters, Set<String> known) {
        new KnownParameters(parameters, known);
        this.parameters = parameters;
    }

    /** The value of a parameter; empty when it is not given. */
    String text(String name) {
        String[] values = parameters.get(name);
        if (values != null && values.length > 1) {
            throw KnownParameters.bad(name, values.length + " values", "give one");
        }
        return values == null ? "" : values[0].strip();
    }

    /** The segment of a class, which may be given by its name too; empty for all classes. */
    String segment(ChangeStream stream) {
        String given = text("type");
        if (given.isEmpty()) {
            return "";
        }
        SortedSet<String> known = new TreeSet<>(stream.segments());
        String segment = given.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        if (!known.contains(segment)) {
            throw KnownParameters.bad("type", given, "use " + String.join(", ", known));
        }
        return segment;
    }

    /** A number from 1 on. */
    int number(String name, int otherwise, int most) {
        String given = text(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        if (given.matches("\\d{1,9}")) {
            int number = Integer.parseInt(given);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw new RequestException(
                ErrorCode.BAD_PARAMETER,
                "The parameter " + name + " is '" + GivenText.shorten(given) + "'; it takes a whole number from 1 to "
                        + most + ".");
    }
}
