package org.werkgraaf.web.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.ReconcileSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One name that is to be matched.
 *
 * @param text the name, or an identifier; blank when only properties are given
 * @param types local names of the classes that are meant; empty for all
 * @param limit how many candidates at most
 * @param properties what else is known of it
 */
record ReconcileQuery(String text, Set<String> types, int limit, List<Known> properties) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LIMIT_DEFAULT = 5;
    private static final int PROPERTIES_MAX = 20;

    /**
     * @param property its id
     * @param values texts or ids of things
     */
    record Known(String property, List<String> values) {}

    /**
     * Reads a batch.
     *
     * @param lengthMax longest text of a name, in characters
     * @throws RequestException when it is no batch, or larger than is taken
     */
    static Map<String, ReconcileQuery> batch(String json, ReconcileSettings settings, int lengthMax) {
        JsonNode batch = object("queries", json);
        if (batch.size() > settings.queriesMax()) {
            throw new RequestException(
                    ErrorCode.BATCH_TOO_LARGE,
                    "The batch has " + batch.size() + " queries; at most " + settings.queriesMax()
                            + " are taken (werkgraaf.reconcile.queries-max). Send it in parts.");
        }
        Map<String, ReconcileQuery> queries = new LinkedHashMap<>();
        batch.properties()
                .forEach(each -> queries.put(each.getKey(), read(each.getKey(), each.getValue(), settings, lengthMax)));
        return queries;
    }

    /** The object in a parameter. */
    static JsonNode object(String parameter, String json) {
        try {
            JsonNode read = JSON.readTree(json);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException e) {
            // Told below: what the parser says of it names classes of Java.
        }
        throw new RequestException(
                ErrorCode.BAD_PARAMETER,
                "The parameter " + parameter + " is '" + GivenText.shorten(json)
                        + "'; it takes a JSON object, as in /about/api#reconciliation.");
    }

    private static ReconcileQuery read(String key, JsonNode query, ReconcileSettings settings, int lengthMax) {
        String text = query.path("query").asString("").strip();
        List<Known> properties = new ArrayList<>();
        for (JsonNode property : query.path("properties")) {
            List<String> values = values(property.path("v"));
            if (!values.isEmpty() && properties.size() < PROPERTIES_MAX) {
                properties.add(new Known(property.path("pid").asString(""), values));
            }
        }
        if (text.isEmpty() && properties.isEmpty()) {
            throw bad(key, "has neither a query nor properties; give one of them");
        }
        if (text.length() > lengthMax) {
            throw bad(key, "has a name of " + text.length() + " characters; at most " + lengthMax + " are taken");
        }
        JsonNode limit = query.path("limit");
        if (!limit.isMissingNode() && (!limit.isNumber() || limit.asInt(0) < 1)) {
            throw bad(key, "has the limit " + GivenText.shorten(limit.toString()) + "; it takes a number above 0");
        }
        return new ReconcileQuery(
                text,
                Set.copyOf(values(query.path("type")).stream()
                        .map(ReconcileQuery::localName)
                        .toList()),
                Math.min(limit.asInt(LIMIT_DEFAULT), settings.candidatesMax()),
                properties);
    }

    private static String localName(String type) {
        return type.startsWith(Wg.NS) ? type.substring(Wg.NS.length()) : type;
    }

    /** One value or several; things by their id. */
    private static List<String> values(JsonNode given) {
        Stream<JsonNode> all = given.isArray() ? given.valueStream() : Stream.of(given);
        return all.map(each -> each.isObject() ? each.path("id") : each)
                .filter(each -> each.isValueNode() && !each.isNull())
                .map(each -> each.asString().strip())
                .filter(each -> !each.isEmpty())
                .map(each -> each.startsWith(ThingId.THINGS) ? each.substring(ThingId.THINGS.length()) : each)
                .distinct()
                .toList();
    }

    private static RequestException bad(String key, String problem) {
        return new RequestException(
                ErrorCode.BAD_PARAMETER, "The query '" + GivenText.shorten(key) + "' " + problem + ".");
    }
}
