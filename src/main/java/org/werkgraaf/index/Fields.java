package org.werkgraaf.index;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.facet.FacetsConfig;

/** Names of the fields of a document, and what each is worth in a search. */
final class Fields {
    static final String ID = "id";
    static final String THING = "thing";
    static final String LABEL = "label";
    static final String ALT = "altLabel";
    static final String DEFINITION = "definition";
    static final String PASSAGE = "passage";
    /** All names of all languages, as written but for case and accents. */
    static final String NAMES = "names";
    /** Whole names and identifiers without anything but letters and digits. */
    static final String KEY = "key";
    static final String DATE = "date";
    static final String VALID_FROM = "validFrom";
    static final String VALID_UNTIL = "validUntil";
    static final String SORT_DATE = "sortDate";
    static final String SORT_LABEL = "sortLabel";
    static final String FEATURES = "features";
    static final String LINKS = "links";

    /** The fields that exist once per language, with their weight. */
    static final Map<String, Float> WEIGHTS = Map.of(LABEL, 6f, ALT, 5f, DEFINITION, 1.5f, PASSAGE, 0.6f);

    /** In the order in which a match is explained. */
    static final List<String> EXPLAINED = List.of(LABEL, ALT, DEFINITION, PASSAGE);

    static final float NAMES_WEIGHT = 4f;
    static final float KEY_WEIGHT = 60f;

    private Fields() {}

    static String in(String field, String lang) {
        return field + "_" + lang;
    }

    /** The facets' configuration, the same for building and reading. */
    static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        for (Facet facet : Facet.values()) {
            config.setMultiValued(facet.parameter(), true);
        }
        return config;
    }

    /** A name or identifier reduced to its letters and digits: {@code ECLI:NL:X:1} becomes {@code eclinlx1}. */
    static String key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(plain.length());
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }
}
