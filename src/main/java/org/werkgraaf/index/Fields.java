package org.werkgraaf.index;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexOptions;

/** Names of the fields of a document, and what each is worth in a search. */
final class Fields {
    static final String ID = "id";
    static final String THING = "thing";
    /** What the entity was when it was indexed, as a digest. */
    static final String DIGEST = "digest";
    /** What the graph held of the entity, as a digest that does not depend on how the index is made. */
    static final String CONTENT = "content";

    static final String TYPE = "class";
    /** The languages of its labels. */
    static final String LANGUAGE = "language";

    static final String LABEL = "label";
    static final String ALT = "altLabel";
    /** Labels and other names as stems, per language. */
    static final String NAME = "name";

    static final String DEFINITION = "definition";
    static final String PASSAGE = "passage";
    /** Stems of the parts of glued words in names, per language. */
    static final String PARTS = "parts";
    /** All names of all languages as written but for case and accents; also two and three words in one. */
    static final String NAMES = "names";
    /** The words of names and definitions of all languages, as written but for case and accents. */
    static final String WORDS = "words";
    /** The words that are written with accents: without them, a zero byte, with them. */
    static final String SURFACE = "surface";
    /** What a word sounds like, a zero byte, the word. */
    static final String SOUND = "sound";
    /** Whole names and identifiers without anything but letters and digits. */
    static final String KEY = "key";
    /** The keys of whole identifiers, such as docket numbers. */
    static final String IDENTIFIER = "identifier";
    /** The stems of a whole name in one, per language. */
    static final String STEM_KEY = "stemKey";
    /** The stems of a phrase in which people ask for it, per language. */
    static final String PHRASE = "phrase";
    /** The key of each name of a role that people have at work. */
    static final String ROLE = "role";
    /** Number of a provision, an at sign, and the key of a name of its act. */
    static final String CITATION = "citation";
    /** The id of each norm that a provision creates, or that a case is on. */
    static final String NORM = "norm";
    /** Beginnings of names and of the words in them, per language, each with a weight. */
    static final String BEGINNING = "beginning";

    /** Of a passage: id of its source. */
    static final String OF_SOURCE = "ofSource";
    /** Of a passage: the names of its source and of those who made it. */
    static final String SOURCE_NAMES = "sourceNames";
    /** Of a passage: the heading above it, per language. */
    static final String HEADING = "heading";
    /** Of a passage: the names of what it is about, per language. */
    static final String ABOUT = "about";

    static final String DATE = "date";
    /** Each period in which it holds. */
    static final String PERIOD = "period";
    /** Whether days make no difference to it, or which they are is not known. */
    static final String TIME = "time";

    static final String TIMELESS = "timeless";
    static final String UNDATED = "undated";
    static final String SORT_DATE = "sortDate";
    static final String SORT_LABEL = "sortLabel";
    static final String FEATURES = "features";
    static final String LINKS = "links";
    static final String KIND = "kind";

    /** The fields of stems, once per language. */
    static final List<String> STEMMED = List.of(NAME, DEFINITION, PASSAGE);
    /** The fields of a passage in which stems are looked for. */
    static final List<String> OF_PASSAGES = List.of(HEADING, ABOUT);
    /** The fields in which names stand to be shown. */
    static final List<String> NAMED = List.of(LABEL, ALT);

    /** In the order in which a match is explained. */
    static final List<String> EXPLAINED = List.of(LABEL, ALT, DEFINITION, PASSAGE);

    private static final FieldType STORED_WORDS = type(IndexOptions.DOCS_AND_FREQS, true, true);
    private static final FieldType WORDS_ONLY = type(IndexOptions.DOCS_AND_FREQS, false, true);
    private static final FieldType VOCABULARY = type(IndexOptions.DOCS, false, false);
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");

    private Fields() {}

    static String in(String field, String lang) {
        return field + "_" + lang;
    }

    /** A field of the words of a text, with how often each stands there; where is not kept, as nothing asks for it. */
    static Field words(String field, String text, Field.Store store) {
        return new Field(field, text, store == Field.Store.YES ? STORED_WORDS : WORDS_ONLY);
    }

    /** A field of the words of a text, of which only the documents are kept. */
    static Field vocabulary(String field, String text) {
        return new Field(field, text, VOCABULARY);
    }

    private static FieldType type(IndexOptions options, boolean stored, boolean norms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setStored(stored);
        type.setOmitNorms(!norms);
        type.freeze();
        return type;
    }

    /** The facets' configuration, the same for building and reading. */
    static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        for (Facet facet : Facet.values()) {
            config.setMultiValued(facet.dimension(false), true);
            config.setMultiValued(facet.dimension(true), true);
        }
        return config;
    }

    /** A text in lower case and without accents and invisible characters. */
    static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
