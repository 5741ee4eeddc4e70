package org.werkgraaf.entity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.meaning.Hierarchy;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** The things of one release with the accepted links between them, held in memory to be drawn and counted. */
public final class Atlas {
    private final String release;
    private final Map<String, Thing> things;
    private final Map<String, List<Thing>> bySegment;
    private final Map<String, List<Link>> links;
    private final Map<String, Map<String, List<String>>> values;
    private final Presentation presentation;
    private final Hierarchy hierarchy;

    Atlas(
            String release,
            Map<String, Thing> things,
            Map<String, List<Link>> links,
            Map<String, Map<String, List<String>>> values,
            Presentation presentation,
            Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        this.release = release;
        this.things = things;
        this.bySegment = things.values().stream()
                .sorted(Comparator.comparing(Thing::id))
                .collect(Collectors.groupingBy(thing ->
                        thing.id().substring(0, Math.max(0, thing.id().indexOf('/')))));
        this.links = links;
        this.values = values;
        this.presentation = presentation;
    }

    /** What is shown of each class. */
    public Presentation presentation() {
        return presentation;
    }

    /** Id of the release. */
    public String release() {
        return release;
    }

    /** The thing of an id such as {@code technique/keylogging}. */
    public Optional<Thing> find(String id) {
        return Optional.ofNullable(things.get(id));
    }

    /** All things. */
    public Stream<Thing> all() {
        return things.values().stream();
    }

    /** The things of which the id begins with the segment, in the order of their ids. */
    public List<Thing> below(String segment) {
        return bySegment.getOrDefault(segment, List.of());
    }

    /** The things of a class, in the order of their ids. */
    public List<Thing> ofType(String type) {
        return all().filter(thing -> thing.type().equals(type))
                .sorted(Comparator.comparing(Thing::id))
                .toList();
    }

    /** The links from and to a thing. */
    public List<Link> links(String id) {
        return links.getOrDefault(id, List.of());
    }

    /** What a thing points to by a relation. */
    public List<String> out(String id, String relation) {
        return links(id).stream()
                .filter(link -> link.from().equals(id) && link.relation().equals(relation))
                .map(Link::to)
                .distinct()
                .toList();
    }

    /** The accepted values of a property that are no things, sorted. */
    public List<String> values(String id, String property) {
        return values.getOrDefault(id, Map.of()).getOrDefault(property, List.of());
    }

    /** The first of the values of a property; absent when it has none. */
    public @Nullable String value(String id, String property) {
        List<String> found = values(id, property);
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * The things of a class to which a search by that class finds this one: itself, those that it is linked to, the act of a
     * linked provision, what the norms of a provision turn on; and what is narrower or wider than these, as far as this one counts
     * for it. A jurisdiction is its own, that of the act it is part of, or of one that creates it.
     */
    public Set<String> related(String id, String type) {
        return reached(id, type, type.equals(ClassNames.JURISDICTION) ? jurisdictions(id) : linked(id, type));
    }

    /**
     * The things of a class for which a thing counts that is about some of them.
     *
     * @param id of the thing
     * @param type local name of the class
     * @param about ids of the things that it is about
     */
    Set<String> reached(String id, String type, Set<String> about) {
        Set<String> reached = new TreeSet<>();
        for (String each : about) {
            ThingId.parse(each)
                    .ifPresent(thing -> hierarchy.reach(named(typeOf(id)), named(type), thing.node()).stream()
                            .map(found -> ThingId.of(found).toString())
                            .forEach(reached::add));
        }
        return reached;
    }

    private Set<String> linked(String id, String type) {
        Set<String> found = new TreeSet<>();
        Stream<String> turnsOn =
                out(id, PropertyNames.CREATES).stream().flatMap(norm -> out(norm, PropertyNames.TRIGGER).stream());
        Stream.of(Stream.of(id), links(id).stream().map(link -> link.other(id)), turnsOn)
                .flatMap(others -> others)
                .distinct()
                .forEach(other -> {
                    String otherType = typeOf(other);
                    if (otherType.equals(type)) {
                        found.add(other);
                    } else if (type.equals(ClassNames.INSTRUMENT) && otherType.equals(ClassNames.PROVISION)) {
                        actOf(other).ifPresent(found::add);
                    }
                });
        return found;
    }

    private static Node named(String type) {
        return NodeFactory.createURI(Wg.NS + type);
    }

    /** The instrument at the top of the tree that it stands in. */
    public Optional<String> actOf(String id) {
        Set<String> seen = new HashSet<>();
        String at = id;
        while (seen.add(at)) {
            List<String> wholes = out(at, PropertyNames.PART_OF);
            if (wholes.isEmpty()) {
                return typeOf(at).equals(ClassNames.INSTRUMENT) ? Optional.of(at) : Optional.empty();
            }
            at = wholes.get(0);
        }
        return Optional.empty();
    }

    /** The widest terms above it, or itself when it has none. */
    public Set<String> families(String id) {
        Set<String> tops = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String at = open.pop();
            if (seen.add(at)) {
                List<String> wider = out(at, "broader");
                if (wider.isEmpty()) {
                    tops.add(at);
                }
                open.addAll(wider);
            }
        }
        return tops;
    }

    private Set<String> jurisdictions(String id) {
        List<String> own = new ArrayList<>(out(id, PropertyNames.JURISDICTION));
        if (own.isEmpty()) {
            actOf(id).ifPresent(act -> own.addAll(out(act, PropertyNames.JURISDICTION)));
        }
        links(id).stream()
                .filter(link -> link.relation().equals(PropertyNames.CREATES)
                        && link.to().equals(id))
                .flatMap(link -> actOf(link.from()).stream())
                .forEach(act -> own.addAll(out(act, PropertyNames.JURISDICTION)));
        return new TreeSet<>(own);
    }

    private String typeOf(String id) {
        return find(id).map(Thing::type).orElse("");
    }

    /**
     * @param id such as {@code technique/keylogging}
     * @param type local name of its class
     * @param labels preferred name by language
     * @param shortNames short name by language, if it has one
     */
    public record Thing(String id, String type, Map<String, String> labels, Map<String, String> shortNames) {}

    /**
     * @param from id of the thing that the statement is about
     * @param relation local name of the property
     * @param to id of the other thing
     */
    public record Link(String from, String relation, String to) {
        /** The end that is not this one. */
        public String other(String id) {
            return from.equals(id) ? to : from;
        }
    }
}
