package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** Puts the parts of glued words in the place of the word. */
final class CompoundFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Compounds compounds;
    private final boolean keepWhole;
    private @Nullable State whole;

    /** @param keepWhole whether the word itself and words that are not glued stay too */
    CompoundFilter(TokenStream in, Compounds compounds, boolean keepWhole) {
        super(in);
        this.compounds = compounds;
        this.keepWhole = keepWhole;
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (waiting.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            waiting.addAll(compounds.parts(term.toString()));
            whole = waiting.isEmpty() ? null : captureState();
            if (keepWhole) {
                return true;
            }
        }
        restoreState(Objects.requireNonNull(whole));
        term.setEmpty().append(waiting.poll());
        increment.setPositionIncrement(keepWhole ? 0 : 1);
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
    }
}
