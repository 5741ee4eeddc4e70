package org.werkgraaf.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.werkgraaf.store.Sha256;

/**
 * A line of a journal: a JSON object with the checksum of the line before, that of this line, and the event. The bytes of the event stand
 * between fixed ends, so that the checksum is over what is written and not over what a parser makes of it.
 *
 * @param before checksum of the line before; zeros for the first
 * @param sum SHA-256 over that and the event
 * @param event a JSON object on one line
 */
record JournalLine(String before, String sum, String event) {
    /** What the first line continues. */
    static final String NOTHING = "0".repeat(64);

    private static final String BEFORE = "{\"before\":\"";
    private static final String SUM = "\",\"sum\":\"";
    private static final String EVENT = "\",\"event\":";
    private static final String END = "}";
    private static final int SUM_AT = BEFORE.length() + NOTHING.length() + SUM.length();
    private static final int EVENT_AT = SUM_AT + NOTHING.length() + EVENT.length();

    /** The line that continues another. */
    static JournalLine after(String before, String event) {
        return new JournalLine(before, sum(before, event), event);
    }

    /** The line that takes the place of this one; what it continues may have been written anew too. */
    JournalLine with(String event, Map<String, String> sumsAnew) {
        return after(sumsAnew.getOrDefault(before, before), event);
    }

    /** Reads a line without its end; empty when it is not one that was written so. */
    static Optional<JournalLine> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.length() <= EVENT_AT || !text.endsWith(END)) {
            return Optional.empty();
        }
        JournalLine line = new JournalLine(
                text.substring(BEFORE.length(), BEFORE.length() + NOTHING.length()),
                text.substring(SUM_AT, SUM_AT + NOTHING.length()),
                text.substring(EVENT_AT, text.length() - END.length()));
        boolean whole = line.sum.equals(sum(line.before, line.event)) && MessageDigest.isEqual(line.toBytes(), bytes);
        return whole ? Optional.of(line) : Optional.empty();
    }

    /** As it is written, without its end. */
    byte[] toBytes() {
        return (BEFORE + before + SUM + sum + EVENT + event + END).getBytes(StandardCharsets.UTF_8);
    }

    private static String sum(String before, String event) {
        return Sha256.of(before + event);
    }
}
