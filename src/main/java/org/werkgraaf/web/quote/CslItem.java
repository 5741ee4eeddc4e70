package org.werkgraaf.web.quote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A citation in the model of CSL, from which every format for reference managers is written.
 *
 * @param id {@code <segment>/<slug>}
 * @param type {@code legal_case}, {@code legislation}, {@code report} or {@code entry}
 * @param title its name
 * @param genre label of its class
 * @param language of the names
 * @param authors who wrote it, or decided a case; a description that nobody else wrote has Werkgraaf, an act may have none
 * @param issued ISO day, month or year; empty when none is known
 * @param publisher of a source
 * @param numbers official identifiers, the one by which it is cited first
 * @param version id of the release in which it was read
 * @param note identifiers with their schemes, and the release
 * @param url its permanent address
 * @param page address of the text at its publisher
 */
record CslItem(
        String id,
        String type,
        String title,
        String genre,
        String language,
        List<String> authors,
        String issued,
        @Nullable String publisher,
        List<String> numbers,
        String version,
        String note,
        String url,
        @Nullable String page) {
    static final String CASE = "legal_case";
    static final String LAW = "legislation";
    static final String SOURCE = "report";
    static final String ENTRY = "entry";
    static final String CONTAINER = "Werkgraaf";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static CslItem of(Reference reference) {
        return new CslItem(
                reference.id(),
                reference.isCase() ? CASE : reference.isLaw() ? LAW : reference.isSource() ? SOURCE : ENTRY,
                reference.title(),
                reference.kind(),
                reference.lang(),
                reference.authors().isEmpty() && !reference.isLaw() ? List.of(CONTAINER) : reference.authors(),
                issued(reference),
                reference.publisher(),
                List.copyOf(reference.identifiers().values()),
                reference.release(),
                note(reference),
                reference.address(),
                reference.page());
    }

    /** CSL-JSON: a list of this one item. */
    String json() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("type", type);
        item.put("title", title);
        item.put("genre", genre);
        item.put("language", language);
        if (type.equals(CASE)) {
            item.put("authority", String.join(", ", authors));
        } else if (!authors.isEmpty()) {
            item.put(
                    "author",
                    authors.stream().map(name -> Map.of("literal", name)).toList());
        }
        if (!issued.isEmpty()) {
            item.put("issued", Map.of("date-parts", List.of(dateParts())));
        }
        if (publisher != null) {
            item.put("publisher", publisher);
        }
        if (!numbers.isEmpty()) {
            item.put("number", numbers.get(0));
        }
        item.put("container-title", CONTAINER);
        item.put("version", version);
        item.put("note", note);
        item.put("URL", url);
        return JSON.writeValueAsString(List.of(item)) + "\n";
    }

    /** The year in which it was issued; empty when none is known. */
    String year() {
        return issued.substring(0, Math.min(4, issued.length()));
    }

    private List<Integer> dateParts() {
        List<Integer> parts = new ArrayList<>();
        for (String part : issued.split("-")) {
            if (part.matches("\\d{1,4}")) {
                parts.add(Integer.valueOf(part));
            }
        }
        return parts;
    }

    /** What others wrote or decided has a date of its own, or none that is known; a description has that of its release. */
    private static String issued(Reference reference) {
        boolean own = reference.isCase() || reference.isLaw() || reference.isSource();
        return own ? Objects.requireNonNullElse(reference.date(), "") : reference.releasedOn();
    }

    private static String note(Reference reference) {
        List<String> parts = new ArrayList<>();
        reference
                .identifiers()
                .forEach((scheme, value) ->
                        parts.add(value.toUpperCase(Locale.ROOT).startsWith(scheme) ? value : scheme + " " + value));
        parts.add("Werkgraaf release " + reference.release());
        return String.join("; ", parts);
    }
}
