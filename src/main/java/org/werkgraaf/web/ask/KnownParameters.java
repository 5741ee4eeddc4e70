package org.werkgraaf.web.ask;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** The parameters of a page that draws the graph; each that is wrong is refused with what to do. */
public final class KnownParameters {
    static final int YEAR_MIN = 1800;
    static final int YEAR_MAX = 2200;
    private static final int VALUE_MAX = 200;

    private final Map<String, String[]> parameters;

    /** @param known names of the parameters beside that of the language */
    public KnownParameters(Map<String, String[]> parameters, Set<String> known) {
        this.parameters = parameters;
        for (String name : parameters.keySet()) {
            if (!known.contains(name) && !name.equals(ReaderLanguage.NAME)) {
                throw new RequestException(
                        ErrorCode.UNKNOWN_PARAMETER,
                        "The parameter '" + GivenText.shorten(name) + "' is not known here. Use: "
                                + String.join(", ", known.stream().sorted().toList()) + ", lang.");
            }
        }
    }

    /** The values that are not empty. */
    List<String> all(String name, int most) {
        String[] values = parameters.get(name);
        List<String> given = values == null
                ? List.of()
                : Arrays.stream(values)
                        .filter(value -> !value.isBlank())
                        .distinct()
                        .toList();
        if (given.size() > most) {
            throw bad(name, given.size() + " values", "give at most " + most);
        }
        for (String value : given) {
            if (value.length() > VALUE_MAX) {
                throw bad(name, value, "give at most " + VALUE_MAX + " characters");
            }
        }
        return given;
    }

    /** The one value that is given, if any. */
    public @Nullable String one(String name) {
        List<String> given = all(name, 1);
        return given.isEmpty() ? null : given.get(0);
    }

    /** Some of a few words. */
    public List<String> choices(String name, List<String> offered) {
        List<String> given = all(name, offered.size());
        given.forEach(each -> {
            if (!offered.contains(each)) {
                throw bad(name, each, "use " + String.join(", ", offered));
            }
        });
        return given;
    }

    /** One of a few words. */
    public String choice(String name, List<String> offered, String otherwise) {
        String given = one(name);
        if (given != null && !offered.contains(given)) {
            throw bad(name, given, "use " + String.join(", ", offered));
        }
        return given == null ? otherwise : given;
    }

    /** The id of a thing of a class; what follows the slash will do. */
    public @Nullable String thing(String name, String type, Atlas atlas) {
        String given = one(name);
        if (given == null) {
            return null;
        }
        String id = given.toLowerCase(Locale.ROOT);
        return atlas.find(id)
                .or(() -> atlas.find(type.toLowerCase(Locale.ROOT) + "/" + id))
                .filter(thing -> thing.type().equals(type))
                .map(Atlas.Thing::id)
                .orElseThrow(() -> bad(
                        name,
                        given,
                        "give the id of one that is in the list on the page, such as "
                                + atlas.ofType(type).stream()
                                        .findFirst()
                                        .map(Atlas.Thing::id)
                                        .orElse("")));
    }

    /** A whole number from 1 on. */
    public int number(String name, int otherwise, int most) {
        String given = one(name);
        if (given == null) {
            return otherwise;
        }
        int number = given.strip().matches("\\d{1,9}") ? Integer.parseInt(given.strip()) : 0;
        if (number < 1 || number > most) {
            throw bad(name, given, "it takes a whole number from 1 to " + most);
        }
        return number;
    }

    /** A year in four digits. */
    public @Nullable Integer year(String name) {
        String given = one(name);
        if (given == null) {
            return null;
        }
        int year = given.matches("\\d{4}") ? Integer.parseInt(given) : 0;
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw bad(name, given, "give a year from " + YEAR_MIN + " to " + YEAR_MAX);
        }
        return year;
    }

    public static RequestException bad(String name, String value, String what) {
        return new RequestException(
                ErrorCode.BAD_PARAMETER,
                "The parameter " + name + " is '" + GivenText.shorten(value) + "'; " + what + ".");
    }
}
