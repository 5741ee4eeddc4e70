package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.werkgraaf.presentation.Presentation;

/**
 * Every document held against the graph.
 *
 * @param release release of the index
 * @param entities how many entities, and passages that are searched, the graph has
 * @param documents how many documents the index has of them
 * @param differences how many of them have no document, or one that says something else
 * @param examples the first of them, each as a sentence
 */
public record DeepCheck(String release, long entities, long documents, long differences, List<String> examples) {
    private static final int EXAMPLES_MAX = 50;

    /** Whether index and graph say the same. */
    public boolean agrees() {
        return differences == 0 && entities == documents;
    }

    static DeepCheck of(Generation generation, Graph graph) {
        AtomicLong entities = new AtomicLong();
        AtomicLong differences = new AtomicLong();
        List<String> examples = new ArrayList<>();
        Consumer<String> differs = difference -> {
            differences.incrementAndGet();
            if (examples.size() < EXAMPLES_MAX) {
                examples.add(difference);
            }
        };
        new ThingReader(graph, Presentation.of(graph)).forEach(text -> {
            entities.incrementAndGet();
            String difference = difference(generation, text);
            if (difference != null) {
                differs.accept(text.thing().id() + ": " + difference);
            }
        });
        new PassageReader(graph).forEach(text -> {
            entities.incrementAndGet();
            if (!has(generation, text)) {
                differs.accept(
                        text.passage().place().passage() + ": it has no document that says what the graph says.");
            }
        });
        return new DeepCheck(
                generation.stamp().release(),
                entities.get(),
                generation.documents() + generation.passages().documents(),
                differences.get(),
                examples);
    }

    private static boolean has(Generation generation, PassageText text) {
        try {
            return generation.passages().has(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the index", e);
        }
    }

    private static @org.jspecify.annotations.Nullable String difference(Generation generation, ThingText text) {
        try {
            OptionalInt document = generation.stored().document(text.thing().id());
            if (document.isEmpty()) {
                return "it has no document.";
            }
            if (!generation.stored().thing(document.getAsInt()).equals(text.thing())) {
                return "its document shows something else than the graph says.";
            }
            return Arrays.equals(generation.stored().digest(document.getAsInt()), text.digest())
                    ? null
                    : "its document was made from something else than the graph says.";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the index", e);
        }
    }
}
