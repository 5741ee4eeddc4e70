package org.werkgraaf.index;

import java.util.List;

/**
 * Names that begin with what was typed.
 *
 * @param release the release of the index that answered
 * @param names the most linked entities first
 */
public record Completed(String release, List<Name> names) {
    /**
     * @param id the entity
     * @param name the name that begins so, or of which a word does
     * @param lang language of that name
     * @param label the entity's label in the language asked for
     * @param type local name of its class
     * @param typeLabel label of its class
     */
    public record Name(String id, String name, String lang, String label, String type, String typeLabel) {}
}
