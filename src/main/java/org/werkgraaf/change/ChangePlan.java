package org.werkgraaf.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.turtle.TurtleException;
import org.werkgraaf.turtle.TurtleText;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Which files a change is written into, and what they hold then. */
final class ChangePlan {
    private static final String ENTITIES = "data/entities/";
    private static final String SOURCES = "data/sources/";

    private final Content content;
    private final ChangeSet change;
    private final Map<String, TurtleText> texts = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();
    private final Map<String, Set<Quad>> said = new HashMap<>();
    private final Map<Node, List<String>> named = new HashMap<>();
    private final Map<String, List<Quad>> removed = new TreeMap<>();
    private final Map<String, List<Quad>> added = new TreeMap<>();
    /** Where new things and passages go, by subject. */
    private final Map<Node, String> places = new HashMap<>();

    private ChangePlan(Content content, ChangeSet change) {
        this.content = content;
        this.change = change;
    }

    /**
     * The files that a change makes others, by path.
     *
     * @throws ChangeException when what it removes is not there, or what it adds is
     */
    static Map<String, byte[]> files(Content content, ChangeSet change) {
        return new ChangePlan(content, change).plan();
    }

    private Map<String, byte[]> plan() {
        for (Quad quad : change.removed()) {
            List<String> holding = naming(quad.getSubject())
                    .filter(path -> said(path).contains(quad))
                    .toList();
            if (holding.isEmpty()) {
                throw ChangeException.conflict("What is to be removed is not there (any more): "
                        + ChangeFormat.line(quad) + ". Look at the thing as it is now, and make the change anew.");
            }
            holding.forEach(path ->
                    removed.computeIfAbsent(path, each -> new ArrayList<>()).add(quad));
        }
        for (Quad quad : change.added()) {
            if (naming(quad.getSubject()).anyMatch(path -> said(path).contains(quad))) {
                throw ChangeException.conflict("What is to be added is there already: " + ChangeFormat.line(quad)
                        + ". Leave it out of the change.");
            }
        }
        for (Quad quad : change.added()) {
            added.computeIfAbsent(place(quad), each -> new ArrayList<>()).add(quad);
        }
        Set<String> paths = new LinkedHashSet<>(removed.keySet());
        paths.addAll(added.keySet());
        Map<String, byte[]> files = new TreeMap<>();
        for (String path : paths) {
            files.put(path, written(path).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private String written(String path) {
        TurtleText before = content.file(path).isPresent() ? text(path) : TurtleText.blank();
        List<TurtleText> like = content.file(path).isPresent()
                ? List.of()
                : neighbour(path).stream().toList();
        try {
            return before.with(removed.getOrDefault(path, List.of()), added.getOrDefault(path, List.of()), like)
                    .text();
        } catch (TurtleException e) {
            throw ChangeException.conflict(
                    path + " cannot be changed by itself: " + e.getMessage() + " Change it by hand.");
        }
    }

    /** A file that a new one should look like: the one before it in the same folder. */
    private Optional<TurtleText> neighbour(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return turtle().map(ContentFile::path)
                .filter(each -> each.startsWith(folder))
                .min(Comparator.comparing((String each) -> each.compareTo(path) > 0)
                        .thenComparing(Comparator.reverseOrder()))
                .map(this::text);
    }

    private String place(Quad quad) {
        if (!quad.getGraph().equals(Quad.defaultGraphNodeGenerated)) {
            return described(quad.getGraph())
                    .orElseThrow(
                            () -> ChangeException.conflict(
                                    "The passage " + quad.getGraph()
                                            + " is described nowhere. Add its type, wg:inSource and wg:paraphrase in the same change."));
        }
        return holding(quad).or(() -> described(quad.getSubject())).orElseGet(() -> {
            String path = newPlace(quad.getSubject());
            places.put(quad.getSubject(), path);
            return path;
        });
    }

    /** A file that has that property of the thing already: what belongs to a thing may stand in several files, by what it says. */
    private Optional<String> holding(Quad quad) {
        return naming(quad.getSubject())
                .filter(path -> said(path).stream()
                        .anyMatch(each -> each.getGraph().equals(quad.getGraph())
                                && each.getSubject().equals(quad.getSubject())
                                && each.getPredicate().equals(quad.getPredicate())))
                .min(Comparator.comparing((String path) -> !saysClass(path, quad.getSubject()))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The file that says what a thing or passage is; by preference the one that says its class. */
    private Optional<String> described(Node thing) {
        String known = places.get(thing);
        if (known != null) {
            return Optional.of(known);
        }
        if (change.addedValue(thing, RDF.Nodes.type).isPresent()
                && naming(thing).noneMatch(path -> saysClass(path, thing))) {
            String path = newPlace(thing);
            places.put(thing, path);
            return Optional.of(path);
        }
        return naming(thing)
                .filter(path -> text(path).speaksOf(Quad.defaultGraphNodeGenerated, thing))
                .min(Comparator.comparing((String path) -> !saysClass(path, thing))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private boolean saysClass(String path, Node thing) {
        return said(path).stream()
                .anyMatch(quad ->
                        quad.getSubject().equals(thing) && quad.getPredicate().equals(RDF.Nodes.type));
    }

    private String newPlace(Node thing) {
        Optional<Node> source = change.addedValue(thing, Wg.IN_SOURCE);
        if (source.isPresent()) {
            return fileOfSource(source.get(), thing);
        }
        Optional<Node> type = change.addedValue(thing, RDF.Nodes.type);
        ThingId id = ThingId.find(thing)
                .filter(each -> type.isPresent())
                .orElseThrow(() -> ChangeException.conflict("Nothing is said yet of " + thing
                        + ", and the change does not say what it is. Add its class, or correct its name."));
        if (type.get().equals(Wg.SOURCE)) {
            return SOURCES + id.slug() + ".trig";
        }
        return mostAlike(thing, type.get()).orElse(ENTITIES + id.segment() + ".ttl");
    }

    /** Of several files of a source the one named most like the passage, or else the one with most of its passages. */
    private String fileOfSource(Node source, Node passage) {
        String known = places.get(source);
        if (known != null) {
            return known;
        }
        String slug = ThingId.find(passage).map(ThingId::slug).orElse("");
        return naming(source)
                .filter(path -> path.startsWith(SOURCES))
                .filter(path ->
                        passages(path, source) > 0 || text(path).speaksOf(Quad.defaultGraphNodeGenerated, source))
                .max(Comparator.comparingInt((String path) -> common(slug, name(path)))
                        .thenComparingLong(path -> passages(path, source))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseGet(() -> ThingId.find(source)
                        .map(id -> SOURCES + id.slug() + ".trig")
                        .orElseThrow(() -> ChangeException.conflict("There is no source " + source + ".")));
    }

    private long passages(String path, Node source) {
        return said(path).stream()
                .filter(quad -> quad.getPredicate().equals(Wg.IN_SOURCE)
                        && quad.getObject().equals(source))
                .count();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    private static int common(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** The file whose things of the class share most with a new one, such as its jurisdiction; of equals the one with most of them. */
    private Optional<String> mostAlike(Node thing, Node type) {
        Set<String> wanted = new LinkedHashSet<>();
        change.added().stream()
                .filter(quad ->
                        quad.getSubject().equals(thing) && quad.getObject().isURI())
                .filter(quad -> !quad.getPredicate().equals(RDF.Nodes.type))
                .forEach(quad -> wanted.add(quad.getPredicate() + " " + quad.getObject()));
        Map<String, Likeness> files = new HashMap<>();
        turtle().map(ContentFile::path)
                .filter(path -> path.startsWith(ENTITIES))
                .forEach(path -> {
                    Set<Node> same = new LinkedHashSet<>();
                    said(path).stream()
                            .filter(quad -> quad.getPredicate().equals(RDF.Nodes.type)
                                    && quad.getObject().equals(type))
                            .forEach(quad -> same.add(quad.getSubject()));
                    long shared = said(path).stream()
                            .filter(quad -> same.contains(quad.getSubject()))
                            .filter(quad -> wanted.contains(quad.getPredicate() + " " + quad.getObject()))
                            .count();
                    if (!same.isEmpty()) {
                        files.put(path, new Likeness(shared, same.size()));
                    }
                });
        return files.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<String, Likeness> file) ->
                                file.getValue().shared())
                        .thenComparingLong(file -> file.getValue().same())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    /** The files in which the name of a thing occurs. */
    private Stream<String> naming(Node thing) {
        return named
                .computeIfAbsent(thing, each -> {
                    String iri = each.getURI();
                    String name = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
                    return turtle().filter(file -> written.computeIfAbsent(file.path(), path -> file.text())
                                    .contains(name))
                            .map(ContentFile::path)
                            .toList();
                })
                .stream();
    }

    private Set<Quad> said(String path) {
        return said.computeIfAbsent(path, each -> text(each).quads());
    }

    private Stream<ContentFile> turtle() {
        return turtle(content);
    }

    /** The files that say something of things. */
    static Stream<ContentFile> turtle(Content content) {
        return Stream.concat(
                        Stream.concat(
                                content.in("data/entities", ".ttl").stream(),
                                content.in("data/sources", ".trig").stream()),
                        content.in("ontology", ".ttl").stream())
                .filter(file -> !file.path().startsWith("ontology/shapes/"));
    }

    private TurtleText text(String path) {
        return texts.computeIfAbsent(path, each -> {
            try {
                return TurtleText.of(content.file(each).orElseThrow().text());
            } catch (TurtleException e) {
                throw ChangeException.unsound(
                        each + " cannot be read: " + e.getMessage() + " Correct it by hand first.");
            }
        });
    }

    private record Likeness(long shared, long same) {}
}
