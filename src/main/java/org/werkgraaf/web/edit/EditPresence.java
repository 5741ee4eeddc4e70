package org.werkgraaf.web.edit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Remembers for a while who has the form of which thing open, in memory only, so that two who edit one thing know of each other. */
@Component
class EditPresence {
    /** As long as somebody stays signed in who does nothing. */
    private static final Duration WHILE = Duration.ofMinutes(30);

    private static final int THINGS_MAX = 1000;
    private static final int PEOPLE_MAX = 20;

    private final Clock clock;
    private final Map<String, Map<String, Instant>> byThing = new LinkedHashMap<>();

    EditPresence(Clock clock) {
        this.clock = clock;
    }

    /** Somebody who has a form open, since he last sent or opened it. */
    record Other(String name, Instant last) {
        /** The time, without the day: it is of a while ago. */
        public String time() {
            return last.toString().substring(11, 16) + " UTC";
        }
    }

    /** Notes that somebody has the form of a thing open, and tells who else has. */
    synchronized List<Other> others(String thing, String name) {
        Instant now = clock.instant();
        Map<String, Instant> people = byThing.remove(thing);
        if (people == null) {
            people = new LinkedHashMap<>();
        }
        people.values().removeIf(last -> last.plus(WHILE).isBefore(now));
        people.remove(name);
        List<Other> others = people.entrySet().stream()
                .map(entry -> new Other(entry.getKey(), entry.getValue()))
                .toList();
        people.put(name, now);
        dropFirst(people, PEOPLE_MAX);
        byThing.put(thing, people);
        dropFirst(byThing, THINGS_MAX);
        return others;
    }

    /** Somebody is done with the form of a thing. */
    synchronized void done(String thing, String name) {
        Map<String, Instant> people = byThing.get(thing);
        if (people != null) {
            people.remove(name);
        }
    }

    private static void dropFirst(Map<String, ?> map, int most) {
        if (map.size() > most) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
