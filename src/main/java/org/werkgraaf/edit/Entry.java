package org.werkgraaf.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.edit.EntryProblem.Reason;
import org.werkgraaf.edit.EntryState.Stated;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Collects what somebody filled in, and makes a change of it. Values outside of braces become what the form says; those at a place come
 * beside what is there, and go only when that is said of them.
 */
public final class Entry {
    private final NamedThings things;
    private final List<Quad> removed = new ArrayList<>();
    private final Set<Quad> added = new LinkedHashSet<>();
    private final List<EntryProblem> problems = new ArrayList<>();

    /** @param things finds those that are named */
    public Entry(NamedThings things) {
        this.things = things;
    }

    /**
     * What one form says.
     *
     * @param name of the form among those of the page
     * @param form which
     * @param before what is written of its thing
     * @param given what was filled in, by the name of the field, with a dot and the language behind it for texts
     */
    public record Part(String name, EntryForm form, EntryState before, Map<String, List<String>> given) {
        Node subject() {
            return before.thing().node();
        }

        /** Whether the field was sent at all: what was not stays as it is. */
        boolean asks(EntryField field, String lang) {
            return given.containsKey(key(field, lang));
        }

        /** The name of a field in what is sent. */
        public static String key(EntryField field, String lang) {
            return lang.isEmpty() ? field.name() : field.name() + "." + lang;
        }

        /** What was filled into a field. */
        public List<String> given(EntryField field, String lang) {
            Stream<String> all = given.getOrDefault(key(field, lang), List.of()).stream();
            boolean lines = !field.single() && field.kind() == FieldKind.TEXTS;
            return (lines ? all.flatMap(String::lines) : all)
                    .map(text -> text.strip().replaceAll("\\s+", " "))
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
        }

        /** Whether the form holds something at a place. */
        public boolean saysAtPlace() {
            return form.fields()
                    .filter(EntryField::atPlace)
                    .anyMatch(field -> languages(field)
                            .anyMatch(lang -> !given(field, lang).isEmpty()));
        }

        /** Whether anything was filled in. */
        public boolean says() {
            return form.fields()
                    .anyMatch(field -> languages(field)
                            .anyMatch(lang -> !given(field, lang).isEmpty()));
        }

        private static Stream<String> languages(EntryField field) {
            return field.kind() == FieldKind.TEXTS ? field.languages().stream() : Stream.of("");
        }
    }

    /** What a form says of its thing outside of braces: what it leaves out goes. */
    public void own(Part part) {
        if (part.before().isNew()) {
            added.add(outside(part.subject(), RDF.type.asNode(), part.form().type()));
        }
        part.form().fields().filter(field -> !field.atPlace()).forEach(field -> {
            List<Node> after = values(part, field);
            List<Node> before = part.before().own(field);
            before.stream()
                    .filter(value -> !after.contains(value))
                    .forEach(value -> removed.add(outside(part.subject(), field.property(), value)));
            after.stream()
                    .filter(value -> !before.contains(value))
                    .forEach(value -> added.add(outside(part.subject(), field.property(), value)));
        });
    }

    /** What a thing outside of braces points to, besides what its form says. */
    public void link(ThingId thing, Node property, ThingId other) {
        added.add(outside(thing.node(), property, other.node()));
    }

    /**
     * What a form says of its thing at a place.
     *
     * @param passage where; absent when none was given
     */
    public void stated(Part part, @Nullable ThingId passage) {
        if (passage == null) {
            if (part.saysAtPlace()) {
                problems.add(new EntryProblem(part.name(), "", "", Reason.NO_PLACE, ""));
            }
            return;
        }
        part.form()
                .fields()
                .filter(EntryField::atPlace)
                .forEach(field -> values(part, field).stream()
                        .map(value -> new Stated(field.property(), value, passage.node()))
                        .filter(stated -> !part.before().stated().contains(stated))
                        .forEach(stated -> added.add(stated.quad(part.subject()))));
    }

    /** Takes statements away that stand in braces, by their keys; those that are there no more are left. */
    public void without(EntryState before, Set<String> keys) {
        before.stated().stream()
                .filter(stated -> stated.passage() != null && keys.contains(stated.key()))
                .forEach(stated -> removed.add(stated.quad(before.thing().node())));
    }

    /** Says that something cannot be taken. */
    public void problem(EntryProblem problem) {
        problems.add(problem);
    }

    private List<Node> values(Part part, EntryField field) {
        List<Node> values = new ArrayList<>();
        boolean texts = field.kind() == FieldKind.TEXTS;
        for (String lang : texts ? field.languages() : List.of("")) {
            List<Node> before = part.before().own(field).stream()
                    .filter(value -> !texts || value.getLiteralLanguage().equals(lang))
                    .toList();
            if (!part.asks(field, lang)) {
                values.addAll(field.atPlace() ? List.of() : before);
                continue;
            }
            List<String> given = part.given(field, lang);
            if (given.size() > 1 && field.single()) {
                problems.add(new EntryProblem(part.name(), field.name(), lang, Reason.ONE_ONLY, given.get(1)));
            }
            if (given.isEmpty() && isMissing(field, lang)) {
                problems.add(new EntryProblem(part.name(), field.name(), lang, Reason.MISSING, ""));
            }
            for (String text : given) {
                try {
                    Optional<Node> same = before.stream()
                            .filter(value -> text(value).equals(text))
                            .findFirst();
                    values.add(same.isPresent() ? same.get() : EntryValues.of(field, lang, text, things));
                } catch (EntryValues.NoValue e) {
                    problems.add(new EntryProblem(part.name(), field.name(), lang, e.reason(), text));
                }
            }
        }
        return values.stream().distinct().toList();
    }

    /** What stands in a form for a value. */
    public static String text(Node value) {
        return value.isLiteral()
                ? value.getLiteralLexicalForm()
                : ThingId.find(value).map(ThingId::toString).orElse(value.toString());
    }

    private static boolean isMissing(EntryField field, String lang) {
        return !field.atPlace()
                && (lang.isEmpty() ? field.required() : field.asked().contains(lang));
    }

    /** Why what was filled in cannot be taken; empty when it can. */
    public List<EntryProblem> problems() {
        return List.copyOf(problems);
    }

    /** Whether nothing would change. */
    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }

    /**
     * The change.
     *
     * @param author who stands for it
     * @param reason why
     * @param answers id of the proposal that it answers; empty when none
     */
    public ChangeSet change(String author, String reason, String answers) {
        return ChangeSet.wanted(author, reason, answers, removed, added);
    }

    private static Quad outside(Node subject, Node property, Node value) {
        return new Quad(Quad.defaultGraphNodeGenerated, subject, property, value);
    }
}
