package org.werkgraaf.web.ask;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Calendar;
import org.werkgraaf.index.Thing;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Wording;

/**
 * What a thing that was found asks: of a provision whose text changed, what it asked on the day of the search.
 *
 * @param note that the text of that day is not known and this is what it asks now; empty otherwise
 * @param definition what it asks, whole; empty when it has no definition
 */
public record DatedSummary(String note, String definition) {
    /**
     * Of a thing on a day.
     *
     * @param day that the search named; absent for the present day
     * @param calendar of the release that answers
     * @param text in whose language it is said
     */
    public static DatedSummary of(Thing thing, @Nullable LocalDate day, Calendar calendar, PageText text) {
        String now = text.pick(thing.summaries(), "");
        if (day == null) {
            return new DatedSummary("", now);
        }
        if (calendar.isVersionUnknown(day, thing.id())) {
            return new DatedSummary(text.message("asOf.versionUnknown.hit", text.day(day.toString())), now);
        }
        return new DatedSummary(
                "",
                calendar.version(day, thing.id())
                        .map(version -> text.pick(version.definitions(), ""))
                        .orElse(now));
    }

    /** The definition, or its beginning with an ellipsis, behind the note. */
    public String shortened(int lengthMax) {
        return (note + " " + Wording.beginning(definition, lengthMax)).strip();
    }

    /** The note and the whole definition. */
    public String whole() {
        return (note + " " + definition).strip();
    }
}
