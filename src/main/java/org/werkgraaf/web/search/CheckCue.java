package org.werkgraaf.web.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.web.ask.CountryNames;
import org.werkgraaf.web.http.ReaderLanguage;

/** Sees that a search asks whether something is allowed, such as "may my boss", and where the check of it begins. */
final class CheckCue {
    private static final int OFFERED = 3;
    /** What fits less than this beside what fits best is hardly meant. */
    private static final float NEAR = 0.6f;

    private static final Set<String> NAMES = Set.of("label", "altLabel");

    private final List<String> cues;
    private final EntityIndex index;

    /**
     * @param messages what such questions say, in each language under {@code check.cues}, divided by a bar
     * @param index in which what they are about is found
     */
    CheckCue(MessageSource messages, EntityIndex index) {
        this.index = index;
        cues = ReaderLanguage.OFFERED.stream()
                .flatMap(lang -> Stream.of(messages.getMessage("check.cues", null, Locale.forLanguageTag(lang))
                        .split("\\|")))
                .filter(cue -> !cue.isBlank())
                .map(CheckCue::spoken)
                .distinct()
                .toList();
    }

    /**
     * Where a check begins.
     *
     * @param label what was understood, such as "Keystroke logging · Germany"; absent when nothing was
     */
    public record Way(@Nullable String label, String link) {}

    /** The ways to the check, that first which is most likely meant; none when it is no such question. */
    List<Way> ways(SearchRequest search, SearchResult result, Presentation presentation) {
        String asked = spoken(search.words());
        if (cues.stream().noneMatch(asked::contains)) {
            return List.of();
        }
        SearchResult.Understood understood = result.understood();
        SearchRequest meant = understood == null ? search : search.with(understood);
        Optional<String> country = country(search, meant);
        String where = country.map(id -> "&jurisdiction=" + id.substring(id.indexOf('/') + 1))
                .orElse("");
        String named = country.map(id -> " · " + index.label(Facet.JURISDICTION, id, search.lang()))
                .orElse("");
        List<Way> ways = new ArrayList<>();
        subjects(search, meant, presentation).forEach((link, label) -> ways.add(new Way(label + named, link + where)));
        return ways.isEmpty() ? List.of(new Way(null, "/check?lang=" + search.lang())) : List.copyOf(ways);
    }

    /** The one country that the question is about; empty when none is named, or several are. */
    private Optional<String> country(SearchRequest search, SearchRequest meant) {
        Set<String> filters = meant.filters().getOrDefault(Facet.JURISDICTION, Set.of());
        List<String> countries = filters.isEmpty()
                ? CountryNames.codesIn(search.words()).stream()
                        .map(code -> Facet.JURISDICTION.parameter() + "/" + code)
                        .filter(id -> !index.label(Facet.JURISDICTION, id, search.lang())
                                .equals(id))
                        .toList()
                : List.copyOf(filters);
        return countries.size() == 1 ? Optional.of(countries.get(0)) : Optional.empty();
    }

    /** What the question is about, by the address of its check. */
    private Map<String, String> subjects(SearchRequest search, SearchRequest meant, Presentation presentation) {
        Map<String, Profile> asked = presentation.profiles().stream()
                .filter(profile -> profile.checkedAs() != null)
                .collect(Collectors.toMap(Profile::name, profile -> profile));
        Map<String, String> subjects = new LinkedHashMap<>();
        asked.values()
                .forEach(profile -> Facet.of(String.valueOf(profile.facet()))
                        .ifPresent(facet -> meant.filters().getOrDefault(facet, Set.of()).stream()
                                .sorted()
                                .forEach(id -> profile.check(id, search.lang())
                                        .ifPresent(
                                                link -> subjects.put(link, index.label(facet, id, search.lang()))))));
        List<SearchResult.Hit> found = found(meant.words().isBlank() ? search.words() : meant.words(), search, asked);
        for (SearchResult.Hit hit : found) {
            boolean isNamed = hit.matched().stream().anyMatch(match -> NAMES.contains(match.field()));
            if (isNamed
                    && subjects.size() < OFFERED
                    && hit.score() >= NEAR * found.get(0).score()) {
                Optional.ofNullable(asked.get(hit.thing().type()))
                        .flatMap(profile -> profile.check(hit.thing().id(), search.lang()))
                        .ifPresent(link -> subjects.putIfAbsent(link, label(hit.thing(), search.lang())));
            }
        }
        return subjects;
    }

    private List<SearchResult.Hit> found(String words, SearchRequest search, Map<String, Profile> asked) {
        return index.search(new SearchRequest(
                        words,
                        search.lang(),
                        Map.of(Facet.TYPE, asked.keySet()),
                        Set.of(),
                        null,
                        null,
                        null,
                        SearchRequest.Sorting.RELEVANCE,
                        OFFERED,
                        null,
                        SearchRequest.Counting.NONE,
                        true))
                .hits();
    }

    private static String label(Thing thing, String lang) {
        return Optional.ofNullable(thing.labels().get(lang))
                .orElseGet(() -> thing.labels().values().iterator().next());
    }

    /** The words alone, in small letters, with a space before and behind each. */
    private static String spoken(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
