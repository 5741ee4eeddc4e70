package org.werkgraaf.vocabulary;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A language, as {@code languages.properties} has it.
 *
 * @param code its tag, such as {@code nl}
 * @param name what it calls itself
 * @param locale how its readers write numbers and dates and order names
 * @param analysis name of the way in which its words become stems
 * @param compounds whether it glues words together
 * @param content what the content has in it
 * @param firstDay pattern of a date on the first day of a month; absent where that is like any other
 * @param month pattern of a month and its year
 */
public record Language(
        String code,
        String name,
        Locale locale,
        String analysis,
        boolean compounds,
        Content content,
        @Nullable String firstDay,
        String month) {
    /** What the content has in a language. */
    public enum Content {
        /** Every text: labels, definitions and what passages say. */
        ALL,
        /** Every label, and the texts of the saved questions. */
        LABELS,
        /** What somebody wrote; another language stands in for the rest. */
        SOME
    }
}
