package org.werkgraaf.index;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;

/** Adds the words of names and definitions to what an unknown word of a question is held against. */
final class Spellings {
    /** Beyond so many, a word may be written twice, which does no harm. */
    private static final int WRITTEN_MAX = 1_000_000;

    private static final Analyzers PLAIN = new Analyzers(new Compounds(word -> 0));

    /** Sounds and accents of a word are the same in each document: one has them. */
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    void add(Document document, String text) {
        document.add(Fields.vocabulary(Fields.WORDS, text));
        for (Analyzers.Token token : PLAIN.tokens(Fields.WORDS, text)) {
            String word = token.text();
            if (isNew(word)) {
                document.add(new StringField(Fields.SOUND, Sounds.of(word) + "\u0000" + word, Field.Store.NO));
            }
            String surface = text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
            if (!surface.equals(word)
                    && isNew(word + "\u0000" + surface)
                    && Fields.fold(surface).equals(word)) {
                document.add(new StringField(Fields.SURFACE, word + "\u0000" + surface, Field.Store.NO));
            }
        }
    }

    private boolean isNew(String spelling) {
        return written.size() >= WRITTEN_MAX || written.add(spelling);
    }
}
