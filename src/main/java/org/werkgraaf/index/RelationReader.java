package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.index.SearchResult.Understood;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Takes a question that names a kind of thing and something that such things have to do with, such as "Rathenau recommendations"
 * or "fines of the CNIL", or how things ended, for the filters that it means. What is found by them decides: a reading that finds
 * nothing is none.
 */
final class RelationReader {
    private static final int PIECES_MAX = 12;
    private static final int NAME_MAX = 8;
    private static final float WHOLE = 0.99f;
    private static final float LIFT = 15f;
    private static final float PARTY_IN_SENTENCE = 9f;
    private static final float AUTHORITY_IN_SENTENCE = 6f;
    private static final float PLACE_IN_SENTENCE = 6f;
    private static final float ENDING_IN_SENTENCE = 9f;
    private static final List<Facet> PARTIES = List.of(Facet.ORGANISATION, Facet.MAKER);

    private final FilterSets sets;
    private final RelationNames names;

    RelationReader(FilterSets sets, RelationNames names) {
        this.sets = sets;
        this.names = names;
    }

    /** Who names an organisation, or an outcome, and no more wants what it made, the cases that it was in, and what ended so, before what only mentions it. */
    List<Query> lifts(Question question) {
        List<Query> lifts = new ArrayList<>();
        question.spans().stream().filter(span -> span.share() > WHOLE).forEach(span -> {
            PARTIES.forEach(facet -> lift(lifts, facet, names.values(span.key()).getOrDefault(facet, Set.of()), LIFT));
            lift(lifts, Facet.OUTCOME, names.outcomes(span.key()), LIFT);
        });
        return lifts;
    }

    /** A sentence that names how things ended, who was in them, or where, wants those first. */
    List<Query> named(Question question) {
        List<Query> lifts = new ArrayList<>();
        for (Question.Span span : question.spans()) {
            Map<Facet, Set<String>> values = names.values(span.key());
            PARTIES.forEach(facet -> lift(lifts, facet, values.getOrDefault(facet, Set.of()), PARTY_IN_SENTENCE));
            lift(lifts, Facet.AUTHORITY, values.getOrDefault(Facet.AUTHORITY, Set.of()), AUTHORITY_IN_SENTENCE);
            lift(lifts, Facet.JURISDICTION, values.getOrDefault(Facet.JURISDICTION, Set.of()), PLACE_IN_SENTENCE);
            lift(lifts, Facet.OUTCOME, names.outcomes(span.key()), ENDING_IN_SENTENCE);
        }
        return lifts;
    }

    private static void lift(List<Query> lifts, Facet facet, Set<String> values, float lift) {
        if (!values.isEmpty()) {
            lifts.add(new BoostQuery(new ConstantScoreQuery(FilterSets.query(facet, values, false)), lift));
        }
    }

    /** What the words of a search may be taken for; empty for most. */
    Optional<Understood> read(SearchRequest request) throws IOException {
        List<String> pieces = Keys.pieces(PastedText.plain(request.words()));
        if (pieces.size() < 2 || pieces.size() > PIECES_MAX) {
            return Optional.empty();
        }
        Parts parts = new Parts();
        for (int at = 0; at < pieces.size(); ) {
            at += part(request.words(), pieces, at, parts);
        }
        boolean kind = !parts.kinds.isEmpty() || !parts.outcomes.isEmpty();
        if (!parts.isEnding() && (parts.named.isEmpty() || !kind && !parts.isPlaced())) {
            return Optional.empty();
        }
        if (!kind) {
            parts.onlyPlaces();
        }
        return filters(request, parts).map(filters -> new Understood(filters, parts.words(pieces)));
    }

    /** Takes the longest name that begins at a piece; says how many pieces it has. */
    private int part(String text, List<String> pieces, int at, Parts parts) {
        for (int to = Math.min(pieces.size(), at + NAME_MAX); to > at; to--) {
            List<String> keys = names.asked(pieces.subList(at, to));
            Set<String> kinds = all(keys.stream().map(names::kinds));
            Set<String> outcomes = all(keys.stream().map(names::outcomes));
            Map<Facet, Set<String>> values = isName(text, keys.get(0)) ? values(keys) : Map.of();
            // A word that is the name of an outcome as it stands is no form of the name of a class: arrêté, arrêt.
            boolean ending = !names.outcomes(keys.get(0)).isEmpty()
                    && names.kinds(keys.get(0)).isEmpty();
            if (parts.kinds.isEmpty() && !kinds.isEmpty() && !ending) {
                parts.kinds.addAll(kinds);
            } else if (parts.outcomes.isEmpty() && !outcomes.isEmpty()) {
                parts.outcomes.addAll(outcomes);
                parts.endings++;
            } else if (parts.outcomes.stream().anyMatch(outcomes::contains)) {
                parts.outcomes.retainAll(outcomes);
                parts.endings++;
            } else if (!values.isEmpty() && parts.relation(keys.get(0), names).isEmpty()) {
                parts.named.add(new Named(values, Set.copyOf(parts.before), at, to));
                parts.before.clear();
            } else if (!parts.relation(keys.get(0), names).isEmpty()) {
                parts.before.addAll(parts.relation(keys.get(0), names));
            } else if (to == at + 1) {
                if (!StopWords.inQuestion(pieces.get(at))) {
                    parts.rest.add(at);
                }
            } else {
                continue;
            }
            return to - at;
        }
        return 1;
    }

    /** Two letters are a name only when they are written as one: US, not us. */
    private static boolean isName(String text, String key) {
        return key.length() > 2 && (!StopWords.inQuestion(key) || StopWords.isMaybeName(key))
                || text.contains(key.toUpperCase(Locale.ROOT));
    }

    private Map<Facet, Set<String>> values(List<String> keys) {
        Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
        keys.forEach(key -> names.values(key)
                .forEach((facet, of) -> values.computeIfAbsent(facet, f -> new LinkedHashSet<>())
                        .addAll(of)));
        return values;
    }

    private Optional<Map<Facet, Set<String>>> filters(SearchRequest request, Parts parts) throws IOException {
        Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
        if (!parts.kinds.isEmpty()) {
            filters.put(Facet.TYPE, parts.kinds);
        }
        if (!parts.outcomes.isEmpty()) {
            filters.put(Facet.OUTCOME, parts.outcomes);
        }
        FixedBitSet found = null;
        for (Map.Entry<Facet, Set<String>> filter : filters.entrySet()) {
            found = within(found, filter.getKey(), filter.getValue());
        }
        if (filters.size() > 1 && found != null && found.cardinality() == 0) {
            // Companies that were fined: what ended so is asked for, and who was in it.
            filters.remove(Facet.TYPE);
            found = within(null, Facet.OUTCOME, parts.outcomes);
        }
        for (Named named : parts.named) {
            Facet facet = null;
            for (Facet each : named.facets()) {
                Set<String> values = named.values().getOrDefault(each, Set.of());
                FixedBitSet narrowed = filters.containsKey(each) ? null : within(found, each, values);
                if (narrowed != null && narrowed.cardinality() > (isOfKind(values, parts.kinds) ? values.size() : 0)) {
                    facet = each;
                    found = narrowed;
                    break;
                }
            }
            if (facet == null && !parts.outcomes.isEmpty() && named.isRole()) {
                // Employers that were fined: who was fined is an employer anyway.
                continue;
            }
            if (facet == null) {
                return Optional.empty();
            }
            filters.put(facet, named.values().getOrDefault(facet, Set.of()));
        }
        return filters.keySet().stream().anyMatch(request.filters()::containsKey)
                ? Optional.empty()
                : Optional.of(filters);
    }

    /** Whether what is named is of the kind that is asked for, and so is no answer itself: the companies that use HireVue. */
    private static boolean isOfKind(Set<String> values, Set<String> kinds) {
        return values.stream()
                .map(ThingId::parse)
                .flatMap(Optional::stream)
                .anyMatch(id -> kinds.stream()
                        .anyMatch(kind -> kind.equalsIgnoreCase(id.segment().replace("-", ""))));
    }

    private FixedBitSet within(@Nullable FixedBitSet found, Facet facet, Set<String> values) throws IOException {
        FixedBitSet narrowed = sets.of(facet, values, false).clone();
        if (found != null) {
            narrowed.and(found);
        }
        return narrowed;
    }

    private static Set<String> all(Stream<Set<String>> sets) {
        Set<String> all = new LinkedHashSet<>();
        sets.forEach(all::addAll);
        return all;
    }

    /**
     * @param values what has the name, by facet
     * @param before the relations that stand before it
     * @param from its first piece
     * @param to behind its last piece
     */
    private record Named(Map<Facet, Set<String>> values, Set<Facet> before, int from, int to) {
        boolean isPlace() {
            return values.containsKey(Facet.JURISDICTION);
        }

        boolean isRole() {
            return values.keySet().equals(Set.of(Facet.ADDRESSEE));
        }

        /** The relations that it may stand in: those that are said first, then the closest. */
        List<Facet> facets() {
            List<Facet> facets = new ArrayList<>(RelationNames.FACETS);
            facets.retainAll(values.keySet());
            facets.sort((one, other) -> Boolean.compare(before.contains(other), before.contains(one)));
            return facets;
        }
    }

    /** What has been read of a question so far. */
    private static final class Parts {
        private final Set<String> kinds = new LinkedHashSet<>();
        private final Set<String> outcomes = new LinkedHashSet<>();
        private final List<Named> named = new ArrayList<>();
        private final Set<Facet> before = new HashSet<>();
        private final TreeSet<Integer> rest = new TreeSet<>();
        /** How many names of the outcomes there are. */
        private int endings;

        /** Whether it says how things ended, in several names of one outcome, and nothing else: stopped after protests. */
        boolean isEnding() {
            return endings > 1 && outcomes.size() == 1 && rest.isEmpty() && named.isEmpty();
        }

        /** Whether it is words and a country, which is where that is looked for. */
        boolean isPlaced() {
            long places = named.stream().filter(Named::isPlace).count();
            return places == 1 && (!rest.isEmpty() || named.size() > 1);
        }

        /** Without a kind of thing, only where it is looked for is a filter; what else is named are words. */
        void onlyPlaces() {
            named.stream()
                    .filter(name -> !name.isPlace())
                    .forEach(name -> IntStream.range(name.from(), name.to()).forEach(rest::add));
            named.removeIf(name -> !name.isPlace());
        }

        String words(List<String> pieces) {
            return rest.stream().map(pieces::get).collect(Collectors.joining(" "));
        }

        Set<Facet> relation(String key, RelationNames names) {
            return names.relations(key);
        }
    }
}
