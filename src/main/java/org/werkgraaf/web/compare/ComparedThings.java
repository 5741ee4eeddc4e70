package org.werkgraaf.web.compare;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ComparisonSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** Reads which things a request wants to compare. */
@Component
class ComparedThings {
    private static final Set<String> PARAMETERS = Set.of("things", "add", "asOf", "topic", "lang");

    private final EntityReader reader;
    private final EntityIndex index;
    private final ComparisonSettings settings;
    private final WebSettings webSettings;

    ComparedThings(EntityReader reader, EntityIndex index, ComparisonSettings settings, WebSettings webSettings) {
        this.reader = reader;
        this.index = index;
        this.settings = settings;
        this.webSettings = webSettings;
    }

    /**
     * The ids in {@code things}, each once, in the order given; a bare code is taken for a jurisdiction.
     *
     * @throws RequestException when there are too many, or a parameter is not known
     */
    List<String> ids(Map<String, String[]> given) {
        for (String name : given.keySet()) {
            if (!PARAMETERS.contains(name)) {
                throw new RequestException(
                        ErrorCode.UNKNOWN_PARAMETER,
                        "The parameter '" + GivenText.shorten(name)
                                + "' is not known. Known are things, add, asOf, topic and lang.");
            }
        }
        String[] lists = given.get("things");
        Set<String> ids = new LinkedHashSet<>();
        for (String list : lists == null ? new String[0] : lists) {
            Arrays.stream(list.split(",", settings.thingsMax() + 2))
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .map(ComparedThings::normal)
                    .forEach(ids::add);
        }
        limit(ids.size());
        return List.copyOf(ids);
    }

    /**
     * The one technique of which countries are compared; null for all.
     *
     * @throws RequestException when there is no technique of that id
     */
    @Nullable String topic(HttpServletRequest request) {
        String given = request.getParameter("topic");
        if (given == null || given.isBlank()) {
            return null;
        }
        String id = given.contains("/") ? normal(given.strip()) : "technique/" + given.strip();
        if (index.find(id)
                .filter(thing -> thing.type().equals(ClassNames.TECHNIQUE))
                .isEmpty()) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter topic is '" + GivenText.shorten(given)
                            + "'; it takes the id of a technique, such as technique/camera-surveillance.");
        }
        return id;
    }

    private void limit(int size) {
        if (size > settings.thingsMax()) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "At most " + settings.thingsMax()
                            + " things can be compared. Leave some out of the parameter things.");
        }
    }

    private static String normal(String id) {
        if (id.startsWith(ThingId.THINGS)) {
            return id.substring(ThingId.THINGS.length());
        }
        return id.contains("/") ? id : "jurisdiction/" + id.toLowerCase(java.util.Locale.ROOT);
    }

    /** What the graph has of the ids. */
    List<Description> find(List<String> ids) {
        return ids.stream()
                .map(id -> ThingId.parse(id)
                        .flatMap(reader::find)
                        .filter(thing -> !thing.type().equals(ClassNames.PASSAGE))
                        .orElseThrow(() -> new RequestException(
                                ErrorCode.NOT_FOUND,
                                "There is nothing to compare with the id '" + GivenText.shorten(id)
                                        + "'. An id is the end of the address of its page, such as technique/keylogging"
                                        + " or jurisdiction/be.")))
                .toList();
    }

    /**
     * The ids with the thing that was typed into the box: an id, or the first that a name completes to.
     *
     * @param typed what was typed
     * @throws RequestException when nothing has that name, or there would be too many things
     */
    List<String> with(List<String> ids, String typed, String lang) {
        String words = typed.strip();
        if (words.length() > webSettings.wordsLengthMax()) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter add takes at most " + webSettings.wordsLengthMax() + " characters.");
        }
        Set<String> more = new LinkedHashSet<>(ids);
        more.add(named(words, lang)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "Nothing is called '" + GivenText.shorten(words)
                                + "'. Type the beginning of a name, such as keylog, or an id.")));
        limit(more.size());
        return List.copyOf(more);
    }

    private Optional<String> named(String words, String lang) {
        return ThingId.parse(words)
                .filter(id -> reader.find(id).isPresent())
                .map(ThingId::toString)
                .or(() -> index.complete(words, lang, 1).names().stream()
                        .map(name -> name.id())
                        .findFirst());
    }
}
