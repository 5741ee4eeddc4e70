package org.werkgraaf.vocabulary;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shared.PrefixMapping;

/** The prefixes used in everything the service writes and in the editor. */
public final class Prefixes {
    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("dcterms", "http://purl.org/dc/terms/");
        ALL.put("eli", "http://data.europa.eu/eli/ontology#");
        ALL.put("id", ThingId.THINGS);
        ALL.put("oa", "http://www.w3.org/ns/oa#");
        ALL.put("owl", "http://www.w3.org/2002/07/owl#");
        ALL.put("prov", "http://www.w3.org/ns/prov#");
        ALL.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        ALL.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        ALL.put("skos", "http://www.w3.org/2004/02/skos/core#");
        ALL.put("void", "http://rdfs.org/ns/void#");
        ALL.put("wg", Wg.NS);
        ALL.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    private Prefixes() {}

    /** Prefix to namespace, in the order in which they are written. */
    public static Map<String, String> all() {
        return Map.copyOf(ALL);
    }

    /** The same as a RIOT prefix map. */
    public static PrefixMap map() {
        PrefixMap map = PrefixMapFactory.create();
        map.putAll(ALL);
        return map;
    }

    /** The same as a Jena prefix mapping. */
    public static PrefixMapping mapping() {
        return PrefixMapping.Factory.create().setNsPrefixes(ALL);
    }
}
