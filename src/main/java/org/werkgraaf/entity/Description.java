package org.werkgraaf.entity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing with all that the graph says of it.
 *
 * @param id {@code <segment>/<slug>}
 * @param iri its IRI
 * @param type local name of its class
 * @param typeLabels label of the class by language
 * @param labels preferred label by language
 * @param altLabels other names by language
 * @param definitions definition by language
 * @param texts other texts of its own by local name of the property and language, such as a note or paraphrase
 * @param verification how far it was checked: its own status, or that of the passages that speak of it
 * @param facts literal values and links from it, by property
 * @param incoming links to it, by property
 * @param through what is said of wider things and holds for this one too, the nearest first
 * @param history dated steps, oldest first
 * @param passages the places in the sources that mention it
 * @param places its own places: of a source all its passages, of a claim those that make it, of a passage that passage itself
 * @param statements what a passage states, or the one statement of a claim; empty for other things
 * @param position where a provision stands in its act; absent for other things
 * @param contents the provisions of an act as a tree: of an instrument its own, of a provision those of its act
 * @param release id of the release in which it was read
 */
public record Description(
        String id,
        String iri,
        String type,
        Map<String, String> typeLabels,
        Map<String, String> labels,
        Map<String, List<String>> altLabels,
        Map<String, String> definitions,
        Map<String, Map<String, String>> texts,
        @Nullable String verification,
        List<Relation> facts,
        List<Relation> incoming,
        List<Through> through,
        List<HistoryStep> history,
        List<Place> passages,
        List<Place> places,
        List<Statement> statements,
        @Nullable Position position,
        List<Part> contents,
        String release) {
    /**
     * What holds for a thing because it holds for a wider one.
     *
     * @param wider the wider thing
     * @param relations the rules and effects, by property
     */
    public record Through(Value wider, List<Relation> relations) {}

    /**
     * All values of one property.
     *
     * @param property its IRI
     * @param name its local name
     * @param labels how it reads in this direction, by language
     * @param disputed whether it has one right value and sources differ
     * @param values the values
     */
    public record Relation(
            String property, String name, Map<String, String> labels, boolean disputed, List<Value> values) {}

    /**
     * One value and who says so.
     *
     * @param id id of a thing of this graph; absent for literals and other resources
     * @param type class of that thing
     * @param labels label of the thing, or the text by language; of a passage, its paraphrase
     * @param text the literal's lexical form, or the IRI of another resource
     * @param datatype local name of the literal's datatype; absent for things
     * @param accepted false when the editors hold the statement to be mistaken or overtaken
     * @param said the places that state it; empty for what an entity's own description says
     */
    public record Value(
            @Nullable String id,
            @Nullable String type,
            Map<String, String> labels,
            String text,
            @Nullable String datatype,
            boolean accepted,
            List<Place> said) {}

    /**
     * A passage of a source.
     *
     * @param id id of the passage
     * @param source id of the source
     * @param sourceLabels label of the source by language
     * @param sections headings by language
     * @param pages pages as printed
     * @param paragraphs paragraphs
     * @param lines lines of the text edition
     * @param paraphrases what it says, in our words, by language
     * @param speakers ids and labels of who speaks there
     * @param verification slug of how far it was checked
     * @param status slug of the editors' assessment; absent when none was needed
     * @param notes the editors' note by language
     * @param correctedBy id of the passage that gives the right value
     * @param premises what it follows from, when the editors infer it
     * @param webPage where it can be read; of a passage without a page of its own, that of its source
     */
    public record Place(
            String id,
            String source,
            Map<String, String> sourceLabels,
            Map<String, String> sections,
            List<String> pages,
            List<String> paragraphs,
            List<String> lines,
            Map<String, String> paraphrases,
            List<Value> speakers,
            @Nullable String verification,
            @Nullable String status,
            Map<String, String> notes,
            @Nullable String correctedBy,
            List<Premise> premises,
            @Nullable String webPage) {}

    /**
     * What an inference of the editors follows from: a passage, or a thing as it is defined.
     *
     * @param id id of the passage or thing
     * @param labels label of the source or thing, by language
     * @param sections headings of the passage, by language; empty for a thing
     * @param passage whether it is a passage
     */
    public record Premise(String id, Map<String, String> labels, Map<String, String> sections, boolean passage) {}

    /**
     * A dated event.
     *
     * @param id id of the step
     * @param date ISO date, or a year or month
     * @param labels label by language
     * @param facts its other facts
     */
    public record HistoryStep(String id, String date, Map<String, String> labels, List<Relation> facts) {}

    /**
     * What a passage states.
     *
     * @param subject what it is about
     * @param property IRI of the property
     * @param name local name of the property
     * @param labels how the property reads, by language
     * @param object the value
     */
    public record Statement(Value subject, String property, String name, Map<String, String> labels, Value object) {}

    /**
     * Where a provision stands in its act.
     *
     * @param within what it is part of, from the act down
     * @param previous the provision before it in the same part
     * @param next the provision after it in the same part
     */
    public record Position(
            List<Value> within,
            @Nullable Value previous,
            @Nullable Value next) {}

    /**
     * A provision in the tree of its act.
     *
     * @param provision the provision
     * @param parts what it consists of, in the order of numbers
     */
    public record Part(Value provision, List<Part> parts) {}
}
