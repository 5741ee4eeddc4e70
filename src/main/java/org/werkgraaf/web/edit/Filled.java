package org.werkgraaf.web.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.werkgraaf.edit.Entry;
import org.werkgraaf.edit.EntryForm;

/**
 * What was sent with the page of a form.
 *
 * @param thing the form of the thing, by field
 * @param passage the form of a new place, by field
 * @param source the form of a new source, by field
 * @param plain all else, by name
 * @param without keys of statements that go
 */
record Filled(
        Map<String, List<String>> thing,
        Map<String, List<String>> passage,
        Map<String, List<String>> source,
        Map<String, String> plain,
        Set<String> without) {
    /** The part of the thing. */
    static final String THING = "t";
    /** The part of a new place. */
    static final String PASSAGE = "p";
    /** The part of a new source. */
    static final String SOURCE = "s";

    static final String WITHOUT = "without";
    /** The place that is meant. */
    static final String PLACE = "passage";
    /** A place that was chosen from a list. */
    private static final String CHOSEN = "place";
    /** Id of the change that waits and that a form goes on with. */
    static final String DRAFT = "draft";

    private static final Set<String> SENDING = Set.of("_csrf", "do", "lang", EditOutcome.CONFIRM);
    private static final String ANSWERS = "answers";
    /** Fields that belong to no form of a class. */
    private static final Set<String> PLAIN = Set.of(
            "slug",
            "seen",
            "reason",
            ANSWERS,
            DRAFT,
            "source",
            WITHOUT,
            PLACE,
            CHOSEN,
            FormHelp.WORDS,
            FormHelp.PASTE,
            FormHelp.PASTE_SOURCE);

    /** A form that nobody filled in yet: an address fills in nothing but which proposal is answered. */
    static Filled opened(HttpServletRequest request) {
        String answers = Objects.requireNonNullElse(request.getParameter(ANSWERS), "");
        return new Filled(Map.of(), Map.of(), Map.of(), Map.of(ANSWERS, answers.strip()), Set.of());
    }

    static Filled of(HttpServletRequest request) {
        return of(fields(request));
    }

    /** What was sent, by field, without what belongs to the sending. */
    static Map<String, List<String>> fields(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!SENDING.contains(name)) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }

    /** What was sent, by field, of fields that the forms have; what else somebody sends is kept nowhere. */
    static Map<String, List<String>> known(HttpServletRequest request, EditedEntry.Forms forms) {
        Map<String, List<String>> fields = fields(request);
        fields.keySet()
                .removeIf(name -> !PLAIN.contains(name)
                        && !isOf(forms.thing(), THING, name)
                        && !isOf(forms.passage(), PASSAGE, name)
                        && !isOf(forms.source(), SOURCE, name));
        return fields;
    }

    private static boolean isOf(EntryForm form, String part, String name) {
        return name.startsWith(part + ".")
                && form.fields()
                        .anyMatch(field -> Stream.concat(Stream.of(""), field.languages().stream())
                                .anyMatch(lang -> name.equals(part + "." + Entry.Part.key(field, lang))));
    }

    /** What was filled in, as it was sent or kept. */
    static Filled of(Map<String, List<String>> fields) {
        Map<String, String> plain = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (!name.contains(".") && !name.equals(WITHOUT) && !values.isEmpty()) {
                plain.put(name, values.get(0).strip());
            }
        });
        String chosen = plain.getOrDefault(CHOSEN, "");
        if (!chosen.isEmpty()) {
            plain.put(PLACE, chosen);
        }
        return new Filled(
                part(fields, THING),
                part(fields, PASSAGE),
                part(fields, SOURCE),
                plain,
                Set.copyOf(fields.getOrDefault(WITHOUT, List.of())));
    }

    private static Map<String, List<String>> part(Map<String, List<String>> fields, String name) {
        Map<String, List<String>> part = new LinkedHashMap<>();
        fields.forEach((key, values) -> {
            if (key.startsWith(name + ".")) {
                part.put(key.substring(name.length() + 1), values);
            }
        });
        return part;
    }

    /** The same, as what was kept under an id. */
    Filled keptAs(String draft) {
        Map<String, String> more = new LinkedHashMap<>(plain);
        more.put(DRAFT, draft);
        return new Filled(thing, passage, source, more, without);
    }

    /** The same, with values for those fields of a part that have none. */
    Filled with(String name, Map<String, List<String>> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(part(name));
        values.forEach((field, value) -> {
            if (more.getOrDefault(field, List.of()).stream().allMatch(String::isBlank)) {
                more.put(field, value);
            }
        });
        return new Filled(
                name.equals(THING) ? more : thing,
                name.equals(PASSAGE) ? more : passage,
                name.equals(SOURCE) ? more : source,
                plain,
                without);
    }

    /** The same, with other plain fields. */
    Filled with(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(plain);
        more.putAll(others);
        return new Filled(thing, passage, source, more, without);
    }

    String plain(String name) {
        return plain.getOrDefault(name, "");
    }

    /** The part of that name. */
    Map<String, List<String>> part(String name) {
        return switch (name) {
            case PASSAGE -> passage;
            case SOURCE -> source;
            default -> thing;
        };
    }
}
