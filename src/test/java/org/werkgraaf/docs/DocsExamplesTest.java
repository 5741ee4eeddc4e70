package org.werkgraaf.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.web.data.ReadyDumps;
import tools.jackson.databind.JsonNode;

/** What the documents tell readers to try works. */
@PackagedServiceTest
class DocsExamplesTest {
    private static final String HERE = "http://localhost:8080";

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping controllers;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
        ReadyDumps.of(service);
    }

    static List<String> queries() {
        return Document.read("docs/sparql.md").blocks("sparql");
    }

    /** Addresses that are fetched with GET in the documents for readers. */
    static Set<String> addresses() {
        return Stream.of("README.md", "docs/api.md", "docs/operations.md", "docs/sparql.md")
                .map(Document::read)
                .flatMap(document -> document.find("(" + HERE + "/[^\\s'\"`<>)]*)").stream())
                .map(address -> address.substring(HERE.length()))
                // What takes POST only, or needs a query.
                .filter(path -> !path.equals("/sparql")
                        && !path.equals("/mcp")
                        && !path.startsWith("/admin/")
                        && !path.startsWith("/api/v1/proposals")
                        && !path.startsWith("/api/v1/running-queries/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Links within the site, from the documents that it shows. */
    static Set<String> links() {
        return Document.all().stream()
                .flatMap(document -> document.links().stream())
                .filter(link -> link.startsWith("/"))
                .map(link -> link.replaceFirst("#.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theGraphIsExplainedByQueries() {
        assertThat(queries()).hasSizeGreaterThanOrEqualTo(8).allMatch(query -> query.contains("ORDER BY"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryHasRowsAndSortedPrefixes(String query) {
        HttpResponse<String> answer = service.get(
                "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "Accept",
                "application/sparql-results+json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Werkgraaf-Complete")).contains("true");
        assertThat(Service.json(answer).at("/results/bindings").size()).isPositive();
        assertThat(query.lines().filter(line -> line.startsWith("PREFIX "))).isSorted();
    }

    @ParameterizedTest
    @MethodSource({"addresses", "links"})
    void everyAddressAnswers(String path) {
        HttpResponse<String> answer = service.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 302);
    }

    @Test
    void everyRouteExists() {
        Set<String> routes = controllers.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + shape(path))))
                .collect(Collectors.toSet());

        for (String name : List.of("docs/api.md", "docs/operations.md")) {
            assertThat(Document.read(name).find("`((?:GET|POST) /[^`]*)`"))
                    .isNotEmpty()
                    .allSatisfy(route -> assertThat(routes).contains(shape(route)));
        }
    }

    @Test
    void everyParameterOfASearchIsDocumented() {
        JsonNode parameters = service.json("/openapi.json").at("/paths/~1api~1v1~1search/get/parameters");
        String document = Document.read("docs/api.md").text();

        assertThat(parameters.size()).isPositive();
        parameters.forEach(parameter ->
                assertThat(document).contains("`" + parameter.get("name").asString() + "`"));
    }

    @Test
    void theAnswersInTheDocumentHaveTheFieldsOfRealOnes() {
        String documented = Document.read("docs/api.md").blocks("json").get(0);
        JsonNode answer = service.json("/api/v1/search?q=fingerprint&type=Case&lang=en&size=1");

        assertThat(Document.read("docs/api.md").text()).contains(documented);
        answer.propertyNames().forEach(field -> assertThat(documented).contains("\"" + field + "\""));
        answer.at("/hits/0")
                .propertyNames()
                .forEach(field -> assertThat(documented).contains("\"" + field + "\""));
    }

    /** A route without the names of its variables. */
    private static String shape(String route) {
        return route.replaceAll("\\{[^}]*}", "{}");
    }
}
