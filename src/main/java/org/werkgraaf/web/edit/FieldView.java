package org.werkgraaf.web.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field as a page shows it.
 *
 * @param id of its first input
 * @param label how it reads
 * @param help what it means
 * @param helpLang language of the help, where that is not the reader's
 * @param remedy what the shapes ask, in the language they say it in
 * @param remedyLang that language, where it is not the reader's
 * @param required whether the content is refused without it
 * @param inputs those to type into
 * @param stated what sources say already
 * @param errors why what was typed cannot be taken
 */
record FieldView(
        String id,
        String label,
        String help,
        @Nullable String helpLang,
        String remedy,
        @Nullable String remedyLang,
        boolean required,
        List<Input> inputs,
        List<Said> stated,
        List<String> errors) {
    /**
     * Something to type into, or to choose from.
     *
     * @param id of the element
     * @param name of the parameter
     * @param label of its language; empty when it has none
     * @param lang language of what is typed; absent when it has none
     * @param value what stands in it
     * @param kind {@code text}, {@code lines}, {@code long}, {@code choice}, {@code thing}, {@code date}, {@code number} or {@code url}
     * @param required whether the content is refused without it
     * @param options to choose from; empty when anything may be typed
     */
    record Input(
            String id,
            String name,
            String label,
            @Nullable String lang,
            String value,
            String kind,
            boolean required,
            List<Option> options) {}

    /**
     * One of those to choose from.
     *
     * @param lang of the label, where that is not the page's
     */
    record Option(String value, String label, @Nullable String lang) {}

    /**
     * A statement at a place.
     *
     * @param key names it among the statements of its thing
     * @param text its value, in words
     * @param place where it stands
     * @param link address of the page of that place
     * @param without whether it is to go
     */
    record Said(String key, String text, String place, String link, boolean without) {}
}
