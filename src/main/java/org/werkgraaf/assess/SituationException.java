package org.werkgraaf.assess;

import java.util.List;

/** A value of a situation that cannot be read, or one that is missing. */
public final class SituationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** Nothing was given that says what is asked about. */
        NOTHING_ASKED,
        /** There is no such thing. */
        UNKNOWN,
        /** It does not have the form that is asked for. */
        MALFORMED,
        /** More values than one parameter may have. */
        TOO_MANY,
        /** It contradicts what was given besides. */
        CONTRADICTED
    }

    private final Kind kind;
    private final String parameter;
    private final String value;
    private final transient List<String> allowed;

    /**
     * @param kind what is wrong
     * @param parameter the name of the parameter
     * @param value what was given
     * @param allowed what may be given: values, the limits, or the beginning of ids
     */
    public SituationException(Kind kind, String parameter, String value, List<String> allowed) {
        super(kind + ": " + parameter + "=" + value + ", allowed: " + allowed);
        this.kind = kind;
        this.parameter = parameter;
        this.value = value;
        this.allowed = List.copyOf(allowed);
    }

    public Kind kind() {
        return kind;
    }

    public String parameter() {
        return parameter;
    }

    public String value() {
        return value;
    }

    public List<String> allowed() {
        return allowed;
    }
}
