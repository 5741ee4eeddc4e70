package org.werkgraaf.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.PropertyNames;

/** Law, cases and incidents in the order of their dates. */
public final class Timeline {
    /** The kinds of events, in the order in which they are offered. */
    public static final List<String> KINDS =
            List.of("inForce", "applies", "ends", "moved", "transpose", "case", "incident");

    private final Atlas atlas;
    private final List<Event> events = new ArrayList<>();

    private Timeline(Atlas atlas) {
        this.atlas = atlas;
    }

    /** All events of a release, oldest first. */
    public static List<Event> of(Atlas atlas) {
        Timeline timeline = new Timeline(atlas);
        atlas.all().forEach(timeline::read);
        timeline.events.sort(Comparator.comparing(Event::date)
                .thenComparing(event -> event.thing().id()));
        return List.copyOf(timeline.events);
    }

    private void read(Atlas.Thing thing) {
        String id = thing.id();
        switch (thing.type()) {
            case ClassNames.INSTRUMENT, ClassNames.PROVISION -> law(thing);
            case ClassNames.APPLICABILITY -> period(thing);
            case ClassNames.CASE -> {
                String decided = atlas.value(id, PropertyNames.DECIDED_ON);
                add(thing, "case", decided != null ? decided : atlas.value(id, PropertyNames.PUBLISHED_ON));
            }
            case ClassNames.INCIDENT -> add(thing, "incident", atlas.value(id, PropertyNames.OCCURRED));
            default -> {}
        }
    }

    private void law(Atlas.Thing thing) {
        String id = thing.id();
        boolean dated = !atlas.out(id, PropertyNames.APPLICABILITY).isEmpty();
        String inForce = atlas.value(id, PropertyNames.IN_FORCE_FROM);
        String applies = atlas.value(id, PropertyNames.APPLIES_FROM);
        boolean part = thing.type().equals(ClassNames.PROVISION);
        BiConsumer<String, @Nullable String> note = (kind, date) -> {
            String ofAct = atlas.actOf(id)
                    .filter(act -> part)
                    .map(act -> atlas.value(
                            act, kind.equals("inForce") ? PropertyNames.IN_FORCE_FROM : PropertyNames.APPLIES_FROM))
                    .orElse(null);
            // A provision that follows its act would say the same again.
            if (date != null && !date.equals(ofAct)) {
                add(thing, kind, date);
            }
        };
        note.accept("inForce", inForce);
        if (!dated && applies != null && !applies.equals(inForce)) {
            note.accept("applies", applies);
        }
        if (!dated) {
            String until = atlas.value(id, PropertyNames.APPLIES_UNTIL);
            add(thing, "ends", until != null ? until : atlas.value(id, PropertyNames.IN_FORCE_UNTIL));
        }
        if (!part) {
            add(thing, "transpose", atlas.value(id, PropertyNames.TRANSPOSE_BY));
        }
    }

    private void period(Atlas.Thing thing) {
        String until = atlas.value(thing.id(), PropertyNames.KNOWN_UNTIL);
        add(thing, until == null ? "applies" : "moved", atlas.value(thing.id(), PropertyNames.APPLIES_FROM), until);
        add(thing, "ends", atlas.value(thing.id(), PropertyNames.APPLIES_UNTIL), until);
    }

    private void add(Atlas.Thing thing, String kind, @Nullable String date) {
        add(thing, kind, date, null);
    }

    private void add(Atlas.Thing thing, String kind, @Nullable String date, @Nullable String knownUntil) {
        if (date != null && date.matches("\\d{4}(-\\d\\d){0,2}.*")) {
            events.add(new Event(
                    date.substring(0, Math.min(10, date.length())),
                    kind,
                    thing,
                    around(thing, ClassNames.JURISDICTION),
                    around(thing, ClassNames.TECHNIQUE),
                    around(thing, ClassNames.INSTRUMENT),
                    around(thing, ClassNames.AUTHORITY),
                    knownUntil));
        }
    }

    /** A period of application has no country or technique of its own, but what it dates has. */
    private Set<String> around(Atlas.Thing thing, String type) {
        Set<String> found = new TreeSet<>(atlas.related(thing.id(), type));
        if (thing.type().equals(ClassNames.APPLICABILITY)) {
            atlas.links(thing.id()).stream()
                    .filter(link -> link.relation().equals(PropertyNames.APPLICABILITY))
                    .forEach(link -> found.addAll(atlas.related(link.from(), type)));
        }
        return found;
    }

    /**
     * Something that happened or will happen on a date.
     *
     * @param date a day, month or year
     * @param kind one of {@link #KINDS}
     * @param thing what it is about
     * @param jurisdictions ids of the countries
     * @param techniques ids of the techniques
     * @param instruments ids of the acts
     * @param authorities ids of the courts and authorities
     * @param knownUntil the last day on which the law said this, if it was moved
     */
    public record Event(
            String date,
            String kind,
            Atlas.Thing thing,
            Set<String> jurisdictions,
            Set<String> techniques,
            Set<String> instruments,
            Set<String> authorities,
            @Nullable String knownUntil) {
        /** The year that it falls in. */
        public int year() {
            return Integer.parseInt(date.substring(0, 4));
        }

        /** {@code moved} when the law no longer has this date, {@code toCome} when it is later than the day, else {@code past}. */
        public String state(String day) {
            if (kind.equals("moved") || (knownUntil != null && knownUntil.compareTo(day) < 0)) {
                return "moved";
            }
            return date.compareTo(day.substring(0, Math.min(day.length(), date.length()))) > 0 ? "toCome" : "past";
        }
    }
}
