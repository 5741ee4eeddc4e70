package org.werkgraaf.web.thing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ask.KnownParameters;
import org.werkgraaf.web.text.Days;

/**
 * What a reader wants to see of the page of a thing.
 *
 * @param words that must be in what is shown; empty for all
 * @param about id of what passages of a source must speak of; absent for all
 * @param only local name of the one relation to show, or {@link #SOURCES}; absent for all
 * @param section number of the one section of a source to show; 0 for all
 * @param page number of the page, from 1
 */
public record Wanted(
        String words, @Nullable String about, @Nullable String only, int section, int page) {
    /** All of it, from the beginning. */
    public static final Wanted ALL = new Wanted("", null, null, 0, 1);

    /** Stands for all passages that speak of the thing. */
    static final String SOURCES = "sources";

    private static final int WORDS_MAX = 200;
    private static final String ABOUT = "about";
    private static final String FIND = "find";
    private static final String ONLY = "only";
    private static final String PAGE = "page";
    private static final String SECTION = "section";

    /**
     * Reads it from the parameters of a request.
     *
     * @throws org.werkgraaf.web.http.RequestException when one of them cannot be
     */
    public static Wanted of(Map<String, String[]> parameters) {
        String words = one(parameters, FIND);
        if (words.length() > WORDS_MAX) {
            throw KnownParameters.bad(FIND, words, "give at most " + WORDS_MAX + " characters");
        }
        String about = one(parameters, ABOUT);
        if (!about.isEmpty() && ThingId.parse(about).isEmpty()) {
            throw KnownParameters.bad(ABOUT, about, "give the id of a thing, such as technique/keylogging");
        }
        String only = one(parameters, ONLY);
        if (!only.matches("[A-Za-z]{0,64}")) {
            throw KnownParameters.bad(ONLY, only, "give the local name of a relation, such as concerns, or " + SOURCES);
        }
        return new Wanted(
                words,
                about.isEmpty() ? null : about,
                only.isEmpty() ? null : only,
                number(parameters, SECTION, 0),
                number(parameters, PAGE, 1));
    }

    private static String one(Map<String, String[]> parameters, String name) {
        String[] given = parameters.get(name);
        if (given != null && given.length > 1) {
            throw KnownParameters.bad(name, given.length + " values", "give one");
        }
        return given == null ? "" : given[0].strip();
    }

    private static int number(Map<String, String[]> parameters, String name, int least) {
        String given = one(parameters, name);
        if (given.isEmpty()) {
            return least;
        }
        if (!given.matches("\\d{1,6}") || Integer.parseInt(given) < least) {
            throw KnownParameters.bad(name, given, "give a number from " + least);
        }
        return Integer.parseInt(given);
    }

    /** Whether less than all is wanted. */
    public boolean isPart() {
        return !words.isEmpty() || about != null || only != null || section > 0;
    }

    Wanted onPage(int number) {
        return new Wanted(words, about, only, section, number);
    }

    Wanted inSection(int number) {
        return new Wanted("", null, null, number, 1);
    }

    static Wanted relation(String name) {
        return new Wanted("", null, name, 0, 1);
    }

    /** The address of the page with this part, on the day that the reader named. */
    String link(String id, @Nullable String day) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/id/" + id);
        if (!words.isEmpty()) {
            link.queryParam(FIND, "{words}");
        }
        if (about != null) {
            link.queryParam(ABOUT, about);
        }
        if (only != null) {
            link.queryParam(ONLY, only);
        }
        if (section > 0) {
            link.queryParam(SECTION, section);
        }
        if (page > 1) {
            link.queryParam(PAGE, page);
        }
        if (day != null) {
            link.queryParam(Days.AS_OF, day);
        }
        return link.encode().buildAndExpand(Map.of("words", words)).toUriString();
    }
}
