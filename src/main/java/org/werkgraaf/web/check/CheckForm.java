package org.werkgraaf.web.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;
import org.werkgraaf.assess.SituationReader;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.web.text.PageText;

/**
 * The form of a check with what was given filled in. It needs no script: each choice is a parameter of the address.
 *
 * @param fields the fields, in their order
 * @param hidden what is kept though it has no field
 * @param answers the answers that were given to questions, with the address without each of them
 * @param kept all that was given
 * @param whole the address of the form with all choices
 */
record CheckForm(List<Field> fields, List<Hidden> hidden, List<Chosen> answers, List<Hidden> kept, String whole) {
    static final List<String> CHOICES =
            List.of("technique", "data", "jurisdiction", "status", "sector", "purpose", "decision");
    /** The fields with a hundred choices and more, which an answer does not repeat. */
    private static final Set<String> LONG = Set.of("technique", "data");

    private static final Set<String> SEVERAL = Set.of("technique", "data", "sector", "purpose", "decision");

    /**
     * A field.
     *
     * @param type select, number, date, or elsewhere for what is chosen in the whole form
     * @param value what it holds; of a field that takes several, what else was given stands in {@code chosen}
     * @param chosen values that were given, with the address without each of them
     */
    record Field(String name, String type, String value, List<Option> options, List<Chosen> chosen) {
        /** The options that are chosen. */
        public List<Option> picked() {
            return options.stream().filter(Option::selected).toList();
        }

        /** The options as they stand in a page, each of which is made once for a release. */
        public String markup() {
            return options.stream().map(Option::markup).collect(Collectors.joining());
        }
    }

    /** A value to choose. */
    record Option(String value, String label, boolean selected, String markup) {
        static Option of(String value, String label, boolean selected) {
            String markup = "<option value=\"" + HtmlUtils.htmlEscape(value, "UTF-8") + "\""
                    + (selected ? " selected=\"selected\"" : "") + ">" + HtmlUtils.htmlEscape(label, "UTF-8")
                    + "</option>";
            return new Option(value, label, selected, markup);
        }
    }

    /** A value that was chosen. */
    record Chosen(String value, String label, String without) {}

    /** A parameter that is handed on. */
    record Hidden(String name, String value) {}

    /**
     * The form.
     *
     * @param whole whether the longest lists are in it
     */
    static CheckForm of(
            Map<String, String[]> given, CheckChoices.Choices choices, Atlas atlas, PageText text, boolean whole) {
        List<Field> fields = new ArrayList<>();
        List<Hidden> hidden = new ArrayList<>();
        for (String name : CHOICES) {
            String segment = SituationReader.segment(name).orElseThrow();
            List<String> values = values(given, name);
            boolean several = SEVERAL.contains(name);
            boolean elsewhere = !whole && LONG.contains(name);
            List<Option> options =
                    elsewhere ? List.of() : options(choices.of(segment), segment, several ? List.of() : values);
            List<Chosen> chosen = several ? chosen(given, name, segment, atlas, text) : List.of();
            if (several) {
                values.forEach(value -> hidden.add(new Hidden(name, value)));
            }
            fields.add(new Field(name, elsewhere ? "elsewhere" : "select", "", options, chosen));
        }
        fields.add(new Field(
                "role",
                "select",
                "",
                Stream.of("employer", "worker", "platform", "agency", "provider")
                        .map(role -> Option.of(
                                role,
                                text.message("check.role." + role),
                                values(given, "role").contains(role)))
                        .toList(),
                List.of()));
        fields.add(field(given, "persons", "number"));
        fields.add(yesNo(given, "worksCouncil", text));
        fields.add(yesNo(given, "ai", text));
        fields.add(field(given, "inUseSince", "date"));
        fields.add(field(given, "on", "date"));
        for (String name : List.of("fact", "open", "verification")) {
            values(given, name).forEach(value -> hidden.add(new Hidden(name, value)));
        }
        List<Hidden> kept = given.keySet().stream()
                .sorted()
                .filter(name -> !name.equals("open"))
                .flatMap(name -> values(given, name).stream().map(value -> new Hidden(name, value)))
                .toList();
        return new CheckForm(
                List.copyOf(fields),
                List.copyOf(hidden),
                answers(given, atlas, text),
                kept,
                CheckLinks.page(CheckLinks.replace(given, Map.of(CheckLinks.FORM, "whole"))));
    }

    private static Field field(Map<String, String[]> given, String name, String type) {
        return new Field(name, type, values(given, name).stream().findFirst().orElse(""), List.of(), List.of());
    }

    private static Field yesNo(Map<String, String[]> given, String name, PageText text) {
        List<Option> options = Stream.of("yes", "no")
                .map(value -> Option.of(
                        value,
                        text.message("check." + value),
                        values(given, name).contains(value)))
                .toList();
        return new Field(name, "select", "", options, List.of());
    }

    private static List<Option> options(List<Option> all, String segment, List<String> selected) {
        if (selected.isEmpty()) {
            return all;
        }
        return all.stream()
                .map(option -> selected.contains(option.value()) || selected.contains(segment + "/" + option.value())
                        ? Option.of(option.value(), option.label(), true)
                        : option)
                .toList();
    }

    private static List<Chosen> chosen(
            Map<String, String[]> given, String name, String segment, Atlas atlas, PageText text) {
        return values(given, name).stream()
                .map(value -> {
                    String id = value.contains("/") ? value : segment + "/" + value;
                    String label = atlas.find(id)
                            .map(thing -> text.marked(thing.labels(), id))
                            .orElse(value);
                    return new Chosen(value, label, CheckLinks.page(CheckLinks.without(given, name, value)));
                })
                .toList();
    }

    private static List<Chosen> answers(Map<String, String[]> given, Atlas atlas, PageText text) {
        return values(given, "fact").stream()
                .filter(value -> value.contains(":"))
                .map(value -> {
                    String name = value.substring(0, value.lastIndexOf(':'));
                    String id = name.startsWith("fact/") ? name : "fact/" + name;
                    String label = atlas.find(id)
                            .map(thing -> text.marked(thing.labels(), id))
                            .orElse(name);
                    String answer = text.message(value.endsWith(":yes") ? "check.yes" : "check.no");
                    return new Chosen(
                            value,
                            label + text.message("check.colon") + " " + answer,
                            CheckLinks.page(CheckLinks.without(given, "fact", value)));
                })
                .toList();
    }

    private static List<String> values(Map<String, String[]> given, String name) {
        return Stream.of(given.getOrDefault(name, new String[0]))
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }
}
