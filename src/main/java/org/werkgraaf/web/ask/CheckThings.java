package org.werkgraaf.web.ask;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.werkgraaf.assess.Assessor;
import org.werkgraaf.assess.SituationReader;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.NearNames;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;

/** Finds the things that a check is asked about: by id, by name, and what comes nearest to a name that nothing has. */
final class CheckThings implements SituationReader.Things {
    private static final int TOLD = 3;
    private static final int FOUND = 10;
    private static final String JURISDICTION = "jurisdiction";
    private static final String PRODUCT = "product";

    private final Assessor.Norms norms;
    private final Atlas atlas;
    private final EntityIndex index;

    CheckThings(Assessor.Norms norms, Atlas atlas, EntityIndex index) {
        this.norms = norms;
        this.atlas = atlas;
        this.index = index;
    }

    @Override
    public boolean exists(ThingId id) {
        return atlas.find(id.toString()).isPresent();
    }

    @Override
    public Set<ThingId> techniquesOf(ThingId product) {
        return norms.material().techniquesOfProducts().getOrDefault(product, Set.of());
    }

    /**
     * The one thing that is called so, in any language; else the one whose name begins with the words or has them all;
     * of several, the one that all others are kinds of. A product is meant by its own name alone, but for what stands in brackets: a general word that
     * occurs in a name, such as camera, means none.
     */
    @Override
    public Optional<ThingId> meant(String segment, String words) {
        List<Thing> found = found(segment, words).toList();
        List<ThingId> named = found.stream()
                .filter(thing -> names(thing).anyMatch(name -> name.equalsIgnoreCase(words)))
                .flatMap(thing -> ThingId.parse(thing.id()).stream())
                .toList();
        if (!named.isEmpty()) {
            return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
        }
        if (segment.equals(PRODUCT)) {
            return widest(
                    fitting(namesBelow(segment), name -> withoutBrackets(name).equalsIgnoreCase(words.strip())));
        }
        if (segment.equals(JURISDICTION)) {
            return CountryNames.code(words)
                    .map(code -> new ThingId(JURISDICTION, code))
                    .filter(this::exists);
        }
        String[] said = words(words);
        Map<String, Set<String>> names = namesBelow(segment);
        List<ThingId> beginning = fitting(names, name -> begins(words(name), said));
        if (!beginning.isEmpty()) {
            return widest(beginning);
        }
        found.forEach(thing -> names(thing)
                .forEach(name -> names.computeIfAbsent(thing.id(), key -> new LinkedHashSet<>())
                        .add(name)));
        return widest(fitting(names, name -> hasAll(name, words)));
    }

    private static List<ThingId> fitting(Map<String, Set<String>> names, Predicate<String> fits) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(fits))
                .flatMap(entry -> ThingId.parse(entry.getKey()).stream())
                .toList();
    }

    /** The one that all are kinds of. */
    private Optional<ThingId> widest(List<ThingId> fitting) {
        return fitting.stream()
                .filter(one -> fitting.stream()
                        .allMatch(other -> norms.rules().terms().upward(other).contains(one)))
                .findFirst();
    }

    /** What things are called, and the words of their ids. */
    private Map<String, Set<String>> namesBelow(String segment) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        atlas.below(segment).forEach(thing -> {
            Set<String> all = new LinkedHashSet<>(thing.labels().values());
            all.addAll(thing.shortNames().values());
            all.add(thing.id().substring(segment.length() + 1).replace('-', ' '));
            names.put(thing.id(), all);
        });
        return names;
    }

    private static boolean begins(String[] name, String[] words) {
        if (words.length == 0 || words.length > name.length) {
            return false;
        }
        int last = words.length - 1;
        return name[last].startsWith(words[last]) && Arrays.equals(words, 0, last, name, 0, last);
    }

    private static Stream<String> names(Thing thing) {
        return Stream.of(thing.labels().values(), thing.altLabels(), thing.hiddenLabels())
                .flatMap(Collection::stream);
    }

    private static String withoutBrackets(String name) {
        return name.replaceFirst("\\s*\\(.*", "");
    }

    private static boolean hasAll(String name, String words) {
        List<String> parts = List.of(words(name));
        return Stream.of(words(words)).allMatch(word -> parts.stream().anyMatch(part -> part.startsWith(word)));
    }

    private static String[] words(String text) {
        return text.strip().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    }

    /** The ids that come nearest: what is all but written so, what search finds, then what is written somewhat like it; empty when nothing is near. */
    List<String> nearest(String segment, String words) {
        Map<String, Set<String>> names = namesBelow(segment);
        Set<String> nearest = new LinkedHashSet<>(NearNames.of(words, names, NearNames.MISTYPED, TOLD));
        found(segment, words).map(Thing::id).limit(TOLD).forEach(nearest::add);
        nearest.addAll(NearNames.of(words, names, NearNames.LIKE, TOLD));
        return nearest.stream().limit(TOLD).toList();
    }

    private Stream<Thing> found(String segment, String words) {
        return atlas.below(segment).stream()
                .limit(1)
                .map(Atlas.Thing::type)
                .flatMap(type -> index
                        .search(new SearchRequest(
                                words,
                                Languages.DOCUMENTATION,
                                Map.of(Facet.TYPE, Set.of(type)),
                                null,
                                null,
                                null,
                                Sorting.RELEVANCE,
                                FOUND,
                                null))
                        .hits()
                        .stream()
                        .map(SearchResult.Hit::thing)
                        .filter(thing -> thing.id().startsWith(segment + "/")));
    }
}
