package org.werkgraaf.web.data;

import static org.werkgraaf.web.data.Dcat.dcat;
import static org.werkgraaf.web.data.Dcat.foaf;
import static org.werkgraaf.web.data.Dcat.type;
import static org.werkgraaf.web.data.Dcat.voidTerm;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.werkgraaf.dump.Dump;
import org.werkgraaf.dump.NamedGraph;
import org.werkgraaf.dump.ReleaseCensus;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.text.PageText;

/** Describes the published dataset in VoID and, as the same resource, in DCAT. */
final class DatasetDescription {
    static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    private final Model model = ModelFactory.createDefaultModel();
    private final ReleaseCensus census;
    private final String baseUrl;
    private final MessageSource messages;
    private final Resource dataset = model.createResource(ThingId.BASE + "dataset");

    private DatasetDescription(ReleaseCensus census, String baseUrl, MessageSource messages) {
        this.census = census;
        this.baseUrl = baseUrl;
        this.messages = messages;
    }

    /**
     * Makes the description.
     *
     * @param census what the release holds
     * @param dump its dump; absent as long as it is not made
     * @param baseUrl address of the service
     * @param messages the texts of the interface
     */
    static Model of(ReleaseCensus census, @Nullable Dump dump, String baseUrl, MessageSource messages) {
        DatasetDescription description = new DatasetDescription(census, baseUrl, messages);
        description.describe();
        description.count();
        census.graphs().forEach(description::subset);
        if (dump != null) {
            new DumpDescription(description.model, description.dataset, dump, baseUrl).describe();
        }
        return description.model;
    }

    private void describe() {
        model.setNsPrefixes(Prefixes.mapping())
                .setNsPrefix("dcat", Dcat.DCAT)
                .setNsPrefix("spdx", Dcat.SPDX)
                .setNsPrefix("foaf", Dcat.FOAF);
        Resource publisher = model.createResource(ThingId.BASE + "editors")
                .addProperty(RDF.type, type(Dcat.FOAF, "Agent"))
                .addProperty(foaf("name"), "Werkgraaf editors");
        dataset.addProperty(RDF.type, type(Dcat.VOID, "Dataset"))
                .addProperty(RDF.type, type(Dcat.DCAT, "Dataset"))
                .addProperty(DCTerms.identifier, census.release().id())
                .addProperty(
                        DCTerms.issued,
                        model.createTypedLiteral(census.release().publishedAt().toString(), XSDDatatype.XSDdateTime))
                .addProperty(DCTerms.license, model.createResource(LICENCE))
                .addProperty(DCTerms.publisher, publisher)
                .addProperty(foaf("homepage"), model.createResource(baseUrl + "/"))
                .addProperty(dcat("landingPage"), model.createResource(baseUrl + "/"))
                .addProperty(voidTerm("sparqlEndpoint"), model.createResource(baseUrl + "/sparql"))
                .addProperty(voidTerm("uriSpace"), ThingId.THINGS);
        for (String lang : Languages.ALL) {
            PageText text = new PageText(lang, messages);
            dataset.addProperty(DCTerms.title, text.message("dataset.title"), lang);
            dataset.addProperty(DCTerms.description, text.message("dataset.description"), lang);
        }
        vocabularies()
                .forEach(namespace -> dataset.addProperty(voidTerm("vocabulary"), model.createResource(namespace)));
        model.createResource(baseUrl + "/.well-known/void")
                .addProperty(RDF.type, type(Dcat.VOID, "DatasetDescription"))
                .addProperty(foaf("primaryTopic"), dataset);
        model.createResource(baseUrl + "/dcat#catalog")
                .addProperty(RDF.type, type(Dcat.DCAT, "Catalog"))
                .addProperty(DCTerms.title, "Werkgraaf", Languages.DOCUMENTATION)
                .addProperty(DCTerms.description, "The dataset that this service gives out.", Languages.DOCUMENTATION)
                .addProperty(DCTerms.publisher, publisher)
                .addProperty(dcat("dataset"), dataset)
                .addProperty(
                        dcat("service"),
                        model.createResource(baseUrl + "/sparql")
                                .addProperty(RDF.type, type(Dcat.DCAT, "DataService"))
                                .addProperty(DCTerms.title, "SPARQL", Languages.DOCUMENTATION)
                                .addProperty(dcat("endpointURL"), model.createResource(baseUrl + "/sparql"))
                                .addProperty(dcat("servesDataset"), dataset));
    }

    private void count() {
        dataset.addLiteral(voidTerm("triples"), number(census.triples()))
                .addLiteral(voidTerm("entities"), number(census.entities()))
                .addLiteral(voidTerm("classes"), number(census.classes().size()))
                .addLiteral(voidTerm("properties"), number(census.properties().size()));
        partition("class", "entities", census.classes());
        partition("property", "triples", census.properties());
    }

    private void partition(String by, String counted, Map<String, Long> counts) {
        Property partition = voidTerm(by + "Partition");
        counts.forEach((term, count) -> dataset.addProperty(
                partition,
                model.createResource()
                        .addProperty(voidTerm(by), model.createResource(term))
                        .addLiteral(voidTerm(counted), number(count))));
    }

    private void subset(ReleaseCensus.GraphCount count) {
        NamedGraph graph = count.graph();
        Resource subset = model.createResource(graph.node().getURI())
                .addProperty(RDF.type, type(Dcat.VOID, "Dataset"))
                .addLiteral(voidTerm("triples"), number(count.triples()));
        dataset.addProperty(voidTerm("subset"), subset);
        graph.titles().forEach((lang, title) -> subset.addProperty(DCTerms.title, title, lang));
        if (graph.source() != null) {
            subset.addProperty(
                    DCTerms.source, model.createResource(graph.source().getURI()));
        }
    }

    /** The namespaces of which terms are used as class or property. */
    private Set<String> vocabularies() {
        Set<String> namespaces = new TreeSet<>();
        Stream.concat(census.classes().keySet().stream(), census.properties().keySet().stream())
                .map(term -> term.substring(0, Math.max(term.lastIndexOf('#'), term.lastIndexOf('/')) + 1))
                .forEach(namespaces::add);
        return namespaces;
    }

    private static Literal number(long value) {
        return ResourceFactory.createTypedLiteral(Long.toString(value), XSDDatatype.XSDinteger);
    }
}
