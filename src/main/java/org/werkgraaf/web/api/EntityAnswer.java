package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.web.ask.CoverageNote;

/** One entity, as it goes over the wire: each passage stands once and values point to it by id. */
@Schema(description = "One entity with all that the graph says of it and where each statement stands.")
public record EntityAnswer(
        @Schema(example = "case/manfield-fingerprint") String id,
        String iri,
        @Schema(example = ClassNames.CASE) String type,

        @Schema(description = "Label in the language asked for.")
        String label,

        Map<String, String> labels,
        Map<String, List<String>> altLabels,
        Map<String, String> definitions,

        @Schema(description = "Notes and paraphrases by property and language.")
        Map<String, Map<String, String>> texts,

        @Schema(allowableValues = {"primary", "secondary", "inferred", "recalled"}) @Nullable String verification,

        @Schema(description = "Values and links from the entity.")
        List<Relation> facts,

        @Schema(description = "Links to the entity from others.")
        List<Relation> incoming,

        @Schema(description = "Rules and effects of wider entities that hold for this one too, the nearest first.")
        List<Through> through,

        @Schema(description = "Dated steps, oldest first.") List<Step> history,

        @Schema(description = "Ids of the passages that mention the entity, in reading order.")
        List<String> mentionedIn,

        @Schema(description = "The passages named in this answer, by id.")
        Map<String, Passage> passages,

        @Schema(
                description =
                        "Of a technique: how far the own law of each country on it is in the graph; empty for others.")
        List<CoverageNote> coverage,

        String release,
        Links links) {
    @Schema(name = "EntityThrough", description = "What holds because it holds for a wider entity.")
    public record Through(String id, String label, List<Relation> relations) {}

    @Schema(name = "EntityRelation", description = "All values of one property.")
    public record Relation(
            @Schema(description = "IRI of the property.") String property,
            @Schema(example = PropertyNames.AMOUNT_IMPOSED) String name,

            @Schema(description = "How it reads, in the language asked for.")
            String label,

            @Schema(description = "Whether it has one right value and sources differ.")
            boolean disputed,

            List<Value> values) {}

    @Schema(name = "EntityValue", description = "One value and who says so.")
    public record Value(
            @Nullable String id,
            @Nullable String type,

            @Schema(description = "Label of the thing, or the literal's text.")
            String label,

            @Schema(description = "Lexical form of a literal, or the IRI.")
            String value,

            @Nullable String datatype,

            @Schema(description = "False when the editors hold the statement to be mistaken or overtaken.")
            boolean accepted,

            @Schema(description = "Ids of the passages that state it.")
            List<String> statedIn) {}

    @Schema(description = "A dated event.")
    public record Step(String id, String date, String label, List<Relation> facts) {}

    @Schema(description = "A place in a source.")
    public record Passage(
            String source,
            String sourceLabel,
            Map<String, String> section,
            List<String> pages,
            List<String> paragraphs,
            List<String> lines,
            Map<String, String> paraphrases,
            List<String> speakers,
            @Nullable String verification,

            @Schema(description = "The editors' assessment, such as mistaken.") @Nullable String status,

            Map<String, String> notes,
            @Nullable String correctedBy,

            @Schema(description = "Passages and entities from which the editors infer what it says.")
            List<String> inferredFrom,

            @Schema(description = "Where it can be read.") @Nullable String webPage) {}

    @Schema(name = "EntityLinks", description = "The same entity in other formats.")
    public record Links(String self, String html, String jsonld, String turtle, String rdfxml, String ntriples) {}

    static EntityAnswer of(Description thing, List<CoverageNote> coverage, String lang, String baseUrl) {
        Map<String, Passage> passages = new LinkedHashMap<>();
        Stream.of(
                        thing.facts(),
                        thing.incoming(),
                        thing.through().stream()
                                .flatMap(through -> through.relations().stream())
                                .toList())
                .flatMap(List::stream)
                .flatMap(relation -> relation.values().stream())
                .flatMap(value -> value.said().stream())
                .forEach(place -> passages.put(place.id(), passage(place, lang)));
        thing.history().stream()
                .flatMap(step -> step.facts().stream())
                .flatMap(relation -> relation.values().stream())
                .flatMap(value -> value.said().stream())
                .forEach(place -> passages.put(place.id(), passage(place, lang)));
        thing.passages().forEach(place -> passages.put(place.id(), passage(place, lang)));
        String page = baseUrl + "/id/" + thing.id();
        return new EntityAnswer(
                thing.id(),
                thing.iri(),
                thing.type(),
                pick(thing.labels(), lang, thing.id()),
                thing.labels(),
                thing.altLabels(),
                thing.definitions(),
                thing.texts(),
                thing.verification(),
                relations(thing.facts(), lang),
                relations(thing.incoming(), lang),
                thing.through().stream()
                        .map(through -> new Through(
                                String.valueOf(through.wider().id()),
                                pick(
                                        through.wider().labels(),
                                        lang,
                                        through.wider().text()),
                                relations(through.relations(), lang)))
                        .toList(),
                thing.history().stream()
                        .map(step -> new Step(
                                step.id(),
                                step.date(),
                                pick(step.labels(), lang, step.id()),
                                relations(step.facts(), lang)))
                        .toList(),
                thing.passages().stream().map(Description.Place::id).toList(),
                passages,
                coverage,
                thing.release(),
                new Links(
                        baseUrl + "/api/v1/entities/" + thing.id(),
                        page,
                        page + ".jsonld",
                        page + ".ttl",
                        page + ".rdf",
                        page + ".nt"));
    }

    private static List<Relation> relations(List<Description.Relation> relations, String lang) {
        return relations.stream()
                .map(relation -> new Relation(
                        relation.property(),
                        relation.name(),
                        pick(relation.labels(), lang, relation.name()),
                        relation.disputed(),
                        relation.values().stream()
                                .map(value -> value(value, lang))
                                .toList()))
                .toList();
    }

    private static Value value(Description.Value value, String lang) {
        return new Value(
                value.id(),
                value.type(),
                pick(value.labels(), lang, value.text()),
                value.text(),
                value.datatype(),
                value.accepted(),
                value.said().stream().map(Description.Place::id).toList());
    }

    private static Passage passage(Description.Place place, String lang) {
        return new Passage(
                place.source(),
                pick(place.sourceLabels(), lang, place.source()),
                place.sections(),
                place.pages(),
                place.paragraphs(),
                place.lines(),
                place.paraphrases(),
                place.speakers().stream()
                        .map(speaker -> speaker.id() == null ? speaker.text() : speaker.id())
                        .toList(),
                place.verification(),
                place.status(),
                place.notes(),
                place.correctedBy(),
                place.premises().stream().map(Description.Premise::id).toList(),
                place.webPage());
    }

    private static String pick(Map<String, String> labels, String lang, String otherwise) {
        return Languages.pick(labels, lang, otherwise);
    }
}
