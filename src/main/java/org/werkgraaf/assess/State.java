package org.werkgraaf.assess;

/** How a norm stands to a situation on a day. */
public enum State {
    APPLIES("applies"),
    DEPENDS("depends"),
    NOT_YET("not-yet"),
    NO_LONGER("no-longer"),
    DOES_NOT_APPLY("does-not-apply");

    private final String text;

    State(String text) {
        this.text = text;
    }

    /** As it is written in answers. */
    public String text() {
        return text;
    }
}
