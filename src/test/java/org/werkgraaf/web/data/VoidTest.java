package org.werkgraaf.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.vocabulary.ThingId;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class VoidTest {
    private static final String PATH = "/.well-known/void";
    /** For each graph, whatever else is told; RDF/XML says the same at greater length. */
    private static final int BYTES_PER_GRAPH_MAX = 1_000;

    private static final int XML_BYTES_PER_GRAPH_MAX = 1_400;

    @LocalServerPort
    private int port;

    private Service service;
    private JsonNode list;
    private Model model;
    private Resource dataset;

    @BeforeEach
    void read() {
        service = new Service(port);
        list = ReadyDumps.of(service);
        model = RDFParser.fromString(service.get(PATH).body(), Lang.TURTLE).toModel();
        dataset = model.getResource(ThingId.BASE + "dataset");
    }

    @Test
    void saysWhatTheDatasetIs() {
        assertThat(dataset.hasProperty(RDF.type, Dcat.type(Dcat.VOID, "Dataset")))
                .isTrue();
        assertThat(dataset.hasProperty(RDF.type, Dcat.type(Dcat.DCAT, "Dataset")))
                .isTrue();
        assertThat(dataset.listProperties(DCTerms.title)
                        .mapWith(title -> title.getLanguage())
                        .toList())
                .containsExactlyInAnyOrder("nl", "en", "fr");
        assertThat(text(DCTerms.identifier)).isEqualTo(list.get("release").asString());
        assertThat(text(DCTerms.issued))
                .isEqualTo(service.json("/health/ready").get("publishedAt").asString());
        assertThat(dataset.getPropertyResourceValue(DCTerms.license).getURI())
                .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(dataset.getPropertyResourceValue(Dcat.voidTerm("sparqlEndpoint"))
                        .getURI())
                .endsWith("/sparql");
        assertThat(text(Dcat.voidTerm("uriSpace"))).isEqualTo("https://w3id.org/werkgraaf/id/");
        assertThat(dataset.listProperties(Dcat.voidTerm("vocabulary"))
                        .mapWith(each -> each.getResource().getURI())
                        .toList())
                .contains("https://w3id.org/werkgraaf/ontology#", "http://www.w3.org/2004/02/skos/core#");
    }

    @Test
    void countsWhatTheEndpointCounts() {
        assertThat(dataset.getProperty(Dcat.voidTerm("triples")).getLong())
                .isEqualTo(counts("SELECT ('all' AS ?key) (COUNT(*) AS ?n) { ?s ?p ?o }")
                        .get("all"));
        assertThat(dataset.getProperty(Dcat.voidTerm("entities")).getLong())
                .isEqualTo(counts("SELECT ('all' AS ?key) (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o"
                                + " FILTER(STRSTARTS(STR(?s), 'https://w3id.org/werkgraaf/id/')) }")
                        .get("all"));
        assertThat(partitions("class", "entities"))
                .isEqualTo(counts("SELECT (STR(?c) AS ?key) (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c"));
        assertThat(partitions("property", "triples"))
                .isEqualTo(counts("SELECT (STR(?p) AS ?key) (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"));
    }

    @Test
    void namesEachGraphWithItsSizeTitleAndSource() {
        Map<String, Long> subsets = new TreeMap<>();
        dataset.listProperties(Dcat.voidTerm("subset")).forEach(subset -> {
            assertThat(subset.getResource().hasProperty(DCTerms.title))
                    .as(subset.toString())
                    .isTrue();
            subsets.put(
                    subset.getResource().getURI(),
                    subset.getProperty(Dcat.voidTerm("triples")).getLong());
        });
        assertThat(subsets)
                .isEqualTo(counts("SELECT (STR(?g) AS ?key) (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"));
        assertThat(model.getResource(ThingId.BASE + "graph/gdpr-text")
                        .getPropertyResourceValue(DCTerms.source)
                        .getURI())
                .isEqualTo(ThingId.THINGS + "source/gdpr-text");
    }

    @Test
    void leadsToEveryRdfDump() {
        assertThat(model.listObjectsOfProperty(Dcat.voidTerm("dataDump"))
                        .mapWith(VoidTest::path)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(list.get("files")
                        .valueStream()
                        .map(file -> "/dumps/" + file.get("name").asString())
                        .filter(name -> !name.endsWith(".csv") && !name.endsWith("SUMS"))
                        .toList());
    }

    @Test
    void givesSizeAndDigestOfEachDistribution() {
        Map<String, String> expected = new TreeMap<>();
        for (JsonNode file : list.get("files")) {
            String name = file.get("name").asString();
            if (!name.startsWith("graphs/") && !name.equals("SHA256SUMS")) {
                expected.put(
                        "/dumps/" + list.get("release").asString() + "/" + name,
                        file.get("bytes").asLong() + " " + file.get("sha256").asString());
            }
        }
        Map<String, String> found = new TreeMap<>();
        dataset.listProperties(Dcat.dcat("distribution")).forEach(each -> {
            Resource distribution = each.getResource();
            assertThat(distribution
                            .getPropertyResourceValue(Dcat.dcat("mediaType"))
                            .getURI())
                    .startsWith("https://www.iana.org/assignments/media-types/");
            found.put(
                    path(distribution.getPropertyResourceValue(Dcat.dcat("downloadURL"))),
                    distribution.getProperty(Dcat.dcat("byteSize")).getString() + " "
                            + distribution
                                    .getPropertyResourceValue(Dcat.spdx("checksum"))
                                    .getProperty(Dcat.spdx("checksumValue"))
                                    .getString());
        });
        assertThat(found)
                .isEqualTo(expected)
                .containsKey("/dumps/" + list.get("release").asString() + "/csv/Case.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle, TURTLE",
        "application/ld+json, application/ld+json, JSONLD11",
        "application/rdf+xml, application/rdf+xml, RDFXML",
        "'text/html,*/*;q=0.8', text/turtle, TURTLE",
        "'application/rdf+xml;q=0.5,application/ld+json', application/ld+json, JSONLD11"
    })
    void saysTheSameInEachFormat(String accept, String type, String lang) throws ReflectiveOperationException {
        int graphs = model.listSubjectsWithProperty(RDF.type, Dcat.type(Dcat.VOID, "Dataset"))
                .toList()
                .size();
        for (String path : new String[] {PATH, "/dcat"}) {
            HttpResponse<String> answer = service.get(path, "Accept", accept);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
            assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThan(graphs * (lang.equals("RDFXML") ? XML_BYTES_PER_GRAPH_MAX : BYTES_PER_GRAPH_MAX));
            Lang parsed = (Lang) Lang.class.getField(lang).get(null);
            assertThat(RDFParser.fromString(answer.body(), parsed).toModel().isIsomorphicWith(model))
                    .isTrue();
        }
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        String tag = service.get(PATH).headers().firstValue("ETag").orElseThrow();
        assertThat(service.get(PATH, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(service.get(PATH, "If-None-Match", tag, "Accept", "application/ld+json")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAFormatThatIsNotOffered() {
        assertThat(service.get(PATH, "Accept", "text/csv").statusCode()).isEqualTo(406);
    }

    private String text(Property property) {
        return dataset.getProperty(property).getString();
    }

    private static String path(RDFNode address) {
        String uri = address.asResource().getURI();
        return uri.substring(uri.indexOf("/dumps/"));
    }

    private Map<String, Long> partitions(String by, String counted) {
        Map<String, Long> counts = new TreeMap<>();
        dataset.listProperties(Dcat.voidTerm(by + "Partition"))
                .forEach(each -> counts.put(
                        each.getResource()
                                .getPropertyResourceValue(Dcat.voidTerm(by))
                                .getURI(),
                        each.getResource().getProperty(Dcat.voidTerm(counted)).getLong()));
        return counts;
    }

    private Map<String, Long> counts(String query) {
        JsonNode answer = service.json(
                "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "Accept",
                "application/sparql-results+json");
        Map<String, Long> counts = new TreeMap<>();
        answer.at("/results/bindings")
                .forEach(row -> counts.put(
                        row.at("/key/value").asString(),
                        Long.parseLong(row.at("/n/value").asString())));
        return counts;
    }
}
