package org.werkgraaf.web.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Knows which day it is for readers of Belgian and Dutch law. */
public final class Days {
    /** Name of the parameter of the day on which the law is looked at. */
    public static final String AS_OF = "asOf";

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private Days() {}

    /** The present day in Brussels and Amsterdam. */
    public static LocalDate today() {
        return today(Clock.systemUTC());
    }

    /** The day there at the moment that a clock shows. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }
}
