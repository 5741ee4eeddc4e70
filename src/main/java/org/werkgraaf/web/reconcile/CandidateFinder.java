package org.werkgraaf.web.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.index.Thing;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;

/** Finds the things that a name may stand for: search says which are looked at, their names say how much they are alike. */
@Component
class CandidateFinder {
    private static final int LOOKED_AT_MIN = 10;
    private static final int LOOKED_AT_MAX = 50;
    /** What is less alike is no candidate, unless search puts it first. */
    private static final double SCORE_MIN = 15;

    private static final double MATCH_MIN = 95;
    /** Of two things with a name, that is meant whose first name it is. */
    private static final double OTHER_NAME = 0.98;

    /** How much of the score is the name, when other properties are given. */
    private static final double NAME_SHARE = 0.7;

    private final EntityIndex index;

    CandidateFinder(EntityIndex index) {
        this.index = index;
    }

    /** The candidates for a name, best first. */
    List<MatchCandidate> find(ReconcileQuery query, String lang) {
        Map<String, Map<String, String>> typeLabels =
                index.stamp().map(Stamp::labels).orElse(Map.of());
        Map<String, Thing> things = new LinkedHashMap<>();
        String id = query.text().startsWith(ThingId.THINGS)
                ? query.text().substring(ThingId.THINGS.length())
                : query.text();
        index.find(id).ifPresent(thing -> things.put(thing.id(), thing));
        String words =
                query.text().isEmpty() ? query.properties().get(0).values().get(0) : query.text();
        SearchRequest search = new SearchRequest(
                words,
                lang,
                query.types().isEmpty() ? Map.of() : Map.of(Facet.TYPE, query.types()),
                null,
                null,
                null,
                Sorting.RELEVANCE,
                Math.min(Math.max(query.limit() * 2, LOOKED_AT_MIN), LOOKED_AT_MAX),
                null);
        index.search(search.asTyped())
                .hits()
                .forEach(hit -> things.putIfAbsent(hit.thing().id(), hit.thing()));
        List<MatchCandidate> candidates = new ArrayList<>();
        for (Thing thing : things.values()) {
            if (query.types().isEmpty() || query.types().contains(thing.type())) {
                MatchCandidate candidate = candidate(query, thing, lang, typeLabels);
                if (candidate.score() >= SCORE_MIN || candidates.isEmpty()) {
                    candidates.add(candidate);
                }
            }
        }
        // The order of search decides between those that are alike.
        candidates.sort(Comparator.comparingDouble(MatchCandidate::score).reversed());
        boolean certain = !candidates.isEmpty()
                && candidates.get(0).score() >= MATCH_MIN
                && (candidates.size() == 1
                        || candidates.get(1).score() < MATCH_MIN
                        || candidates.get(0).score() == 100 && candidates.get(1).score() < 100);
        List<MatchCandidate> best = new ArrayList<>(candidates.subList(0, Math.min(candidates.size(), query.limit())));
        if (certain) {
            best.set(0, best.get(0).matching(true));
        }
        return best;
    }

    private static MatchCandidate candidate(
            ReconcileQuery query, Thing thing, String lang, Map<String, Map<String, String>> typeLabels) {
        List<MatchCandidate.Feature> features = new ArrayList<>();
        double score = 0;
        if (!query.text().isEmpty()) {
            score = name(query.text(), thing);
            features.add(new MatchCandidate.Feature("name", rounded(score)));
        }
        if (!query.properties().isEmpty()) {
            double known = 100.0
                    * query.properties().stream()
                            .filter(each -> has(thing, each))
                            .count()
                    / query.properties().size();
            features.add(new MatchCandidate.Feature("properties", rounded(known)));
            score = query.text().isEmpty() ? known : NAME_SHARE * score + (1 - NAME_SHARE) * known;
        }
        String summary = thing.summary(lang);
        return new MatchCandidate(
                thing.id(),
                thing.label(lang),
                summary.isEmpty() ? null : summary,
                List.of(new MatchCandidate.NamedId(
                        thing.type(),
                        Languages.pick(typeLabels.getOrDefault(thing.type(), Map.of()), lang, thing.type()))),
                rounded(score),
                features,
                false);
    }

    private static double name(String asked, Thing thing) {
        String plain = Likeness.plain(asked);
        double first = alike(
                plain,
                Stream.concat(
                        Stream.concat(Stream.of(thing.id(), thing.iri()), thing.labels().values().stream()),
                        thing.identifiers().stream().map(Thing.Identifier::value)));
        return Math.max(first, OTHER_NAME * alike(plain, thing.altLabels().stream()));
    }

    private static double alike(String plain, Stream<String> names) {
        return 100
                * names.flatMap(CandidateFinder::withoutRemark)
                        .mapToDouble(name -> Likeness.of(plain, Likeness.plain(name)))
                        .max()
                        .orElse(0);
    }

    /** A label may have a year or a place in brackets behind the name. */
    private static Stream<String> withoutRemark(String name) {
        String bare = name.replaceAll("\\s*\\([^)]*\\)$", "");
        return bare.equals(name) || bare.isEmpty() ? Stream.of(name) : Stream.of(name, bare);
    }

    /** Whether a thing has one of the values: as an identifier, a place, a day, or something that it is about. */
    private static boolean has(Thing thing, ReconcileQuery.Known known) {
        return known.values().stream().anyMatch(value -> {
            String plain = Likeness.plain(value);
            return thing.identifiers().stream()
                            .map(Thing.Identifier::value)
                            .anyMatch(each -> Likeness.plain(each).equals(plain))
                    || thing.jurisdiction().stream().anyMatch(each -> isNamed(each, value))
                    || thing.about().getOrDefault(known.property(), List.of()).stream()
                            .anyMatch(each -> isNamed(each, value))
                    || thing.details().getOrDefault(known.property(), List.of()).stream()
                            .anyMatch(each -> isNamed(each, value)
                                    || Likeness.plain(each.replaceFirst("@[a-z]+$", ""))
                                            .equals(plain))
                    || thing.date() != null
                            && value.length() >= 4
                            && thing.date().startsWith(value)
                    || thing.type().equals(value)
                    || String.valueOf(thing.verification()).equals(value);
        });
    }

    private static boolean isNamed(String id, String value) {
        return id.equals(value) || id.substring(id.indexOf('/') + 1).equalsIgnoreCase(value);
    }

    private static double rounded(double score) {
        return Math.round(score * 10) / 10.0;
    }
}
