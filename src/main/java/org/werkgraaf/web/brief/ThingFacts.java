package org.werkgraaf.web.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Wording;

/** All that is said of a thing as one list of relations with their values. */
final class ThingFacts {
    /** Stands before the name of a relation that leads from others to the thing, as in a path of SPARQL. */
    private static final String INVERSE = "^";

    private static final String MENTIONED = "mentionedIn";
    private static final int FEW = 2;

    private ThingFacts() {}

    /**
     * Values of one relation.
     *
     * @param relation its local name, with {@code ^} before it for links from others
     * @param through the wider thing for which it holds; absent when it is said of the thing itself
     */
    record Group(
            String relation,
            String label,
            boolean disputed,
            @Nullable String through,
            List<Entry> entries) {}

    /**
     * A value.
     *
     * @param id of a thing; absent for others
     */
    record Entry(@Nullable String id, String label, boolean accepted, List<Place> said) {}

    /** What it is itself, what was its history, what holds through wider things, what others say of it, and where it is mentioned. */
    static List<Group> of(Description thing, PageText text) {
        List<Group> groups = new ArrayList<>();
        thing.texts().forEach((name, texts) -> groups.add(texts(name, texts, text)));
        thing.facts().forEach(relation -> groups.add(group(relation, "", null, text)));
        add(
                groups,
                "history",
                text.message("thing.history"),
                thing.history().stream().map(step -> step(step, text)).toList());
        add(
                groups,
                "states",
                text.message("thing.statements"),
                thing.statements().stream()
                        .map(statement ->
                                new Entry(statement.subject().id(), sentence(statement, text), true, List.<Place>of()))
                        .toList());
        add(
                groups,
                "passages",
                text.message("thing.says"),
                thing.places().stream().map(place -> passage(place, text)).toList());
        thing.through()
                .forEach(through -> through.relations()
                        .forEach(relation -> groups.add(group(
                                relation,
                                "",
                                text.pick(
                                        through.wider().labels(),
                                        through.wider().text()),
                                text))));
        thing.incoming().forEach(relation -> groups.add(group(relation, INVERSE, null, text)));
        add(
                groups,
                MENTIONED,
                text.message("thing.sources"),
                thing.passages().stream().map(place -> passage(place, text)).toList());
        return groups.stream().sorted(Comparator.comparingInt(ThingFacts::rank)).toList();
    }

    /**
     * One relation: what is said of the thing itself, and what holds through wider things.
     *
     * @throws RequestException when the thing has no such relation
     */
    static List<Group> only(String relation, Description thing, PageText text) {
        List<Group> groups = of(thing, text);
        List<Group> wanted = groups.stream()
                .filter(group -> group.relation().equals(relation))
                .toList();
        if (wanted.isEmpty()) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The relation is '" + GivenText.shorten(relation) + "'; " + thing.id() + " has "
                            + groups.stream().map(Group::relation).distinct().collect(Collectors.joining(", "))
                            + ".");
        }
        return wanted;
    }

    /** What has one or two values says most in least room; what others say of it, and where it is mentioned, can wait. */
    private static int rank(Group group) {
        if (group.relation().equals(MENTIONED)) {
            return 5;
        }
        if (group.relation().startsWith(INVERSE)) {
            return 4;
        }
        if (group.through() != null) {
            return 3;
        }
        return group.entries().size() <= FEW ? 1 : 2;
    }

    private static void add(List<Group> groups, String name, String label, List<Entry> entries) {
        if (!entries.isEmpty()) {
            groups.add(new Group(name, label, false, null, entries));
        }
    }

    private static Group texts(String name, Map<String, String> texts, PageText text) {
        return new Group(name, name, false, null, List.of(new Entry(null, text.pick(texts, ""), true, List.of())));
    }

    private static Group group(Relation relation, String before, @Nullable String through, PageText text) {
        return new Group(
                before + relation.name(),
                text.pick(relation.labels(), relation.name()),
                relation.disputed(),
                through,
                inOneLanguage(relation.values(), text).stream()
                        .map(value -> new Entry(value.id(), label(value, text), value.accepted(), value.said()))
                        .toList());
    }

    /** Of a text that is there in several languages, each a value of its own, those in the reader's or the nearest. */
    private static List<Description.Value> inOneLanguage(List<Description.Value> values, PageText text) {
        boolean texts = values.stream()
                .allMatch(value -> value.id() == null && value.labels().size() == 1);
        if (!texts) {
            return values;
        }
        Map<String, String> languages = new LinkedHashMap<>();
        values.forEach(value -> languages.putAll(value.labels()));
        String nearest = text.pickLang(languages);
        return values.stream()
                .filter(value -> value.labels().containsKey(nearest))
                .toList();
    }

    private static String label(Description.Value value, PageText text) {
        return value.id() == null && value.labels().isEmpty()
                ? Wording.number(value.text(), value.datatype())
                : text.pick(value.labels(), value.id() == null ? value.text() : value.id());
    }

    private static Entry step(Description.HistoryStep step, PageText text) {
        String facts = step.facts().stream()
                .map(relation -> text.pick(relation.labels(), relation.name()) + ": "
                        + relation.values().stream()
                                .map(value -> label(value, text) + (value.accepted() ? "" : " (not accepted)"))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        List<Place> said = step.facts().stream()
                .flatMap(relation -> relation.values().stream())
                .flatMap(value -> value.said().stream())
                .distinct()
                .toList();
        return new Entry(
                step.id(),
                step.date() + ": " + text.pick(step.labels(), step.id()) + (facts.isEmpty() ? "" : " – " + facts),
                true,
                said);
    }

    private static String sentence(Description.Statement statement, PageText text) {
        return label(statement.subject(), text) + " – " + text.pick(statement.labels(), statement.name()) + " – "
                + label(statement.object(), text);
    }

    private static Entry passage(Place place, PageText text) {
        return new Entry(place.id(), text.pick(place.paraphrases(), Wording.place(place, text)), true, List.of(place));
    }
}
