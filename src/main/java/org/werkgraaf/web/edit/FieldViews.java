package org.werkgraaf.web.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.edit.Entry;
import org.werkgraaf.edit.EntryField;
import org.werkgraaf.edit.EntryForm;
import org.werkgraaf.edit.EntryProblem;
import org.werkgraaf.edit.EntryState;
import org.werkgraaf.edit.FieldKind;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.edit.FieldView.Input;
import org.werkgraaf.web.edit.FieldView.Option;
import org.werkgraaf.web.edit.FieldView.Said;
import org.werkgraaf.web.text.PageText;

/** Shows the fields of a form with what is filled in, in the reader's language. */
final class FieldViews {
    /** More are found by typing. */
    private static final int OPTIONS_MAX = 60;
    /** What is longer is typed over several lines. */
    private static final int LINE_MAX = 70;

    /** Texts that fit on a line, which no shape says. */
    private static final Set<Node> SHORT = Set.of(SKOS.prefLabel.asNode(), Wg.SECTION, DCTerms.title.asNode());

    private final String part;
    private final EntryForm form;
    private final EntryState before;
    private final Filled filled;
    private final List<EntryProblem> problems;
    private final EditThings things;
    private final PageText text;

    FieldViews(
            String part,
            EntryForm form,
            EntryState before,
            Filled filled,
            List<EntryProblem> problems,
            EditThings things,
            PageText text) {
        this.part = part;
        this.form = form;
        this.before = before;
        this.filled = filled;
        this.problems = problems;
        this.things = things;
        this.text = text;
    }

    /**
     * Fields that stand together.
     *
     * @param name of the heading
     * @param label the heading
     * @param fields those that most things have, or that have something in them
     * @param more the others
     */
    record Group(String name, String label, List<FieldView> fields, List<FieldView> more) {}

    /** Groups of those fields that are stated at a place, or of those that are not. */
    List<Group> groups(boolean atPlace) {
        return form.groups().stream()
                .map(group -> group(group, atPlace))
                .filter(group -> !group.fields().isEmpty() || !group.more().isEmpty())
                .toList();
    }

    private Group group(EntryForm.Group group, boolean atPlace) {
        List<FieldView> shown = new ArrayList<>();
        List<FieldView> more = new ArrayList<>();
        group.fields().stream().filter(field -> field.atPlace() == atPlace).forEach(field -> {
            FieldView view = view(field);
            boolean used = !view.stated().isEmpty()
                    || !view.errors().isEmpty()
                    || view.inputs().stream().anyMatch(input -> !input.value().isEmpty());
            (field.common() || used ? shown : more).add(view);
        });
        String label = group.labels().isEmpty()
                ? text.message("edit.group." + group.name())
                : text.pick(group.labels(), group.name());
        return new Group(group.name(), label, shown, more);
    }

    private FieldView view(EntryField field) {
        List<Input> inputs = field.kind() == FieldKind.TEXTS
                ? field.languages().stream()
                        .flatMap(lang -> inputs(field, lang))
                        .toList()
                : inputs(field, "").toList();
        return new FieldView(
                inputs.get(0).id(),
                text.pick(field.labels(), field.name()),
                text.pick(field.help(), ""),
                text.foreign(field.help()),
                text.pick(field.remedies(), ""),
                text.foreign(field.remedies()),
                field.required(),
                inputs,
                field.atPlace() ? said(field) : List.of(),
                problems.stream()
                        .filter(problem ->
                                problem.part().equals(part) && problem.field().equals(field.name()))
                        .map(this::words)
                        .toList());
    }

    /** Why something cannot be taken, in words. */
    String words(EntryProblem problem) {
        String reason = text.message("edit.problem." + problem.reason().name(), problem.given());
        return problem.lang().isEmpty() ? reason : text.language(problem.lang()) + ": " + reason;
    }

    private Stream<Input> inputs(EntryField field, String lang) {
        String name = part + "." + Entry.Part.key(field, lang);
        List<String> values = values(field, lang);
        String label = lang.isEmpty() ? "" : text.language(lang);
        boolean required = lang.isEmpty() ? field.required() : field.asked().contains(lang);
        boolean lines = field.kind() == FieldKind.TEXTS && !field.single();
        if (lines) {
            return Stream.of(
                    new Input(id(name, 0), name, label, lang, String.join("\n", values), "lines", required, List.of()));
        }
        List<Option> options = options(field, values);
        List<String> shown = new ArrayList<>(values);
        if (shown.isEmpty() || !field.single()) {
            shown.add("");
        }
        List<Input> inputs = new ArrayList<>();
        for (String value : shown) {
            boolean first = inputs.isEmpty();
            inputs.add(new Input(
                    id(name, inputs.size()),
                    name,
                    first ? label : "",
                    lang.isEmpty() ? null : lang,
                    written(field, value, options),
                    kind(field, value, options),
                    required && first,
                    options));
        }
        return inputs.stream();
    }

    private static String id(String name, int number) {
        return "f-" + name.replace('.', '-') + (number == 0 ? "" : "-" + number);
    }

    /** What was sent, or else what is written now. */
    private List<String> values(EntryField field, String lang) {
        Map<String, List<String>> given = filled.part(part);
        if (given.containsKey(Entry.Part.key(field, lang))) {
            return new Entry.Part(part, form, before, given).given(field, lang);
        }
        return before.own(field).stream()
                .filter(value -> lang.isEmpty() || value.getLiteralLanguage().equals(lang))
                .map(Entry::text)
                .toList();
    }

    private static String kind(EntryField field, String value, List<Option> options) {
        if (!options.isEmpty()) {
            return "choice";
        }
        return switch (field.kind()) {
            case TEXTS -> value.length() > LINE_MAX || !isName(field) ? "long" : "text";
            case THING -> "thing";
            case DATE -> "date";
            case NUMBER -> "number";
            case ADDRESS -> "url";
            case TEXT, WORD -> "text";
        };
    }

    private static boolean isName(EntryField field) {
        return SHORT.contains(field.property());
    }

    private String written(EntryField field, String value, List<Option> options) {
        if (field.kind() != FieldKind.THING || value.isEmpty()) {
            return value;
        }
        return EditThings.id(value)
                .map(ThingId::toString)
                .map(id -> options.isEmpty() ? things.written(id, text) : id)
                .orElse(value);
    }

    /** Those to choose from, with what stands there already even if it is none of them; none when there are too many. */
    private List<Option> options(EntryField field, List<String> values) {
        if (field.kind() == FieldKind.WORD) {
            return Stream.concat(field.words().stream(), values.stream())
                    .distinct()
                    .map(word -> new Option(word, text.comparator(word, "").strip(), null))
                    .toList();
        }
        if (field.kind() != FieldKind.THING
                || field.classes().isEmpty() && field.segments().isEmpty()) {
            return List.of();
        }
        List<Option> options = things.choices(field)
                .limit(OPTIONS_MAX + 1L)
                .map(thing ->
                        new Option(thing.id(), text.name(thing.labels(), thing.id()), text.foreign(thing.labels())))
                .sorted(Comparator.comparing(Option::label))
                .toList();
        if (options.size() > OPTIONS_MAX) {
            return List.of();
        }
        Set<String> known = options.stream().map(Option::value).collect(Collectors.toSet());
        return Stream.concat(
                        options.stream(),
                        values.stream()
                                .filter(value -> !known.contains(value))
                                .map(value -> new Option(value, things.name(value, text), null)))
                .toList();
    }

    private List<Said> said(EntryField field) {
        return before.atPlaces(field).stream()
                .map(stated -> new Said(
                        stated.key(),
                        value(stated.value()),
                        place(stated.passage()),
                        place(stated.passage()).isEmpty() ? "" : "/id/" + place(stated.passage()),
                        filled.without().contains(stated.key())))
                .toList();
    }

    private String value(Node value) {
        String plain = Entry.text(value);
        return value.isURI()
                ? ThingId.find(value)
                        .map(id -> things.name(id.toString(), text))
                        .orElse(plain)
                : value.getLiteralLexicalForm().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? text.day(plain) : plain;
    }

    private static String place(@Nullable Node passage) {
        return passage == null
                ? ""
                : ThingId.find(passage).map(ThingId::toString).orElse("");
    }
}
