package org.werkgraaf.web.data;

import static org.werkgraaf.web.data.Dcat.dcat;
import static org.werkgraaf.web.data.Dcat.spdx;
import static org.werkgraaf.web.data.Dcat.type;
import static org.werkgraaf.web.data.Dcat.voidTerm;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.dump.Dump;
import org.werkgraaf.dump.DumpFile;
import org.werkgraaf.vocabulary.Graphs;

/**
 * Adds the files of a dump to the description. Those of the whole dataset have a distribution with size and digest; the Turtle
 * file of a named graph stands at that graph, and has its size and digest in the list of the dumps.
 */
final class DumpDescription {
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String GRAPHS = "graphs/";

    private final Model model;
    private final Resource dataset;
    private final Dump dump;
    private final String dumps;

    DumpDescription(Model model, Resource dataset, Dump dump, String baseUrl) {
        this.model = model;
        this.dataset = dataset;
        this.dump = dump;
        this.dumps = baseUrl + "/dumps/";
    }

    void describe() {
        for (DumpFile file : dump.index().files()) {
            Resource dataDump = model.createResource(dumps + file.name());
            if (file.name().startsWith(GRAPHS)) {
                model.createResource(graph(file).getURI()).addProperty(voidTerm("dataDump"), dataDump);
            } else if (!file.name().equals(Dump.SUMS)) {
                dataset.addProperty(dcat("distribution"), distribution(file));
                if (!file.mediaType().equals("text/csv")) {
                    dataset.addProperty(voidTerm("dataDump"), dataDump);
                }
            }
        }
    }

    private static Node graph(DumpFile file) {
        return Graphs.named(file.name().substring(GRAPHS.length(), file.name().lastIndexOf('.')));
    }

    private Resource distribution(DumpFile file) {
        Resource address = model.createResource(dumps + dump.index().release() + "/" + file.name());
        Resource distribution = model.createResource(address.getURI())
                .addProperty(RDF.type, type(Dcat.DCAT, "Distribution"))
                .addProperty(DCTerms.title, file.name())
                .addProperty(DCTerms.license, model.createResource(DatasetDescription.LICENCE))
                .addProperty(dcat("accessURL"), model.createResource(dumps))
                .addProperty(dcat("downloadURL"), address)
                .addProperty(
                        dcat("byteSize"),
                        model.createTypedLiteral(Long.toString(file.bytes()), XSDDatatype.XSDnonNegativeInteger))
                .addProperty(
                        spdx("checksum"),
                        model.createResource()
                                .addProperty(RDF.type, type(Dcat.SPDX, "Checksum"))
                                .addProperty(spdx("algorithm"), type(Dcat.SPDX, "checksumAlgorithm_sha256"))
                                .addProperty(
                                        spdx("checksumValue"),
                                        model.createTypedLiteral(file.sha256(), XSDDatatype.XSDhexBinary)));
        if (file.mediaType().equals("application/gzip")) {
            return distribution
                    .addProperty(
                            dcat("mediaType"),
                            model.createResource(MEDIA_TYPES
                                    + (file.name().endsWith(".nt.gz")
                                            ? "application/n-triples"
                                            : "application/n-quads")))
                    .addProperty(dcat("compressFormat"), model.createResource(MEDIA_TYPES + file.mediaType()));
        }
        return distribution.addProperty(dcat("mediaType"), model.createResource(MEDIA_TYPES + file.mediaType()));
    }
}
