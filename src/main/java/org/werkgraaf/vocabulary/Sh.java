package org.werkgraaf.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of <a href="https://www.w3.org/TR/shacl/">SHACL</a> that are read where shapes are no constraints but a description. */
public final class Sh {
    private static final String NS = "http://www.w3.org/ns/shacl#";

    public static final Node ALTERNATIVE_PATH = term("alternativePath");
    public static final Node CLASS = term("class");
    public static final Node DATATYPE = term("datatype");
    public static final Node IN = term("in");
    public static final Node LANGUAGE_IN = term("languageIn");
    public static final Node MAX_COUNT = term("maxCount");
    public static final Node MESSAGE = term("message");
    public static final Node MIN_COUNT = term("minCount");
    public static final Node OR = term("or");
    public static final Node PATH = term("path");
    public static final Node PATTERN = term("pattern");
    public static final Node PROPERTY = term("property");
    public static final Node QUALIFIED_MIN_COUNT = term("qualifiedMinCount");
    public static final Node QUALIFIED_VALUE_SHAPE = term("qualifiedValueShape");
    public static final Node SEVERITY = term("severity");
    public static final Node TARGET_CLASS = term("targetClass");
    public static final Node TARGET_SUBJECTS_OF = term("targetSubjectsOf");
    public static final Node UNIQUE_LANG = term("uniqueLang");
    public static final Node VIOLATION = term("Violation");

    private Sh() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
