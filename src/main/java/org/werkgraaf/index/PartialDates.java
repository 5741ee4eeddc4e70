package org.werkgraaf.index;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates of which the day or month may be missing. */
final class PartialDates {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");

    private PartialDates() {}

    /** The first day that the text can mean: {@code 2019-11} is 1 November 2019. Empty when it is no date. */
    static Optional<LocalDate> parse(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(Integer.parseInt(matcher.group(1)), part(matcher.group(2)), part(matcher.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int part(@org.jspecify.annotations.Nullable String text) {
        return text == null ? 1 : Integer.parseInt(text);
    }
}
