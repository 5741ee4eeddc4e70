package org.werkgraaf.presentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of the things of one class.
 *
 * @param type the class
 * @param singular what one of them is called, by language
 * @param plural what they are called together, by language
 * @param weight what the class brings to the rank of its things in search: 1 for most
 * @param order the place in a row, such as of the classes that one way in leads to
 * @param brief what stands above the page of a thing, in order
 * @param chapters the chapters of the page of a thing, in order
 * @param card what a card in a list shows of a thing, line by line
 * @param said whether a card shows where a source says what stands on it
 * @param elsewhere what has a form of its own on the pages of this class only
 * @param facet the facet of search that counts its things; absent for none
 * @param anchor whether a question that its things answer lifts what is linked to them
 * @param askedBy words of questions that ask for its things
 * @param indexed whether its things have a document of their own in the index
 * @param listed whether its things are part of overviews
 * @param text whether the page of a thing leads to its text elsewhere
 * @param historyFirst whether the page of a thing begins with its history
 * @param checkedAs what the check is asked about a thing, with {@code {0}} for its id without the first part; absent for nothing
 * @param rule whether its things set rules
 * @param schemaType what schema.org calls its things; absent for nothing of its own
 * @param whoAsks whether its things are who people are at work, which every question says and few things are about
 */
public record Profile(
        Node type,
        Map<String, String> singular,
        Map<String, String> plural,
        float weight,
        int order,
        List<Path> brief,
        List<Chapter> chapters,
        List<List<Node>> card,
        boolean said,
        Set<Path> elsewhere,
        @Nullable String facet,
        boolean anchor,
        Set<String> askedBy,
        boolean indexed,
        boolean listed,
        boolean text,
        boolean historyFirst,
        @Nullable String checkedAs,
        boolean rule,
        @Nullable String schemaType,
        boolean whoAsks) {
    /**
     * @param name of the heading
     * @param paths what stands below it, in order
     */
    public record Chapter(String name, List<Path> paths) {}

    /** The address of the check about a thing by its id; empty when things of the class are not asked about. */
    public Optional<String> check(String id, String lang) {
        return Optional.ofNullable(checkedAs)
                .map(asked -> "/check?" + asked.replace("{0}", id.substring(id.indexOf('/') + 1)) + "&lang=" + lang);
    }

    /** Whether a question that its things answer lifts what is on them as on a norm: they anchor, and no facet counts them. */
    public boolean isNorm() {
        return anchor && facet == null;
    }

    /** The local name of the class. */
    public String name() {
        return type.getLocalName();
    }
}
