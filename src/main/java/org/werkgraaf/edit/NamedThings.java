package org.werkgraaf.edit;

import java.util.List;
import org.werkgraaf.vocabulary.ThingId;

/** Finds the things that people name. */
public interface NamedThings {
    /**
     * The things that a field may hold and that a name or id stands for.
     *
     * @return none when nothing is called so, several when it is not clear which is meant
     */
    List<ThingId> named(EntryField field, String name);
}
