package org.werkgraaf.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody is here for; each may do what those before may. */
public enum Role {
    /** Reads, as everybody does. */
    READER(EnumSet.noneOf(Right.class)),
    /** Prepares changes. */
    CONTRIBUTOR(EnumSet.of(Right.CHANGES_PLAN)),
    /** Answers readers and writes changes. */
    CURATOR(EnumSet.of(Right.CHANGES_PLAN, Right.CHANGES_WRITE, Right.PROPOSALS_READ, Right.PROPOSALS_ANSWER)),
    /** Decides which release is served. */
    PUBLISHER(EnumSet.allOf(Right.class));

    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = rights;
    }

    /** What it may. */
    public Set<Right> rights() {
        return rights.isEmpty() ? EnumSet.noneOf(Right.class) : EnumSet.copyOf(rights);
    }

    /** As it is written: {@code curator}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of that code.
     *
     * @throws AccountException when there is none
     */
    @JsonCreator
    public static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> AccountException.bad(
                        "There is no role '" + code + "'; there are reader, contributor, curator and publisher."));
    }
}
