package org.werkgraaf.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * The form for the things of one class.
 *
 * @param type the class
 * @param segment of the ids of its things
 * @param labels what one of them is called, by language
 * @param groups the fields, as the pages of the class group them
 */
public record EntryForm(Node type, String segment, Map<String, String> labels, List<Group> groups) {
    /**
     * Fields that stand together.
     *
     * @param name of the heading; a name of its own for names and for what is left
     * @param labels the heading by language; empty when the page has a word for it
     * @param fields in order
     */
    public record Group(String name, Map<String, String> labels, List<EntryField> fields) {}

    /** The group of names and texts. */
    public static final String NAMES = "names";
    /** The group of what no chapter shows. */
    public static final String REST = "rest";

    /** All fields, in order. */
    public Stream<EntryField> fields() {
        return groups.stream().flatMap(group -> group.fields().stream());
    }

    /** The field of that name, if the form has it. */
    public Optional<EntryField> field(String name) {
        return fields().filter(field -> field.name().equals(name)).findFirst();
    }
}
