package org.werkgraaf.web.quote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.PropertyNames;

/**
 * What a citation of a thing needs, in one language.
 *
 * @param id {@code <segment>/<slug>}
 * @param type local name of its class
 * @param schemaType what schema.org calls its class; absent for nothing of its own
 * @param kind label of its class
 * @param title its name, or the title of a source
 * @param lang language of the names
 * @param authors who wrote a source, or decided a case
 * @param publisher of a source
 * @param date ISO day, month or year of the decision or the publication; an act's is not that of its application
 * @param identifiers official identifiers by the name of their scheme
 * @param page address of the text at its publisher
 * @param address the thing's permanent address
 * @param release id of the release in which it was read
 * @param releasedOn ISO day of that release
 */
public record Reference(
        String id,
        String type,
        @Nullable String schemaType,
        String kind,
        String title,
        String lang,
        List<String> authors,
        @Nullable String publisher,
        @Nullable String date,
        Map<String, String> identifiers,
        @Nullable String page,
        String address,
        String release,
        String releasedOn) {
    private static final String LEGISLATION = "Legislation";
    private static final List<String> DATES = List.of(
            PropertyNames.DECIDED_ON,
            PropertyNames.DATE,
            PropertyNames.PUBLISHED_ON,
            PropertyNames.OCCURRED,
            PropertyNames.YEAR);
    private static final int DAY_LENGTH = 10;

    /** What is said of a thing that the editors hold to be right, as a citation in that language. */
    public static Reference of(Description thing, Presentation presentation, String lang) {
        Map<String, String> identifiers = new LinkedHashMap<>();
        presentation
                .identifiers()
                .forEach((name, scheme) ->
                        accepted(thing, name).findFirst().ifPresent(value -> identifiers.put(scheme, value.text())));
        String release = thing.release();
        String author = thing.type().equals(ClassNames.CASE) ? PropertyNames.DECIDED_BY : "creator";
        return new Reference(
                thing.id(),
                thing.type(),
                presentation.profile(thing.type()).map(Profile::schemaType).orElse(null),
                Languages.pick(thing.typeLabels(), lang, thing.type()),
                title(thing, lang),
                lang,
                accepted(thing, author)
                        .map(value -> name(value, lang))
                        .distinct()
                        .toList(),
                accepted(thing, "publisher")
                        .map(value -> name(value, lang))
                        .findFirst()
                        .orElse(null),
                DATES.stream()
                        .flatMap(name -> accepted(thing, name).limit(1))
                        .map(Value::text)
                        .findFirst()
                        .orElse(null),
                identifiers,
                accepted(thing, PropertyNames.WEB_PAGE)
                        .map(Value::text)
                        .findFirst()
                        .orElse(null),
                thing.iri(),
                release,
                release.length() > DAY_LENGTH ? release.substring(0, DAY_LENGTH) : release);
    }

    /** Whether it is a ruling or a decision. */
    public boolean isCase() {
        return type.equals(ClassNames.CASE);
    }

    /** Whether it is an act or a part of one. */
    public boolean isLaw() {
        return LEGISLATION.equals(schemaType);
    }

    /** The title of a case without the court and the year, which a citation has by themselves. */
    public String shortTitle() {
        String name = title;
        for (String author : authors) {
            name = name.startsWith(author) ? name.substring(author.length()).replaceFirst("^\\s*:\\s*", "") : name;
        }
        name = name.replaceFirst(" \\(\\d{4}\\)$", "");
        return isCase() && !name.isBlank() ? name : title;
    }

    /** Whether it is a text that others wrote. */
    public boolean isSource() {
        return type.equals(ClassNames.SOURCE);
    }

    /** The identifier by which lawyers cite a case, or readers find an act; empty when it has none. */
    public String identifier() {
        return identifiers.values().stream().findFirst().orElse("");
    }

    /** A claim has no name: what it says stands for one. Nor has a passage: its source and the place in it stand for one. */
    private static String title(Description thing, String lang) {
        if (thing.type().equals(ClassNames.CLAIM) && !thing.statements().isEmpty()) {
            Description.Statement statement = thing.statements().get(0);
            return Stream.of(
                            Languages.pick(
                                    statement.subject().labels(),
                                    lang,
                                    statement.subject().text()),
                            Languages.pick(statement.labels(), lang, statement.name()),
                            Languages.pick(
                                    statement.object().labels(),
                                    lang,
                                    statement.object().text()))
                    .collect(Collectors.joining(" – "));
        }
        if (thing.type().equals(ClassNames.PASSAGE) && !thing.places().isEmpty()) {
            Description.Place place = thing.places().get(0);
            String section = Languages.pick(place.sections(), lang, "");
            return Stream.of(
                            Languages.pick(place.sourceLabels(), lang, place.source()),
                            section,
                            place.pages().isEmpty() ? "" : "p. " + String.join(", ", place.pages()))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
        String label = Languages.pick(thing.labels(), lang, thing.id());
        return thing.type().equals(ClassNames.SOURCE)
                ? accepted(thing, "title").map(Value::text).findFirst().orElse(label)
                : label;
    }

    private static String name(Value value, String lang) {
        return value.id() == null ? value.text() : Languages.pick(value.labels(), lang, value.text());
    }

    private static Stream<Value> accepted(Description thing, String name) {
        return thing.facts().stream()
                .filter(relation -> relation.name().equals(name))
                .flatMap(relation -> relation.values().stream())
                .filter(Value::accepted);
    }
}
