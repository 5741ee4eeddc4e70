package org.werkgraaf.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the days that callers name, and knows which day it is for readers of Belgian and Dutch law. */
public final class Days {
    /** Name of the parameter of the day on which the law is looked at. */
    public static final String AS_OF = "asOf";

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    /** Years of four digits only: no law is older or further away. */
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Days() {}

    /** The present day in Brussels and Amsterdam. */
    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /**
     * The day that a parameter names; absent when it is not given or blank.
     *
     * @throws RequestException when it is given more than once or names no day
     */
    public static @Nullable LocalDate read(HttpServletRequest request, String name) {
        String[] given = request.getParameterValues(name);
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
                "The parameter " + name + " is '" + Texts.shorten(day) + "'; it takes a date such as 2026-12-02.");
    }
}
