package org.werkgraaf.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to a property, in words.
 *
 * @param thing IRI of the thing
 * @param thingName what it is called
 * @param passage IRI of the passage that says so; absent for what no source says
 * @param property IRI of the property
 * @param propertyName what it is called
 * @param lang the language of its texts; empty for other values
 * @param before what it said
 * @param after what it says
 * @param text all of it in a line
 */
public record ChangeRow(
        String thing,
        String thingName,
        @Nullable String passage,
        String property,
        String propertyName,
        String lang,
        List<String> before,
        List<String> after,
        String text) {}
