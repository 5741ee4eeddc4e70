package org.werkgraaf.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What somebody may do beyond reading. A role has some; a token is given some of those of its owner. */
public enum Right {
    /** Ask what a change would do. */
    CHANGES_PLAN,
    /** Write a change into the content, and publish it. */
    CHANGES_WRITE,
    /** Read what readers propose, with their addresses. */
    PROPOSALS_READ,
    /** Answer it, and take its words away. */
    PROPOSALS_ANSWER,
    /** Publish the content as it is, go back to an earlier release, look for a new one. */
    RELEASES_PUBLISH,
    /** Take a backup. */
    BACKUPS_TAKE;

    /** As it is written: {@code changes:write}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /**
     * The right of that code.
     *
     * @throws AccountException when there is none
     */
    @JsonCreator
    public static Right of(String code) {
        return Arrays.stream(values())
                .filter(right -> right.code().equals(code))
                .findFirst()
                .orElseThrow(() -> AccountException.bad("There is no scope '" + code + "'; there are "
                        + Arrays.stream(values()).map(Right::code).collect(Collectors.joining(", ")) + "."));
    }

    /** Those of a list with commas or spaces between. */
    public static Set<Right> list(String codes) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String code : new TreeSet<>(Arrays.asList(codes.strip().split("[,\\s]+")))) {
            rights.add(of(code));
        }
        return rights;
    }
}
