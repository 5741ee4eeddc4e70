package org.werkgraaf.web.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Calendar;
import org.werkgraaf.entity.Calendar.Span;
import org.werkgraaf.entity.Calendar.Version;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Origins.Origin;
import org.werkgraaf.meaning.Standing;
import org.werkgraaf.meaning.Standing.State;
import org.werkgraaf.vocabulary.ClassNames;

/** Says in words how the things of a page stand on a day; templates call it. */
public final class AsOf {
    /** Of these nothing is remarked behind a name. */
    private static final Set<State> SILENT = Set.of(State.HOLDS, State.UNDATED, State.DECISION_UNDATED);

    private static final int MOST_DAYS = 4;

    private final Calendar calendar;
    private final @Nullable LocalDate asked;
    private final LocalDate day;
    private final PageText text;

    /**
     * @param calendar of the release of the page
     * @param asked the day that the reader named; absent for the present day
     */
    public AsOf(Calendar calendar, @Nullable LocalDate asked, PageText text) {
        this.calendar = calendar;
        this.asked = asked;
        this.day = asked == null ? Days.today() : asked;
        this.text = text;
    }

    /** The day, as ISO date. */
    public String day() {
        return day.toString();
    }

    /** Whether the reader named the day. */
    public boolean isAsked() {
        return asked != null;
    }

    /** What links to things of this service end in, so that the day goes along; empty for the present day. */
    public String carry() {
        return asked == null ? "" : "?" + Days.AS_OF + "=" + asked;
    }

    /** A remark behind the name of a thing that does not hold on the day; absent when there is nothing to remark. */
    public @Nullable String remark(@Nullable String id, @Nullable String type) {
        return id == null ? null : calendar.on(day, id).map(this::remark).orElse(null);
    }

    /** A sentence about the thing of the page itself; absent for what time does not touch. */
    public @Nullable String sentence(Description thing) {
        return calendar.on(day, thing.id())
                .filter(standing ->
                        standing.state() != State.HOLDS || !thing.type().equals(ClassNames.CASE))
                .map(this::sentence)
                .orElse(null);
    }

    /**
     * The days between which law holds and what each has them from; empty for a case, for what time does not touch, and for what
     * has so many that its page lists them.
     */
    public List<Span> days(Description thing) {
        List<Span> days = thing.type().equals(ClassNames.CASE) ? List.of() : calendar.days(thing.id());
        return days.size() > MOST_DAYS ? List.of() : days;
    }

    /** The text that a provision had on the day that the reader named; absent when none is known, or no day was named. */
    public @Nullable Version version(Description thing) {
        return version(thing.id());
    }

    /** The same by the id of the provision. */
    public @Nullable Version version(String id) {
        return asked == null ? null : calendar.version(asked, id).orElse(null);
    }

    /** Whether the provision was law on the day that the reader named, and of its texts that of the day is not known. */
    public boolean isVersionUnknown(Description thing) {
        return isVersionUnknown(thing.id());
    }

    /** The same by the id of the provision. */
    public boolean isVersionUnknown(String id) {
        return asked != null && calendar.isVersionUnknown(asked, id);
    }

    /** Whether the first text of its act had a provision; absent where its page names the act that brought it in. */
    public @Nullable Origin origin(Description thing) {
        return calendar.origins().of(thing.id()).orElse(null);
    }

    /** The days in words; of a part that may have come later than its act, they are those from which at the earliest. */
    public String between(Description thing, Span days) {
        Origin origin = origin(thing);
        boolean mayBeLater =
                origin != null && origin.act() == null && !days.carrier().equals(thing.id());
        String key = days.byTransposition() ? "asOf.transposed" : mayBeLater ? "asOf.earliest" : "asOf.from";
        return text.message(
                key + (days.until() == null ? "" : "Until"),
                text.day(days.from().toString()),
                days.until() == null ? "" : text.day(days.until().toString()));
    }

    /** That no day is known on which a thing held, or was decided. */
    public String undated(String id) {
        boolean decided = calendar.on(day, id)
                .filter(standing -> standing.state() == State.DECISION_UNDATED)
                .isPresent();
        return text.message(decided ? "asOf.sentence.decisionUndated" : "asOf.remark.undated");
    }

    /** {@code holds}, {@code undated} or {@code not}: how the sentence is to be drawn. */
    public String mood(Description thing) {
        return calendar.on(day, thing.id())
                .map(standing -> switch (standing.state()) {
                    case HOLDS -> "holds";
                    case UNDATED, DECISION_UNDATED -> "undated";
                    default -> "not";
                })
                .orElse("undated");
    }

    /** Whether the day can make a difference on the page of a thing. */
    public boolean matters(Description thing) {
        return asked != null
                || calendar.on(day, thing.id()).isPresent()
                || Stream.concat(thing.facts().stream(), thing.incoming().stream())
                        .map(Relation::values)
                        .flatMap(values -> values.stream())
                        .anyMatch(value -> value.id() != null
                                && calendar.on(day, value.id()).isPresent());
    }

    private @Nullable String remark(Standing standing) {
        return SILENT.contains(standing.state()) ? null : words("remark", standing);
    }

    private String sentence(Standing standing) {
        return words("sentence", standing);
    }

    private String words(String form, Standing standing) {
        return text.message(
                "asOf." + form + "." + key(standing.state()), text.day(day.toString()), text.day(standing.date()));
    }

    private static String key(State state) {
        return switch (state) {
            case HOLDS -> "holds";
            case NOT_YET -> "notYet";
            case TO_TRANSPOSE -> "toTranspose";
            case NO_LONGER -> "noLonger";
            case NEVER -> "never";
            case NOT_DECIDED -> "notDecided";
            case UNDATED -> "undated";
            case DECISION_UNDATED -> "decisionUndated";
        };
    }
}
