package org.werkgraaf.web.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.werkgraaf.edit.EntryField;
import org.werkgraaf.edit.NamedThings;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.text.PageText;

/** Finds things by id, by name, or as this service writes them: {@code AP (authority/ap)}. */
final class EditThings implements NamedThings {
    private static final Pattern WRITTEN = Pattern.compile(".*\\(([^()]+)\\)");

    private final Atlas atlas;
    private final Predicate<ThingId> exists;

    /**
     * @param atlas of the things that have a name
     * @param exists whether there is a thing of an id; places in sources are in no atlas
     */
    EditThings(Atlas atlas, Predicate<ThingId> exists) {
        this.atlas = atlas;
        this.exists = exists;
    }

    @Override
    public List<ThingId> named(EntryField field, String name) {
        Optional<ThingId> id = id(name);
        if (id.isPresent()) {
            return id
                    .filter(each -> atlas.find(each.toString())
                            .map(thing -> takes(field, thing))
                            .orElseGet(() -> exists.test(each)))
                    .stream()
                    .toList();
        }
        String asked = name.toLowerCase(Locale.ROOT);
        return choices(field)
                .filter(thing -> Stream.concat(thing.labels().values().stream(), thing.shortNames().values().stream())
                        .anyMatch(label -> label.toLowerCase(Locale.ROOT).equals(asked)))
                .flatMap(thing -> ThingId.parse(thing.id()).stream())
                .toList();
    }

    /** The id that is meant, if one is: alone, as an IRI, or in brackets behind a name. */
    static Optional<ThingId> id(String name) {
        Matcher written = WRITTEN.matcher(name);
        String text = written.matches() ? written.group(1) : name;
        return ThingId.parse(text.startsWith(ThingId.THINGS) ? text.substring(ThingId.THINGS.length()) : text);
    }

    /** The things that a field may hold. */
    Stream<Atlas.Thing> choices(EntryField field) {
        return ofClasses(field).isEmpty()
                ? field.segments().stream().flatMap(segment -> atlas.below(segment).stream())
                : atlas.all().filter(thing -> takes(field, thing));
    }

    /** Terms are told by the segment of their scheme, other things by their class; a field may hold both. */
    private static boolean takes(EntryField field, Atlas.Thing thing) {
        Set<String> classes = ofClasses(field);
        return classes.isEmpty() && field.segments().isEmpty()
                || classes.contains(thing.type())
                || field.segments().contains(thing.id().substring(0, thing.id().indexOf('/')));
    }

    private static Set<String> ofClasses(EntryField field) {
        Set<String> classes = new HashSet<>(field.classes());
        if (!field.segments().isEmpty()) {
            classes.remove(Wg.CONCEPT.getLocalName());
        }
        return classes;
    }

    /** What a thing is called. */
    String name(String id, PageText text) {
        return atlas.find(id).map(thing -> text.name(thing.labels(), id)).orElse(id);
    }

    /** How a thing is written into a field. */
    String written(String id, PageText text) {
        return atlas.find(id)
                .map(thing -> text.name(thing.labels(), id) + " (" + id + ")")
                .orElse(id);
    }
}
