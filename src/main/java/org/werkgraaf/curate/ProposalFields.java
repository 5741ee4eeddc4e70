package org.werkgraaf.curate;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of a proposal may hold. */
final class ProposalFields {
    /** Enough to see that it is meant as an address; whether it is one shows when somebody writes to it. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\",;.]+");

    /** Enough to see that it is meant as one: it is shown as text and never a link, and browsers take more than the standard does. */
    private static final Pattern WEB = Pattern.compile("(?i)https?://[\\p{L}\\p{N}\\[]");

    private ProposalFields() {}

    static void check(ProposalText text, @Nullable String address, ProposalLimits limits) {
        required("shouldBe", text.shouldBe(), limits.textLengthMax());
        plain("shouldBe", text.shouldBe(), true);
        line("source", text.source(), limits);
        line("place", text.place(), limits);
        line("email", address, limits);
        if (text.source() != null && !WEB.matcher(text.source()).lookingAt()) {
            throw ProposalException.badField("source", "is no address on the web; begin it with https://");
        }
        if (address != null && !ADDRESS.matcher(address).matches()) {
            throw ProposalException.badField(
                    "email", "is no e-mail address; write it as name@example.org, or leave it empty");
        }
    }

    static void checkAnswer(String answer, ProposalLimits limits) {
        required("answer", answer, limits.textLengthMax());
        plain("answer", answer, true);
    }

    private static void required(String field, String value, int lengthMax) {
        if (value.codePoints().allMatch(each -> Character.isWhitespace(each) || isInvisible(each))) {
            throw ProposalException.badField(
                    field,
                    "is empty; say " + (field.equals("answer") ? "what was done, or why not" : "what it should be"));
        }
        tooLong(field, value, lengthMax, "text-length-max");
    }

    private static void line(String field, @Nullable String value, ProposalLimits limits) {
        if (value != null) {
            tooLong(field, value, limits.lineLengthMax(), "line-length-max");
            plain(field, value, false);
        }
    }

    private static void tooLong(String field, String value, int lengthMax, String setting) {
        if (value.length() > lengthMax) {
            throw ProposalException.badField(
                    field,
                    "has " + value.length() + " characters; at most " + lengthMax + " are taken (werkgraaf.proposals."
                            + setting + ")");
        }
    }

    /** Other control characters say nothing to a reader, and something to a terminal. */
    private static void plain(String field, String value, boolean lines) {
        boolean bad = value.chars()
                .anyMatch(each ->
                        Character.isISOControl(each) && !(lines && (each == '\n' || each == '\r' || each == '\t')));
        if (bad) {
            throw ProposalException.badField(field, "has a control character; leave it out");
        }
        if (value.codePoints().anyMatch(ProposalFields::turns)) {
            throw ProposalException.badField(
                    field, "has a character that turns the direction of what follows; leave it out");
        }
    }

    /** Such text reads otherwise than it is. */
    private static boolean turns(int each) {
        return each >= 0x202A && each <= 0x202E || each >= 0x2066 && each <= 0x2069;
    }

    private static boolean isInvisible(int each) {
        return Character.getType(each) == Character.FORMAT || Character.isSpaceChar(each);
    }
}
