package org.werkgraaf.web.ask;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** Reads a search from the parameters of a request; the same for the API, the pages and the feed. */
@Component
public class SearchParameters {
    private static final String SIZE = "size";
    private static final String FACETS = "facets";
    private static final String FACET_SIZE = "facetSize";
    private static final int FACET_SIZE_DEFAULT = 5;
    private static final int FACET_SIZE_MAX = 500;
    private static final String READING = "reading";
    private static final String PASSAGES = "passages";
    private static final int PASSAGES_DEFAULT = 5;
    private static final int PASSAGES_MAX = 100;
    private static final Set<String> OTHERS = Set.of(
            "q",
            "lang",
            "direct",
            "from",
            "to",
            "asOf",
            "sort",
            SIZE,
            "cursor",
            "format",
            FACETS,
            FACET_SIZE,
            READING,
            PASSAGES);
    private static final String DIRECT = "direct";
    private static final String HIERARCHICAL = Arrays.stream(Facet.values())
            .filter(Facet::isHierarchical)
            .map(Facet::parameter)
            .collect(Collectors.joining(", "));
    private static final int SIZE_DEFAULT = 20;
    private static final Set<String> OF_SUGGEST = Set.of("q", "lang", "size");
    private static final int SUGGESTIONS_DEFAULT = 8;
    private static final int SUGGESTIONS_MAX = 20;

    private final EntityIndex index;
    private final WebSettings settings;

    SearchParameters(EntityIndex index, WebSettings settings) {
        this.index = index;
        this.settings = settings;
    }

    /**
     * @param given the parameters, each with its values
     * @param lang the reader's language
     * @return the search that it asks for
     * @throws RequestException when a parameter is not known or has a value that is not allowed
     * @throws org.werkgraaf.index.FilterValueException when a filter has a value that the release does not know
     */
    public SearchRequest read(Map<String, String[]> given, String lang) {
        refuseUnknown(given);
        String words = words(given);
        LocalDate from = DayParameter.read(given, "from");
        LocalDate to = DayParameter.read(given, "to");
        if (from != null && to != null && from.isAfter(to)) {
            throw bad("from", from.toString(), "a day before 'to', which is " + to);
        }
        SearchRequest search = new SearchRequest(
                words,
                lang,
                filters(given),
                direct(given),
                from,
                to,
                DayParameter.read(given, "asOf"),
                sorting(given, words),
                number(given, SIZE, SIZE_DEFAULT, settings.sizeMax()),
                value(given, "cursor").orElse(null));
        return isAsTyped(given) ? search.asTyped() : search;
    }

    /** Whether the words are to be taken as words only, though they name things by a relation. */
    private static boolean isAsTyped(Map<String, String[]> given) {
        Optional<String> reading = value(given, READING);
        reading.filter(value -> !value.equals("words") && !value.equals("relations"))
                .ifPresent(value -> {
                    throw bad(READING, value, "relations or words");
                });
        return reading.filter("words"::equals).isPresent();
    }

    /**
     * Which facets a program wants: those named in {@code facets}, parted by commas, none when it is blank, and without it all; of each
     * {@code facetSize} values.
     *
     * @throws RequestException when a facet does not exist or the size is out of range
     */
    public SearchRequest.Counting counting(Map<String, String[]> given) {
        Set<Facet> wanted = EnumSet.noneOf(Facet.class);
        String[] named = given.get(FACETS);
        if (named == null) {
            wanted.addAll(EnumSet.allOf(Facet.class));
        } else {
            Arrays.stream(named)
                    .flatMap(each -> Arrays.stream(each.split(",")))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .forEach(each -> wanted.add(Facet.of(each)
                            .orElseThrow(() -> bad(
                                    FACETS,
                                    each,
                                    Arrays.stream(Facet.values())
                                            .map(Facet::parameter)
                                            .collect(Collectors.joining(", "))))));
        }
        return new SearchRequest.Counting(wanted, number(given, FACET_SIZE, FACET_SIZE_DEFAULT, FACET_SIZE_MAX));
    }

    /**
     * How many passages are wanted besides the things.
     *
     * @throws RequestException when it is no number or out of range
     */
    public int passages(Map<String, String[]> given) {
        return number(given, PASSAGES, PASSAGES_DEFAULT, 0, PASSAGES_MAX);
    }

    /** What has been typed of a name that is to be completed. */
    public String typed(Map<String, String[]> given) {
        for (String name : given.keySet()) {
            if (!OF_SUGGEST.contains(name)) {
                throw new RequestException(
                        ErrorCode.UNKNOWN_PARAMETER,
                        "The parameter '" + GivenText.shorten(name) + "' is not known. Known are q, lang and size.");
            }
        }
        return words(given);
    }

    /** How many completions are asked for. */
    public int suggestions(Map<String, String[]> given) {
        return number(given, SIZE, SUGGESTIONS_DEFAULT, SUGGESTIONS_MAX);
    }

    private String words(Map<String, String[]> given) {
        String words = Optional.ofNullable(given.get("q"))
                .map(values -> values[0])
                .orElse("")
                .strip();
        if (words.length() > settings.wordsLengthMax()) {
            throw bad("q", words, "at most " + settings.wordsLengthMax() + " characters; shorten the question");
        }
        return words;
    }

    private void refuseUnknown(Map<String, String[]> given) {
        for (String name : given.keySet()) {
            if (!OTHERS.contains(name) && Facet.of(name).isEmpty()) {
                throw new RequestException(
                        ErrorCode.UNKNOWN_PARAMETER,
                        "The parameter '" + GivenText.shorten(name)
                                + "' is not known. Known are q, lang, direct, from, to, asOf, sort,"
                                + " size, cursor, facets, facetSize, reading, passages and the filters "
                                + Arrays.stream(Facet.values())
                                        .map(Facet::parameter)
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
        }
    }

    private Map<Facet, Set<String>> filters(Map<String, String[]> given) {
        Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
        int count = 0;
        for (Facet facet : Facet.values()) {
            String[] values = given.get(facet.parameter());
            for (String value : values == null ? new String[0] : values) {
                if (!value.isBlank()) {
                    count++;
                    filters.computeIfAbsent(facet, f -> new LinkedHashSet<>()).add(normal(facet, value.strip()));
                }
            }
        }
        if (count > settings.filtersMax()) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The search has " + count + " filter values; at most " + settings.filtersMax() + " are taken.");
        }
        index.check(filters);
        return filters;
    }

    /** The filters for which only what is about their values themselves is wanted. */
    private static Set<Facet> direct(Map<String, String[]> given) {
        Set<Facet> direct = EnumSet.noneOf(Facet.class);
        for (String name : given.getOrDefault(DIRECT, new String[0])) {
            if (!name.isBlank()) {
                direct.add(Facet.of(name.strip())
                        .filter(Facet::isHierarchical)
                        .orElseThrow(() -> bad(DIRECT, name, HIERARCHICAL)));
            }
        }
        return direct;
    }

    /** A filter may be given as an id, an IRI, or for jurisdictions and classes a bare code. */
    private static String normal(Facet facet, String value) {
        if (value.startsWith(ThingId.THINGS)) {
            return value.substring(ThingId.THINGS.length());
        }
        return switch (facet) {
            case TYPE -> value;
            case JURISDICTION ->
                value.contains("/") ? value : "jurisdiction/" + value.toLowerCase(java.util.Locale.ROOT);
            case STATUS -> value.contains("/") ? value : "case-status/" + value;
            case DATA_CATEGORY -> value.contains("/") ? value : "data-category/" + value;
            case RISK_CLASS -> value.contains("/") ? value : "risk-class/" + value;
            case PUBLISHER, AUTHOR, SURVEY -> value;
            case ISSUER, ADDRESSEE, MAKER -> value.contains("/") ? value : "organisation/" + value;
            default -> value.contains("/") ? value : facet.parameter() + "/" + value;
        };
    }

    private static Sorting sorting(Map<String, String[]> given, String words) {
        Optional<String> value = value(given, "sort");
        if (value.isEmpty()) {
            return words.isEmpty() ? Sorting.LABEL : Sorting.RELEVANCE;
        }
        return Arrays.stream(Sorting.values())
                .filter(sorting -> sorting.parameter().equals(value.get()))
                .findFirst()
                .orElseThrow(() -> bad("sort", value.get(), "relevance, date, -date or label"));
    }

    private static int number(Map<String, String[]> given, String name, int otherwise, int max) {
        return number(given, name, otherwise, 1, max);
    }

    private static int number(Map<String, String[]> given, String name, int otherwise, int min, int max) {
        Optional<String> value = value(given, name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers out of range.
        }
        throw bad(name, value.get(), "a whole number from " + min + " to " + max);
    }

    private static Optional<String> value(Map<String, String[]> given, String name) {
        return Optional.ofNullable(given.get(name)).map(values -> values[0]).filter(value -> !value.isBlank());
    }

    private static RequestException bad(String name, String value, String allowed) {
        return new RequestException(
                ErrorCode.BAD_PARAMETER,
                "The parameter " + name + " is '" + GivenText.shorten(value) + "'; it takes " + allowed + ".");
    }
}
