package org.werkgraaf.assess;

/** A case is not written as it must be, or names what is not there. */
final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioException(String why) {
        super(why);
    }

    /** What is wrong with it. */
    String why() {
        return String.valueOf(getMessage());
    }
}
