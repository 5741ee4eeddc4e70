package org.werkgraaf.web.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.stereotype.Component;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ChangeWords;
import org.werkgraaf.change.ThingSplit;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.edit.SideBySide.Column;
import org.werkgraaf.web.text.PageText;

/** What is chosen to split a thing, and the split that it comes to. */
@Component
class SplitForms {
    private static final String PASSAGE = "passage";
    private static final String POINTING = "pointing";
    private static final String OTHER = "other";
    private static final Set<String> PLAIN = Set.of("thing", OTHER, "slug", PASSAGE, POINTING, "reason", Filled.DRAFT);
    private static final Map<String, Node> TEXTS =
            new TreeMap<>(Map.of("1-prefLabel", SKOS.prefLabel.asNode(), "2-definition", SKOS.definition.asNode()));

    private final RegroupThings things;
    private final EditForms forms;
    private final GraphStore store;

    SplitForms(RegroupThings things, EditForms forms, GraphStore store) {
        this.things = things;
        this.forms = forms;
        this.store = store;
    }

    /** It is not clear what the other thing is; the message says so in the words of the reader. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear(String message) {
            super(message);
        }
    }

    /**
     * A place, or a thing that points, that may belong to the other thing.
     *
     * @param id of it
     * @param name what it is called
     * @param says what it says of the thing, in words
     * @param chosen whether it belongs to the other one
     */
    record Choice(String id, String name, List<String> says, boolean chosen) {}

    /** A text that describes the other thing, in a language. */
    record Text(String id, String name, String label, String lang, String value) {}

    /** The split, with what is said of the other thing when it is new. */
    record Split(ThingSplit split, ChangeSet described) {}

    /** The places that say something of a thing. */
    List<Choice> places(Column column, Map<String, List<String>> fields, PageText text) {
        Set<String> chosen = chosen(fields, PASSAGE);
        Map<Node, List<Quad>> byPlace = column.said().stream()
                .filter(quad -> !quad.getGraph().equals(Quad.defaultGraphNodeGenerated))
                .collect(Collectors.groupingBy(Quad::getGraph));
        return store.read(snapshot -> {
            ChangeWords words = new ChangeWords(snapshot.union(), text.lang());
            return byPlace.entrySet().stream()
                    .flatMap(place -> ThingId.find(place.getKey()).stream()
                            .map(id -> new Choice(
                                    id.toString(),
                                    placeName(snapshot, place.getKey(), id, words),
                                    said(place.getValue(), column.thing(), words),
                                    chosen.contains(id.toString()))))
                    .sorted(Comparator.comparing(Choice::name).thenComparing(Choice::id))
                    .toList();
        });
    }

    private static String placeName(Snapshot snapshot, Node place, ThingId id, ChangeWords words) {
        return snapshot.union().stream(place, Wg.IN_SOURCE, Node.ANY)
                .map(Triple::getObject)
                .map(words::name)
                .findFirst()
                .orElseGet(id::toString);
    }

    private static List<String> said(Collection<Quad> quads, Node thing, ChangeWords words) {
        return quads.stream()
                .map(quad -> quad.getSubject().equals(thing)
                        ? words.name(quad.getPredicate()) + ": " + words.value(quad.getObject())
                        : words.name(quad.getSubject()) + " – " + words.name(quad.getPredicate()) + ": "
                                + words.value(quad.getObject()))
                .sorted()
                .toList();
    }

    /** The things that point to it outside of braces. */
    List<Choice> pointers(Column column, Map<String, List<String>> fields, PageText text) {
        Set<String> chosen = chosen(fields, POINTING);
        return RegroupThings.pointersOutside(column).stream()
                .map(id -> new Choice(id.toString(), things.name(id, text), List.of(), chosen.contains(id.toString())))
                .sorted(Comparator.comparing(Choice::name).thenComparing(Choice::id))
                .toList();
    }

    /** What describes the other thing when it is new: names and definitions in each language. */
    List<Text> texts(Map<String, List<String>> fields, PageText text) {
        List<Text> texts = new ArrayList<>();
        TEXTS.forEach((name, property) -> Languages.ALL.forEach(lang -> {
            String field = property.getLocalName() + "." + lang;
            texts.add(new Text(
                    field.replace('.', '-'),
                    field,
                    text.message("edit.split." + property.getLocalName()) + " (" + text.language(lang) + ")",
                    lang,
                    given(fields, field)));
        }));
        return texts;
    }

    /**
     * The split that was chosen.
     *
     * @throws Unclear when it is not said which the other thing is
     */
    Split split(ThingId from, Map<String, List<String>> fields, String author, PageText text) {
        List<Quad> described = new ArrayList<>();
        ThingId into = other(from, fields, text);
        if (!forms.exists(into)) {
            texts(fields, text).stream()
                    .filter(each -> !each.value().isEmpty())
                    .forEach(each -> described.add(new Quad(
                            Quad.defaultGraphNodeGenerated,
                            into.node(),
                            NodeFactory.createURI(SKOS.getURI()
                                    + each.name().substring(0, each.name().indexOf('.'))),
                            NodeFactory.createLiteralLang(each.value(), each.lang()))));
        }
        return new Split(
                new ThingSplit(from, into, ids(fields, PASSAGE), ids(fields, POINTING)),
                ChangeSet.wanted(author, given(fields, "reason"), "", List.of(), described));
    }

    private ThingId other(ThingId from, Map<String, List<String>> fields, PageText text) {
        String given = given(fields, OTHER);
        if (!given.isEmpty()) {
            List<ThingId> meant = things.meant(given);
            if (meant.size() == 1) {
                return meant.get(0);
            }
            throw new Unclear(
                    text.message(meant.isEmpty() ? "edit.problem.NO_THING" : "edit.problem.SEVERAL_THINGS", given));
        }
        String slug = given(fields, "slug");
        String named = slug.isEmpty() ? EditIds.slug(given(fields, "prefLabel." + Languages.DOCUMENTATION)) : slug;
        ThingId into = ThingId.parse(from.segment() + "/" + named)
                .orElseThrow(() -> new Unclear(text.message("edit.problem.NO_ID")));
        if (forms.exists(into)) {
            throw new Unclear(text.message("edit.problem.TAKEN", into.toString()));
        }
        return into;
    }

    /** The other thing as a column, as it is: empty when it is new. */
    Column other(Split split, PageText text) {
        return things.column(split.split().into(), text);
    }

    private static Set<String> chosen(Map<String, List<String>> fields, String name) {
        return Set.copyOf(fields.getOrDefault(name, List.of()));
    }

    private static Set<ThingId> ids(Map<String, List<String>> fields, String name) {
        Set<ThingId> ids = new LinkedHashSet<>();
        chosen(fields, name).stream()
                .sorted()
                .forEach(each -> ThingId.parse(each).ifPresent(ids::add));
        return ids;
    }

    /** What was sent, by field, of the fields that the page has. */
    static Map<String, List<String>> fields(HttpServletRequest request) {
        Map<String, List<String>> fields = Filled.fields(request);
        fields.keySet()
                .removeIf(name -> !PLAIN.contains(name)
                        && TEXTS.values().stream()
                                .noneMatch(text -> Languages.ALL.stream()
                                        .anyMatch(lang -> name.equals(text.getLocalName() + "." + lang))));
        return fields;
    }

    static String given(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0).strip();
    }
}
