package org.werkgraaf.turtle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Writes a block anew with some statements less or more; a property that is not touched keeps its text, with its remarks. */
final class TurtleBlockEdit {
    private final String text;
    private final TurtleBlock block;
    private final TurtleWriter writer;
    private final TurtleHabits habits;
    private final String indent;

    TurtleBlockEdit(String text, TurtleBlock block, TurtleWriter writer, TurtleHabits habits) {
        this.text = text;
        this.block = block;
        this.writer = writer;
        this.habits = habits;
        this.indent = indent();
    }

    /** The properties stand on lines of their own as a rule; the first may stand beside the subject. */
    private String indent() {
        for (TurtleGroup group : block.groups()) {
            int line = text.lastIndexOf('\n', group.start()) + 1;
            if (text.substring(line, group.start()).isBlank()) {
                return text.substring(line, group.start());
            }
        }
        int line = text.lastIndexOf('\n', block.start()) + 1;
        return text.substring(line, block.start()) + TurtleWriter.STEP;
    }

    /** The block with the statements removed and added; empty when nothing is left. */
    Optional<String> with(Set<Quad> removed, Collection<Quad> added) {
        Map<Node, List<Node>> more = new LinkedHashMap<>();
        added.forEach(quad -> more.computeIfAbsent(quad.getPredicate(), verb -> new ArrayList<>())
                .add(quad.getObject()));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < block.groups().size(); i++) {
            TurtleGroup group = block.groups().get(i);
            String before =
                    i == 0 ? "" : text.substring(block.groups().get(i - 1).end(), group.start());
            List<Node> extra = Objects.requireNonNullElse(
                    group.verb().node() == null
                            ? null
                            : more.remove(group.verb().node()),
                    List.of());
            String kept = group(group, removed, new ArrayList<>(extra));
            if (!kept.isEmpty()) {
                parts.add(new Part(group.verb().node(), before, kept));
            }
        }
        for (Node verb : habits.inOrder(more.keySet())) {
            Part part = new Part(
                    verb,
                    "",
                    writer.group(verb, Objects.requireNonNull(more.get(verb)), indent, habits.isOnOneLine(verb)));
            parts.add(habits.place(parts.stream().map(Part::property).toList(), verb), part);
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(joined(parts));
    }

    private String joined(List<Part> parts) {
        TurtleGroup first = block.groups().get(0);
        TurtleGroup last = block.groups().get(block.groups().size() - 1);
        StringBuilder written = new StringBuilder(text.substring(block.start(), first.start()));
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                String before = parts.get(i).before();
                written.append(before.isEmpty() ? " ;\n" + indent : before);
            }
            written.append(parts.get(i).written());
        }
        return written.append(text, last.end(), block.end()).toString();
    }

    /** A group with some values less or more; empty when none is left. */
    private String group(TurtleGroup group, Set<Quad> removed, List<Node> extra) {
        StringBuilder written = new StringBuilder();
        String between = null;
        int from = group.objects().get(0).start();
        for (int i = 0; i < group.objects().size(); i++) {
            TurtleTerm object = group.objects().get(i);
            if (i > 0) {
                between = text.substring(group.objects().get(i - 1).end(), object.start());
            }
            String value = text.substring(object.start(), object.end());
            if (isIn(removed, group, object)) {
                Optional<Node> instead = instead(Objects.requireNonNull(object.node()), extra);
                if (instead.isEmpty()) {
                    continue;
                }
                extra.remove(instead.get());
                value = writer.term(instead.get());
            }
            written.append(written.isEmpty() ? "" : between).append(value);
        }
        String next = between != null && between.indexOf('#') < 0 ? between : between(group);
        for (Node object : extra) {
            written.append(written.isEmpty() ? "" : next).append(writer.term(object));
        }
        return written.isEmpty() ? "" : text.substring(group.start(), from) + written;
    }

    private String between(TurtleGroup group) {
        Node verb = group.verb().node();
        return verb != null && habits.isOnOneLine(verb) ? " , " : " ,\n" + indent + TurtleWriter.STEP;
    }

    private boolean isIn(Set<Quad> removed, TurtleGroup group, TurtleTerm object) {
        Node thing = block.subject().node();
        Node verb = group.verb().node();
        Node value = object.node();
        return thing != null
                && verb != null
                && value != null
                && removed.contains(new Quad(block.graph(), thing, verb, value));
    }

    /** What takes the place of a value: a text of the same language, a number for a number, a thing for a thing. */
    private static Optional<Node> instead(Node gone, List<Node> extra) {
        return extra.stream()
                .filter(node -> node.isLiteral() == gone.isLiteral())
                .filter(node -> !node.isLiteral()
                        || node.getLiteralLanguage().equals(gone.getLiteralLanguage())
                                && node.getLiteralDatatypeURI().equals(gone.getLiteralDatatypeURI()))
                .findFirst();
    }

    /**
     * @param property absent when its name has no IRI
     * @param before what stands between it and the one before it; empty for what is usual
     * @param written the property with its values
     */
    private record Part(@org.jspecify.annotations.Nullable Node property, String before, String written) {}
}
