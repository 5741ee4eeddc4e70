package org.werkgraaf.index;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter.OffsetSource;
import org.apache.lucene.util.BytesRef;

/**
 * Where any of a question's words stands in a text. A question has dozens, in stems of four languages: each word of the text is
 * looked up among them once, where Lucene's own strategy would try them one by one.
 */
final class WordOffsets extends FieldOffsetStrategy {
    private final ReadTexts texts;
    private final CharArraySet wanted;

    /** @param texts the words of texts */
    WordOffsets(UHComponents components, ReadTexts texts) {
        super(components);
        this.texts = texts;
        BytesRef[] terms = components.getTerms();
        wanted = new CharArraySet(terms.length, false);
        for (BytesRef term : terms) {
            wanted.add(term.utf8ToString());
        }
    }

    @Override
    public OffsetSource getOffsetSource() {
        return OffsetSource.ANALYSIS;
    }

    @Override
    public OffsetsEnum getOffsetsEnum(LeafReader reader, int document, String text) {
        return new Places(texts.words(getField(), text));
    }

    private final class Places extends OffsetsEnum {
        private final ReadTexts.Words words;
        private int at = -1;

        Places(ReadTexts.Words words) {
            this.words = words;
        }

        @Override
        public boolean nextPosition() {
            do {
                at++;
            } while (at < words.count() && !wanted.contains(words.text(at)));
            return at < words.count();
        }

        /** Not known without reading on; the passages are compared by the words that they have. */
        @Override
        public int freq() {
            return Integer.MAX_VALUE;
        }

        @Override
        public BytesRef getTerm() {
            return new BytesRef(words.text(at));
        }

        @Override
        public int startOffset() {
            return words.start(at);
        }

        @Override
        public int endOffset() {
            return words.end(at);
        }
    }
}
