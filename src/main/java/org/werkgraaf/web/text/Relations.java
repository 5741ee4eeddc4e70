package org.werkgraaf.web.text;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.entity.NaturalOrder;
import org.werkgraaf.presentation.Path;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.Presentation.PageRules;
import org.werkgraaf.vocabulary.Wg;

/**
 * What is said of a thing, divided over its page and put in the order in which readers look for it.
 *
 * @param key identifiers and what kind of law it is: beside the text
 * @param facts values and links from the thing
 * @param parts the provisions of an act, or of a provision
 * @param incoming links to the thing
 */
public record Relations(List<Relation> key, List<Relation> facts, List<Relation> parts, List<Relation> incoming) {
    /** Divides and sorts what is said of a thing, as a reader of the text's language expects it. */
    public static Relations of(Description thing, Presentation presentation, PageText text) {
        PageRules pages = presentation.pages();
        Set<Path> elsewhere = new HashSet<>(pages.elsewhere());
        presentation.profile(thing.type()).ifPresent(profile -> elsewhere.addAll(profile.elsewhere()));
        Predicate<Relation> beside = relation -> pages.beside().contains(property(relation));
        Predicate<Relation> part = relation -> property(relation).equals(Wg.PART_OF);
        Sorting sorting = new Sorting(presentation.byRank(), text);
        List<Relation> facts = thing.facts().stream()
                .map(relation -> bothWays(relation, thing.incoming()))
                .toList();
        return new Relations(
                sorting.of(facts, beside),
                sorting.of(
                        facts,
                        relation -> !beside.test(relation) && !elsewhere.contains(new Path(property(relation), false))),
                sorting.of(thing.incoming(), part),
                sorting.of(
                        thing.incoming(),
                        relation -> !elsewhere.contains(new Path(property(relation), true))
                                && thing.facts().stream().noneMatch(other -> readsAlike(other, relation))));
    }

    /** What reads the same from both ends stands once, whichever end it was written at. */
    private static Relation bothWays(Relation relation, List<Relation> incoming) {
        Map<String, Value> values = new LinkedHashMap<>();
        Stream.concat(
                        relation.values().stream(),
                        incoming.stream()
                                .filter(other -> readsAlike(relation, other))
                                .flatMap(other -> other.values().stream()))
                .forEach(value -> values.merge(value.text() + value.labels(), value, Relations::saidByBoth));
        return new Relation(
                relation.property(),
                relation.name(),
                relation.labels(),
                relation.disputed(),
                List.copyOf(values.values()));
    }

    private static Value saidByBoth(Value one, Value other) {
        return new Value(
                one.id(),
                one.type(),
                one.labels(),
                one.text(),
                one.datatype(),
                one.accepted() || other.accepted(),
                Stream.concat(one.said().stream(), other.said().stream())
                        .distinct()
                        .toList());
    }

    private static boolean readsAlike(Relation one, Relation other) {
        return one.property().equals(other.property()) && one.labels().equals(other.labels());
    }

    private static Node property(Relation relation) {
        return NodeFactory.createURI(relation.property());
    }

    private record Sorting(Comparator<Node> ranks, PageText text) {
        List<Relation> of(List<Relation> relations, Predicate<Relation> wanted) {
            return relations.stream()
                    .filter(wanted)
                    .sorted(Comparator.comparing(Relations::property, ranks).thenComparing(Relation::name))
                    .map(relation -> new Relation(
                            relation.property(),
                            relation.name(),
                            relation.labels(),
                            relation.disputed(),
                            inOneLanguage(relation.values(), text).stream()
                                    .sorted(byName(text))
                                    .toList()))
                    .toList();
        }
    }

    /** The same text in several languages is shown in one: the reader's, or the nearest that exists. */
    private static List<Value> inOneLanguage(List<Value> values, PageText text) {
        if (!values.stream().allMatch(value -> "langString".equals(value.datatype()))) {
            return values;
        }
        Map<String, String> languages = new TreeMap<>();
        values.forEach(value -> languages.putAll(value.labels()));
        String shown = text.pickLang(languages);
        return values.stream()
                .filter(value -> value.labels().containsKey(shown))
                .toList();
    }

    /** What holds first, then by the name that the reader sees. */
    private static Comparator<Value> byName(PageText text) {
        return Comparator.comparing(Value::accepted)
                .reversed()
                .thenComparing(value -> text.pick(value.labels(), value.text()), new NaturalOrder());
    }
}
