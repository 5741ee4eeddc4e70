package org.werkgraaf.edit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A field of a form: a property of a thing.
 *
 * @param property which
 * @param labels how it reads, by language
 * @param help what it means, by language
 * @param remedies what the shapes say that has to be done, by the language they say it in
 * @param kind what is typed into it
 * @param datatypes of what is typed, if it is no thing or text with a language
 * @param classes local names of the classes of its things; empty when it holds none, or any
 * @param segments segments of the ids of its things; empty when each class has its own
 * @param words those that it takes; empty when it takes others
 * @param languages in which texts are written, in order; empty when they have none
 * @param asked those of the languages without which the content is refused
 * @param required whether the content is refused without it
 * @param single whether it holds one value, or one in each language
 * @param atPlace whether it is stated at a place in a source
 * @param common whether it is required, stands in brief above a page, or is what many things of the class have
 */
public record EntryField(
        Node property,
        Map<String, String> labels,
        Map<String, String> help,
        Map<String, String> remedies,
        FieldKind kind,
        Set<Node> datatypes,
        Set<String> classes,
        Set<String> segments,
        List<String> words,
        List<String> languages,
        Set<String> asked,
        boolean required,
        boolean single,
        boolean atPlace,
        boolean common) {
    /** Its name in a form: the local name of the property. */
    public String name() {
        return property.getLocalName();
    }
}
