package org.werkgraaf.web.thing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.presentation.Path;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Relations;

/**
 * What is said of a thing under the headings that suit its class, in the order in which they are read: of a case who, what, which
 * rules and how it ended; of a technique how it works, what it does, which law binds it. What no heading takes keeps its place
 * under the general ones.
 *
 * @param told the chapters that have something in them
 * @param facts values and links from the thing that no chapter takes
 * @param incoming links to the thing that no chapter takes
 */
public record Chapters(List<Chapter> told, List<Relation> facts, List<Relation> incoming) {
    /** More values than this, of several classes, are told apart by class. */
    private static final int MIXED_MAX = 4;

    /**
     * @param name of the heading, which names its message
     * @param relations what stands below it
     */
    public record Chapter(String name, List<Relation> relations) {}

    /** @param plan the chapters of its class, in order */
    static Chapters of(List<Profile.Chapter> plan, Relations relations, PageText text) {
        List<Chapter> told = new ArrayList<>();
        Set<Relation> taken = new LinkedHashSet<>();
        plan.forEach(chapter -> {
            List<Relation> found = chapter.paths().stream()
                    .flatMap(path -> find(relations, path))
                    .toList();
            taken.addAll(found);
            if (!found.isEmpty()) {
                told.add(new Chapter(
                        chapter.name(),
                        found.stream().flatMap(each -> byClass(each, text)).toList()));
            }
        });
        return new Chapters(
                List.copyOf(told),
                relations.facts().stream().filter(each -> !taken.contains(each)).toList(),
                relations.incoming().stream()
                        .filter(each -> !taken.contains(each))
                        .flatMap(each -> byClass(each, text))
                        .toList());
    }

    private static Stream<Relation> find(Relations relations, Path path) {
        return (path.inverse() ? relations.incoming() : relations.facts())
                .stream().filter(each -> each.property().equals(path.property().getURI()));
    }

    /** Cases, incidents and figures about the same thing are told apart, each under what they are. */
    private static Stream<Relation> byClass(Relation relation, PageText text) {
        Map<String, List<Value>> classes = relation.values().stream()
                .collect(Collectors.groupingBy(
                        value -> String.valueOf(value.type()), TreeMap::new, Collectors.toList()));
        if (classes.size() == 1 || relation.values().size() <= MIXED_MAX) {
            return Stream.of(relation);
        }
        return classes.entrySet().stream()
                .map(each -> new Relation(
                        relation.property(),
                        relation.name(),
                        text.withKind(relation.labels(), each.getKey()),
                        relation.disputed(),
                        each.getValue()));
    }
}
