package org.werkgraaf.presentation;

import java.util.List;
import java.util.Map;
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
        boolean text) {
    /**
     * @param name of the heading
     * @param paths what stands below it, in order
     */
    public record Chapter(String name, List<Path> paths) {}

    /** The local name of the class. */
    public String name() {
        return type.getLocalName();
    }
}
