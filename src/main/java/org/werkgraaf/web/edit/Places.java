package org.werkgraaf.web.edit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.text.PageText;

/** Finds places in sources by their source and words, so that nobody has to know their ids. */
@Component
class Places {
    /** More are found by other words. */
    static final int SHOWN_MAX = 20;

    private static final int WORDS_LENGTH_MIN = 3;
    /** A place in the midst of its source, by the numbers in its id. */
    private static final Comparator<String> READING_ORDER = Comparator.comparing(Places::padded);

    private final GraphStore store;

    Places(GraphStore store) {
        this.store = store;
    }

    /**
     * A place as it is chosen.
     *
     * @param id its id
     * @param where its heading, page and lines
     * @param paraphrase what stands there
     * @param lang language of the paraphrase, where that is not the reader's
     */
    record PlaceView(
            String id,
            String where,
            String paraphrase,
            @Nullable String lang) {}

    /**
     * Places in reading order, {@link #SHOWN_MAX} at most.
     *
     * @param source in which they are; absent for any
     * @param words that each of them must have, somewhere; all where there are none and a source is given
     */
    List<PlaceView> find(@Nullable ThingId source, String words, PageText text) {
        List<String> wanted = Stream.of(plain(words).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (source == null && words.strip().length() < WORDS_LENGTH_MIN) {
            return List.of();
        }
        return store.read(snapshot -> {
            Graph graph = snapshot.union();
            return graph.stream(Node.ANY, Wg.IN_SOURCE, source == null ? Node.ANY : source.node())
                    .map(Triple::getSubject)
                    .distinct()
                    .filter(passage -> wanted.isEmpty() || has(graph, passage, wanted))
                    .flatMap(passage -> ThingId.find(passage).stream())
                    .sorted(Comparator.comparing(ThingId::toString, READING_ORDER))
                    .limit(SHOWN_MAX)
                    .map(id -> view(graph, id, text))
                    .toList();
        });
    }

    /** The place of an id. */
    Optional<PlaceView> find(ThingId passage, PageText text) {
        return store.read(snapshot -> snapshot.union().contains(passage.node(), Wg.IN_SOURCE, Node.ANY)
                ? Optional.of(view(snapshot.union(), passage, text))
                : Optional.empty());
    }

    private static boolean has(Graph graph, Node passage, List<String> wanted) {
        String all = plain(passage + " "
                + Stream.of(Wg.SECTION, Wg.PARAPHRASE, Wg.PAGE, Wg.PARAGRAPH, Wg.LINE)
                        .flatMap(property -> texts(graph, passage, property).stream())
                        .collect(Collectors.joining(" ")));
        return wanted.stream().allMatch(all::contains);
    }

    private static PlaceView view(Graph graph, ThingId id, PageText text) {
        Map<String, String> section = byLanguage(graph, id.node(), Wg.SECTION);
        Map<String, String> paraphrase = byLanguage(graph, id.node(), Wg.PARAPHRASE);
        List<String> where = new ArrayList<>();
        where.add(text.pick(section, ""));
        where.add(text.place(
                texts(graph, id.node(), Wg.PAGE),
                texts(graph, id.node(), Wg.PARAGRAPH),
                texts(graph, id.node(), Wg.LINE)));
        where.removeIf(String::isBlank);
        return new PlaceView(
                id.toString(),
                where.isEmpty() ? id.slug() : String.join(", ", where),
                text.pick(paraphrase, ""),
                text.foreign(paraphrase));
    }

    private static List<String> texts(Graph graph, Node passage, Node property) {
        return graph.stream(passage, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }

    private static Map<String, String> byLanguage(Graph graph, Node passage, Node property) {
        Map<String, String> texts = new TreeMap<>();
        graph.stream(passage, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .forEach(value -> texts.put(value.getLiteralLanguage(), value.getLiteralLexicalForm()));
        return texts;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String padded(String id) {
        return java.util.regex.Pattern.compile("[0-9]+")
                .matcher(id)
                .replaceAll(match -> "0".repeat(Math.max(0, 8 - match.group().length())) + match.group());
    }
}
