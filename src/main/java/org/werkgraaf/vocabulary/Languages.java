package org.werkgraaf.vocabulary;

import java.util.List;
import java.util.Map;

/** The languages of labels, with what to show when one is missing. */
public final class Languages {
    /** The languages in which every label exists. */
    public static final List<String> ALL = List.of("nl", "en", "fr");

    /** The languages whose words are known: those of the labels, and German, from which people paste. */
    public static final List<String> READ = List.of("nl", "en", "fr", "de");

    /** The languages that glue words together. */
    public static final List<String> GLUING = List.of("nl", "de");

    private Languages() {}

    /** The text in a language, or in the nearest one that there is. */
    public static String pick(Map<String, String> values, String lang, String otherwise) {
        String value = values.get(lang);
        if (value != null) {
            return value;
        }
        for (String other : List.of("en", "nl", "fr")) {
            if (values.containsKey(other)) {
                return values.get(other);
            }
        }
        return values.isEmpty() ? otherwise : values.values().iterator().next();
    }
}
