package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.Languages;

/**
 * The words by which a question names a kind of thing, a relation, or a thing at the other end of one; read from the names in an
 * index when it is opened.
 */
final class RelationNames {
    /** The facets whose values are named, the closest relation first. */
    static final List<Facet> FACETS = List.of(
            Facet.ISSUER,
            Facet.MAKER,
            Facet.AUTHORITY,
            Facet.ORGANISATION,
            Facet.PUBLISHER,
            Facet.AUTHOR,
            Facet.SURVEY,
            Facet.ADDRESSEE,
            Facet.JURISDICTION);

    /** The facets in whose values a publisher or author that is written by name may be known under other names. */
    private static final Set<Facet> FACETS_OF_NAMES = Set.of(Facet.ORGANISATION, Facet.AUTHORITY);

    /** Who has more of them names too much to be kept by name. */
    private static final int VALUES_MAX = 20_000;

    /** The most pieces of the name of who held a survey, and the fewest letters. */
    private static final int HOLDER_MAX = 6;

    private static final int HOLDER_MIN = 3;

    /** Codes have no forms. */
    private static final int STEM_MIN = 4;

    private final Analyzers analyzers;
    private final Map<String, Set<String>> kinds = new HashMap<>();
    private final Map<String, Set<String>> outcomes = new HashMap<>();
    private final Map<String, Set<Facet>> relations = new HashMap<>();
    private final Map<String, Map<Facet, Set<String>>> values = new HashMap<>();

    private RelationNames(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    static RelationNames of(Generation generation) throws IOException {
        RelationNames names = new RelationNames(generation.analyzers());
        generation
                .stamp()
                .kinds()
                .forEach((kind, called) -> called.forEach(each -> names.keys(each.lang(), each.text())
                        .forEach(key -> names.kinds
                                .computeIfAbsent(key, k -> new LinkedHashSet<>())
                                .add(kind))));
        generation
                .stamp()
                .relations()
                .forEach((facet, called) -> called.forEach(each -> names.relations
                        .computeIfAbsent(Keys.of(each.text()), key -> new LinkedHashSet<>())
                        .add(Facet.of(facet).orElseThrow())));
        for (String value : values(generation, Facet.OUTCOME).keySet()) {
            Optional<Thing> outcome = generation.stored().find(value);
            outcome.ifPresent(thing -> names.called(thing)
                    .forEach(key -> names.outcomes
                            .computeIfAbsent(key, k -> new LinkedHashSet<>())
                            .add(value)));
        }
        for (Facet facet : FACETS) {
            names.add(generation, facet);
        }
        return names;
    }

    private static Map<String, Integer> values(Generation generation, Facet facet) {
        FacetColumn column = generation.column(facet, false);
        return column.size() > VALUES_MAX ? Map.of() : column.firsts();
    }

    private void add(Generation generation, Facet facet) throws IOException {
        Map<String, Set<String>> byName = new LinkedHashMap<>();
        Map<List<String>, Set<String>> written = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> each : values(generation, facet).entrySet()) {
            String value = each.getKey();
            Optional<Thing> thing = generation.stored().find(value);
            List<String> texts = new ArrayList<>();
            if (thing.isPresent()) {
                texts.addAll(thing.get().labels().values());
            } else {
                Map<String, String> called = translations(generation.stored().thing(each.getValue()), facet);
                generation.name(value, called);
                texts.add(value);
                texts.addAll(called.values());
            }
            Optional<Thing> named = thing.isPresent() ? thing : generation.called(Keys.of(value), FACETS_OF_NAMES);
            named.ifPresent(by -> called(by)
                    .forEach(key -> byName.computeIfAbsent(key, k -> new LinkedHashSet<>())
                            .add(value)));
            for (String text : texts) {
                byName.computeIfAbsent(Keys.of(text), k -> new LinkedHashSet<>())
                        .add(value);
                written.computeIfAbsent(Keys.pieces(text), k -> new LinkedHashSet<>())
                        .add(value);
            }
        }
        // What is called Amazon France belongs to what is called Amazon; Amazon Web Services too.
        written.forEach((pieces, of) -> {
            for (int to = 1; to < pieces.size(); to++) {
                Set<String> wider = byName.get(String.join("", pieces.subList(0, to)));
                if (wider != null && facet != Facet.JURISDICTION) {
                    wider.addAll(of);
                }
            }
        });
        // A survey is asked for without the word survey.
        for (Map.Entry<List<String>, Set<String>> each : written.entrySet()) {
            List<String> bare = each.getKey().stream()
                    .filter(piece -> !relations.getOrDefault(piece, Set.of()).contains(facet))
                    .toList();
            Set<String> asked = new LinkedHashSet<>(Set.of(String.join("", bare)));
            if (facet == Facet.SURVEY) {
                asked.addAll(surveyNames(generation, each.getKey(), bare));
            }
            asked.forEach(name ->
                    byName.computeIfAbsent(name, k -> new LinkedHashSet<>()).addAll(each.getValue()));
        }
        byName.remove("");
        byName.forEach((name, of) ->
                values.computeIfAbsent(name, k -> new LinkedHashMap<>()).put(facet, of));
    }

    /**
     * What a survey is asked for by besides: its name without year and number, what stands before the words that say what it is, and
     * who held it.
     */
    private Set<String> surveyNames(Generation generation, List<String> pieces, List<String> bare) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        found.add(bare.stream().filter(piece -> !isNumber(piece)).collect(Collectors.joining()));
        int end = 0;
        while (end < pieces.size()
                && !isNumber(pieces.get(end))
                && !relations.getOrDefault(pieces.get(end), Set.of()).contains(Facet.SURVEY)
                && !StopWords.inQuestion(pieces.get(end))) {
            end++;
        }
        if (end > 1 || end == 1 && pieces.size() > 1 && isNumber(pieces.get(1))) {
            found.add(String.join("", pieces.subList(0, end)));
        }
        for (int from = 0; from < pieces.size(); from++) {
            for (int to = from + 1; to <= Math.min(pieces.size(), from + HOLDER_MAX); to++) {
                String key = String.join("", pieces.subList(from, to));
                if (key.length() >= HOLDER_MIN && !StopWords.inQuestion(key)) {
                    generation.called(key, FACETS_OF_NAMES).ifPresent(holder -> found.addAll(called(holder)));
                }
            }
        }
        return found;
    }

    private static boolean isNumber(String piece) {
        return piece.chars().allMatch(Character::isDigit);
    }

    /** The keys of all names of a thing, as they are and as stems. */
    private Set<String> called(Thing thing) {
        Set<String> keys = new LinkedHashSet<>();
        thing.labels().forEach((lang, label) -> keys.addAll(keys(lang, label)));
        Stream.concat(thing.altLabels().stream(), thing.hiddenLabels().stream())
                .forEach(name -> Languages.ALL.forEach(lang -> keys.addAll(keys(lang, name))));
        return keys;
    }

    /** What a value that is no thing is called in each language, when the thing that has it has just one. */
    private static Map<String, String> translations(Thing thing, Facet facet) {
        Map<String, String> called = new LinkedHashMap<>();
        for (String lang : Languages.ALL) {
            List<String> texts = thing.details().getOrDefault(facet.parameter() + "@" + lang, List.of());
            if (texts.size() == 1) {
                called.put(lang, texts.get(0));
            }
        }
        return called;
    }

    private Set<String> keys(String lang, String text) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(Keys.of(text));
        String stem = Languages.READ.contains(lang) ? analyzers.stemKey(lang, text) : "";
        if (stem.length() >= STEM_MIN) {
            keys.add(stemmed(lang, stem));
        }
        return keys;
    }

    private static String stemmed(String lang, String stem) {
        return lang + ":" + stem;
    }

    /** A text of a question as keys under which something may be named. */
    List<String> asked(List<String> pieces) {
        List<String> keys = new ArrayList<>();
        keys.add(String.join("", pieces));
        String text = String.join(" ", pieces);
        for (String lang : Languages.ALL) {
            String stem = analyzers.stemKey(lang, text);
            if (!stem.isEmpty()) {
                keys.add(stemmed(lang, stem));
            }
        }
        return keys;
    }

    /** The classes of that name. */
    Set<String> kinds(String key) {
        return kinds.getOrDefault(key, Set.of());
    }

    /** The outcomes of that name. */
    Set<String> outcomes(String key) {
        return outcomes.getOrDefault(key, Set.of());
    }

    /** The facets whose relation has that name. */
    Set<Facet> relations(String key) {
        return relations.getOrDefault(key, Set.of());
    }

    /** The values of that name, by facet. */
    Map<Facet, Set<String>> values(String key) {
        return values.getOrDefault(key, Map.of());
    }
}
