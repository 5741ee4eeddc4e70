package org.werkgraaf.draft;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a change that somebody prepared. */
public enum DraftState {
    /** Its author works on it; nobody is asked to look. */
    DRAFT,
    /** It waits for somebody who may publish it. */
    PROPOSED,
    /** It is with its author again, with what is to be done about it. */
    RETURNED,
    /** It will not be published, for a reason that is given. */
    REFUSED,
    /** It is in the content. */
    PUBLISHED,
    /** Its author took it back. */
    WITHDRAWN;

    /** Whether something may still come of it. */
    public boolean open() {
        return this == DRAFT || this == PROPOSED || this == RETURNED;
    }

    /** As it stands in answers and in the file: {@code proposed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that code, if there is one. */
    public static Optional<DraftState> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
