package org.werkgraaf.web.stream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of TREE, of Linked Data Event Streams and of what members are described with. */
final class StreamVocabulary {
    static final String LDES = "https://w3id.org/ldes#";
    static final String TREE = "https://w3id.org/tree#";
    static final String AS = "https://www.w3.org/ns/activitystreams#";
    static final String PROV = "http://www.w3.org/ns/prov#";

    static final Node EVENT_STREAM = node(LDES, "EventStream");
    static final Node TIMESTAMP_PATH = node(LDES, "timestampPath");
    static final Node VERSION_OF_PATH = node(LDES, "versionOfPath");
    static final Node VERSION_CREATE_PATH = node(LDES, "versionCreatePath");
    static final Node VERSION_CREATE_OBJECT = node(LDES, "versionCreateObject");
    static final Node VERSION_UPDATE_PATH = node(LDES, "versionUpdatePath");
    static final Node VERSION_UPDATE_OBJECT = node(LDES, "versionUpdateObject");
    static final Node VERSION_DELETE_PATH = node(LDES, "versionDeletePath");
    static final Node VERSION_DELETE_OBJECT = node(LDES, "versionDeleteObject");
    static final Node RETENTION_POLICY = node(LDES, "retentionPolicy");
    static final Node VERSION_AMOUNT = node(LDES, "versionAmount");
    static final Node IMMUTABLE = node(LDES, "immutable");
    static final Node VIEW = node(TREE, "view");
    static final Node NODE = node(TREE, "Node");
    static final Node RELATION = node(TREE, "relation");
    static final Node TO = node(TREE, "node");
    static final Node PATH = node(TREE, "path");
    static final Node VALUE = node(TREE, "value");
    static final Node MEMBER = node(TREE, "member");
    static final Node FROM = node(TREE, "GreaterThanOrEqualToRelation");
    static final Node UNTIL = node(TREE, "LessThanOrEqualToRelation");
    static final Node CREATE = node(AS, "Create");
    static final Node UPDATE = node(AS, "Update");
    static final Node DELETE = node(AS, "Delete");
    static final Node GENERATED_AT = node(PROV, "generatedAtTime");

    private StreamVocabulary() {}

    private static Node node(String namespace, String name) {
        return NodeFactory.createURI(namespace + name);
    }
}
