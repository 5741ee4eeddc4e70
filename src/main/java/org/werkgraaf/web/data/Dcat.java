package org.werkgraaf.web.data;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The terms of VoID, DCAT and SPDX that describe the dataset. */
final class Dcat {
    static final String DCAT = "http://www.w3.org/ns/dcat#";
    static final String SPDX = "http://spdx.org/rdf/terms#";
    static final String VOID = "http://rdfs.org/ns/void#";
    static final String FOAF = "http://xmlns.com/foaf/0.1/";

    private Dcat() {}

    static Property dcat(String name) {
        return ResourceFactory.createProperty(DCAT, name);
    }

    static Property spdx(String name) {
        return ResourceFactory.createProperty(SPDX, name);
    }

    static Property voidTerm(String name) {
        return ResourceFactory.createProperty(VOID, name);
    }

    static Property foaf(String name) {
        return ResourceFactory.createProperty(FOAF, name);
    }

    static Resource type(String namespace, String name) {
        return ResourceFactory.createResource(namespace + name);
    }
}
