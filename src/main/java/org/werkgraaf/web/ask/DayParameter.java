package org.werkgraaf.web.ask;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** Reads the days that callers name. */
public final class DayParameter {
    /** Years of four digits only: no law is older or further away. */
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private DayParameter() {}

    /**
     * The day that a parameter names; absent when it is not given or blank.
     *
     * @throws RequestException when it is given more than once or names no day
     */
    public static @Nullable LocalDate read(Map<String, String[]> parameters, String name) {
        String @Nullable [] given = parameters.get(name);
        if (given == null || given.length == 1 && given[0].isBlank()) {
            return null;
        }
        if (given.length > 1) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter " + name + " is given " + given.length + " times; give one day.");
        }
        String day = given[0].strip();
        try {
            if (FORM.matcher(day).matches()) {
                return LocalDate.parse(day);
            }
        } catch (DateTimeParseException e) {
            // Told below, together with what has another form.
        }
        throw new RequestException(
                ErrorCode.BAD_PARAMETER,
                "The parameter " + name + " is '" + GivenText.shorten(day) + "'; it takes a date such as 2026-12-02.");
    }
}
