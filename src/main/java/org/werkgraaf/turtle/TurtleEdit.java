package org.werkgraaf.turtle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Works out which places of a text change, and changes them. */
final class TurtleEdit {
    private final TurtleText before;
    private final String text;
    private final TurtleWriter writer;
    private final TurtleHabits habits;
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> cuts = new ArrayList<>();
    private final Set<TurtleBlock> gone = new HashSet<>();

    /** @param like texts that a new part should look like */
    TurtleEdit(TurtleText before, List<TurtleText> like) {
        this.before = before;
        this.text = before.text();
        this.writer = new TurtleWriter(before.prefixes());
        this.habits =
                new TurtleHabits(Stream.concat(like.stream(), Stream.of(before)).toList());
    }

    String apply(Set<Quad> removed, Collection<Quad> added) {
        Map<TurtleBlock, List<Quad>> more = new LinkedHashMap<>();
        Map<Node, Map<Node, List<Quad>>> fresh = new LinkedHashMap<>();
        for (Quad quad : added) {
            Optional<TurtleBlock> block = blockFor(quad);
            block.map(found -> more.computeIfAbsent(found, each -> new ArrayList<>()))
                    .orElseGet(() -> fresh.computeIfAbsent(quad.getGraph(), graph -> new LinkedHashMap<>())
                            .computeIfAbsent(quad.getSubject(), thing -> new ArrayList<>()))
                    .add(quad);
        }
        for (TurtleBlock block : before.blocks()) {
            boolean touched = more.containsKey(block) || block.quads().anyMatch(removed::contains);
            if (touched) {
                rewrite(block, removed, more.getOrDefault(block, List.of()));
            }
        }
        Set<Node> kept = new HashSet<>(fresh.keySet());
        before.braces().stream()
                .filter(braces -> !braces.blocks().isEmpty() && gone.containsAll(braces.blocks()))
                .filter(braces -> !kept.contains(braces.name()))
                .forEach(braces -> cut(braces.start(), braces.end()));
        cutAll();
        insert(fresh);
        return applied();
    }

    /** The block that already has the property, or else the first of the subject that can have more. */
    private Optional<TurtleBlock> blockFor(Quad quad) {
        List<TurtleBlock> blocks = before.blocks().stream()
                .filter(block -> block.isOf(quad.getGraph(), quad.getSubject()))
                .filter(block -> !block.groups().isEmpty())
                .toList();
        return blocks.stream()
                .filter(block -> block.groups().stream()
                        .anyMatch(
                                group -> quad.getPredicate().equals(group.verb().node())))
                .findFirst()
                .or(() -> blocks.stream().findFirst());
    }

    private void rewrite(TurtleBlock block, Set<Quad> removed, List<Quad> added) {
        Optional<String> written = new TurtleBlockEdit(text, block, writer, habits).with(removed, added);
        if (written.isPresent()) {
            changes.add(new Change(block.start(), block.end(), written.get()));
        } else {
            gone.add(block);
            cut(block.start(), block.end());
        }
    }

    private void cut(int start, int end) {
        cuts.add(new Change(start, end, ""));
    }

    /** Takes parts out with the space behind them; at the end of the text or of braces, with the space before them. */
    private void cutAll() {
        cuts.sort(Comparator.comparingInt(Change::start).thenComparingInt(Change::end));
        for (int i = 0; i < cuts.size(); i++) {
            int start = cuts.get(i).start();
            int end = cuts.get(i).end();
            while (i + 1 < cuts.size() && skipSpace(end) >= cuts.get(i + 1).start()) {
                i++;
                end = Math.max(end, cuts.get(i).end());
            }
            int next = skipSpace(end);
            if (next < text.length() && text.charAt(next) != '}') {
                changes.add(new Change(start, next, ""));
                continue;
            }
            while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
                start--;
            }
            changes.add(new Change(start, end, ""));
        }
    }

    private int skipSpace(int from) {
        int next = from;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /** A new passage stands before the braces that are named after it. */
    private void insert(Map<Node, Map<Node, List<Quad>>> fresh) {
        Map<Node, Map<Node, List<Quad>>> left = new LinkedHashMap<>(fresh);
        Map<Node, List<Quad>> described = left.remove(Quad.defaultGraphNodeGenerated);
        if (described != null) {
            described.forEach((thing, quads) -> {
                atEnd(block(thing, quads, ""));
                Map<Node, List<Quad>> said = left.get(thing);
                if (said != null && braces(thing).isEmpty()) {
                    left.remove(thing);
                    atEnd(braces(thing, said));
                }
            });
        }
        left.forEach(this::insert);
    }

    private void insert(Node graph, Map<Node, List<Quad>> things) {
        Optional<TurtleBraces> braces = braces(graph);
        if (braces.isPresent()) {
            List<TurtleBlock> blocks = braces.get().blocks();
            int at = blocks.isEmpty()
                    ? braces.get().open() + 1
                    : blocks.get(blocks.size() - 1).end();
            String gap = gone.containsAll(blocks) ? "\n" : "\n\n";
            changes.add(new Change(at, at, gap + inside(things) + (blocks.isEmpty() ? "\n" : "")));
            return;
        }
        String written = braces(graph, things);
        before.blocks().stream()
                .filter(block -> block.isOf(Quad.defaultGraphNodeGenerated, graph) && !gone.contains(block))
                .reduce((first, second) -> second)
                .ifPresentOrElse(
                        block -> changes.add(new Change(block.end(), block.end(), "\n\n" + written)),
                        () -> atEnd(written));
    }

    private Optional<TurtleBraces> braces(Node graph) {
        return before.braces().stream()
                .filter(each -> each.name().equals(graph))
                .reduce((first, second) -> second);
    }

    private String braces(Node graph, Map<Node, List<Quad>> things) {
        return writer.term(graph) + " {\n" + inside(things) + "\n}";
    }

    private String inside(Map<Node, List<Quad>> things) {
        return things.entrySet().stream()
                .map(each -> block(each.getKey(), each.getValue(), TurtleWriter.STEP))
                .collect(Collectors.joining("\n\n"));
    }

    private String block(Node thing, List<Quad> quads, String indent) {
        Map<Node, List<Node>> values = new LinkedHashMap<>();
        quads.forEach(quad -> values.computeIfAbsent(quad.getPredicate(), verb -> new ArrayList<>())
                .add(quad.getObject()));
        String inner = indent + TurtleWriter.STEP;
        return indent + writer.term(thing) + "\n" + inner
                + String.join(
                        " ;\n" + inner,
                        habits.inOrder(values.keySet()).stream()
                                .map(verb -> writer.group(
                                        verb,
                                        Objects.requireNonNull(values.get(verb)),
                                        inner,
                                        habits.isOnOneLine(verb)))
                                .toList())
                + " .";
    }

    /** Behind all that is there, and before the end of the last line. */
    private void atEnd(String written) {
        int at = text.length();
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        changes.add(new Change(at, at, (at == 0 ? "" : "\n\n") + written + (at == text.length() ? "\n" : "")));
    }

    private String applied() {
        changes.sort(Comparator.comparingInt(Change::start).thenComparingInt(Change::end));
        StringBuilder written = new StringBuilder();
        int done = 0;
        for (Change change : changes) {
            if (change.start() > done) {
                written.append(text, done, change.start());
            }
            written.append(change.written());
            done = Math.max(done, change.end());
        }
        return written.append(text, done, text.length()).toString();
    }

    /** Between two places of the text stands something else from now on. */
    private record Change(int start, int end, String written) {}
}
