package org.werkgraaf.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.web.data.ReadyDumps;

/** Who names a release gets what that release says, at every address, or is told that this address cannot. */
class PinnedReleaseTest {
    private static final String HEADER = "Werkgraaf-Release";

    /** What tells of the process, rather than of a release. */
    private static final List<String> OF_THE_PROCESS = List.of("/metrics", "/health/", "/admin/");
    /** What is there of the newest release only. */
    private static final String OF_ONE_RELEASE = "/dumps.*|/data(\\?.*)?";

    /** What is written another way, or lists no files, when the dumps are of another release. */
    private static final List<String> BY_THE_DUMPS = List.of("/.well-known/void", "/dcat", "/dataset", "/graph/");

    /** What differs from one answer to the next of the same release. */
    private static final String NOISE = "\"tookMillis\":\\s*\\d+|\"timestamp\":\"[^\"]*\"";

    /** What stands in the sample for a technique. */
    private static final Pattern OF_THE_SAMPLE = Pattern.compile("keylogging");

    @TempDir
    private Path folder;

    @Test
    void isWhatEveryAddressAnswersFrom() {
        SmallContent content = new SmallContent(folder);
        try (ConfigurableApplicationContext running = new SpringApplicationBuilder(Werkgraaf.class)
                .run(
                        "--server.port=0",
                        "--werkgraaf.var=" + folder.resolve("var"),
                        "--werkgraaf.content.ontology=" + folder.resolve("ontology"),
                        "--werkgraaf.content.data=" + folder.resolve("data"),
                        "--werkgraaf.content.queries=" + folder.resolve("queries"))) {
            Service service = new Service(Objects.requireNonNull(((WebServerApplicationContext) running).getWebServer())
                    .getPort());
            running.getBean(GraphStore.class).keepPrevious();
            String before = ReadyDumps.of(service).get("release").asString();
            Map<String, String> said = new LinkedHashMap<>();
            for (Asked asked : asked()) {
                HttpResponse<String> answer = asked.of(service);
                said.put(asked.toString(), withoutNoise(answer));
                assertThat(answer.headers().firstValue(HEADER))
                        .as(asked.toString())
                        .hasValue(before);
            }
            content.techniques("goud");
            running.getBean(Publisher.class).publish();
            String now = ReadyDumps.of(service).get("release").asString();
            assertThat(now).isNotEqualTo(before);
            List<String> mixed = new ArrayList<>();
            for (Asked asked : asked()) {
                HttpResponse<String> answer = asked.anew().of(service, HEADER, before);
                String label = answer.headers().firstValue(HEADER).orElse("none");
                boolean refuses = asked.path().matches(OF_ONE_RELEASE);
                boolean right = refuses
                        ? answer.statusCode() == 412
                                && label.equals(now)
                                && answer.body().contains("release-not-held")
                        : label.equals(before) && says(answer, asked, said, now);
                if (!right) {
                    mixed.add(asked + " gave " + answer.statusCode() + " " + label);
                }
                if (!answer.headers()
                        .allValues("Vary")
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .contains(HEADER.toLowerCase(Locale.ROOT))) {
                    mixed.add(asked + " varies by " + answer.headers().allValues("Vary"));
                }
            }
            assertThat(mixed).isEmpty();
        }
    }

    /**
     * A request.
     *
     * @param body posted; empty for GET
     */
    private record Asked(String path, String type, String body) {
        /** The same question in other words, of which no answer is remembered from the first time. */
        Asked anew() {
            return path.startsWith("/sparql?query=") && type.startsWith("application/sparql-results")
                    ? new Asked(path + "%0A%23", type, body)
                    : path.equals("/sparql") && !body.isEmpty() ? new Asked(path, type, body + "\n#") : this;
        }

        HttpResponse<String> of(Service service, String... headers) {
            List<String> all = new ArrayList<>(List.of(headers));
            if (body.isEmpty()) {
                all.addAll(List.of("Accept", type + ", */*;q=0.1"));
                return service.get(path, all.toArray(String[]::new));
            }
            return service.post(path, type, body, all.toArray(String[]::new));
        }
    }

    private static List<Asked> asked() {
        List<Asked> all = new ArrayList<>(Address.sample().stream()
                // Of a workbook the bytes tell when it was written; the table in it is that of the CSV.
                .filter(address -> !address.path().contains(".xlsx"))
                .filter(address -> OF_THE_PROCESS.stream().noneMatch(address.path()::startsWith))
                .map(address ->
                        new Asked(OF_THE_SAMPLE.matcher(address.path()).replaceAll("technique-1"), address.type(), ""))
                .toList());
        String query = "SELECT ?l WHERE { <https://w3id.org/werkgraaf/id/technique/technique-1> ?p ?l } ORDER BY ?p ?l";
        all.add(new Asked("/sparql", "application/sparql-query", query));
        all.add(new Asked("/mcp", "application/json", call("sparql", "\"query\":\"" + query + "\"")));
        all.add(new Asked("/mcp", "application/json", call("search", "\"q\":\"goud\"")));
        all.add(new Asked(
                "/reconcile/en",
                "application/x-www-form-urlencoded",
                "queries=%7B%22q0%22%3A%7B%22query%22%3A%22goud%22%7D%7D"));
        return all;
    }

    private static String call(String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{" + arguments + "}}}";
    }

    private static boolean says(HttpResponse<String> answer, Asked asked, Map<String, String> said, String now) {
        return BY_THE_DUMPS.stream().anyMatch(asked.path()::startsWith)
                ? answer.statusCode() == 200 && !answer.body().contains(now)
                : withoutNoise(answer).equals(said.get(asked.toString()));
    }

    private static String withoutNoise(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body().replaceAll(NOISE, "");
    }
}
