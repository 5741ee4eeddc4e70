package org.werkgraaf.web.thing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.presentation.Path;
import org.werkgraaf.web.text.Relations;

/** A thing in short, above its page: the few facts that readers of its class come for, each with a link to where it is shown in full. */
public record Brief(List<Item> items) {
    /** More names than this become a number. */
    private static final int NAMES_MAX = 2;

    /**
     * @param label what it is, by language
     * @param values the values, when they are few; else none
     * @param count how many values there are
     * @param name of the property
     * @param chapter name, within the page, of where it is shown in full
     */
    public record Item(Map<String, String> label, List<Value> values, int count, String name, String chapter) {}

    /** @param plan the properties of its class that stand here, in order */
    static Brief of(List<Path> plan, Relations relations, Chapters chapters) {
        return new Brief(plan.stream()
                .map(path -> path.property().getLocalName())
                .flatMap(name ->
                        whole(relations, name).flatMap(each -> Stream.ofNullable(item(each, place(name, chapters)))))
                .toList());
    }

    /** Where the values stand in full: in a chapter, or among the facts that no chapter takes. */
    private static String place(String name, Chapters chapters) {
        return chapters.told().stream()
                .filter(chapter -> chapter.relations().stream()
                        .anyMatch(each -> each.name().equals(name)))
                .map(chapter -> "c-" + chapter.name())
                .findFirst()
                .orElse("facts");
    }

    /** The relation as it was before a chapter told its values apart by class. */
    private static Stream<Relation> whole(Relations relations, String name) {
        return Stream.concat(relations.facts().stream(), relations.incoming().stream())
                .filter(relation -> relation.name().equals(name))
                .limit(1);
    }

    private static @Nullable Item item(Relation relation, String chapter) {
        List<Value> accepted =
                relation.values().stream().filter(Value::accepted).toList();
        if (accepted.isEmpty()) {
            return null;
        }
        // Where sources differ all values stand here; of many there is a number that leads to all of them.
        boolean few = accepted.size() <= NAMES_MAX;
        return new Item(relation.labels(), few ? accepted : List.of(), accepted.size(), relation.name(), chapter);
    }
}
