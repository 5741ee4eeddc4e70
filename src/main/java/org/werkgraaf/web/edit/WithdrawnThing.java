package org.werkgraaf.web.edit;

import java.util.List;
import org.werkgraaf.vocabulary.ThingId;

/** Somebody asks for the form of a thing that was withdrawn: it has none, and what took its place may have one. */
final class WithdrawnThing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ThingId thing;
    private final transient List<ThingId> successors;

    /** @param successors what took its place */
    WithdrawnThing(ThingId thing, List<ThingId> successors) {
        super(thing + " was withdrawn");
        this.thing = thing;
        this.successors = List.copyOf(successors);
    }

    ThingId thing() {
        return thing;
    }

    List<ThingId> successors() {
        return successors;
    }
}
