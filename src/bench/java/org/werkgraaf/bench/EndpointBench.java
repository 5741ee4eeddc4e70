package org.werkgraaf.bench;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.sys.JenaSystem;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.publish.SyntheticRelease;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the saved questions, with the parameters of their examples, of the service's endpoint and of a stock Fuseki over a copy of
 * the same store, in turn, so that what else the machine does falls on all sides alike.
 */
public final class EndpointBench {
    private static final int WARM = 30;
    private static final int ROUNDS = 31;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EndpointBench() {}

    /** @param args not used, folder, first of two ports */
    public static void main(String[] args) throws Exception {
        JenaSystem.init();
        Path folder = Path.of(args[1]).resolve("endpoint").toAbsolutePath();
        int port = Integer.parseInt(args[2]);
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        String base = "http://localhost:" + port;
        String stock = "http://localhost:" + (port + 1);
        try (Child service = service(folder, port)) {
            service.ready(base + "/health/ready");
        }
        Path release = SyntheticRelease.find(folder.resolve("var")).orElseThrow();
        FileSystemUtils.copyRecursively(release.resolve("store"), folder.resolve("copy"));
        Files.deleteIfExists(folder.resolve("copy/tdb.lock"));
        Path config = folder.resolve("config.ttl");
        try (var template = EndpointBench.class.getResourceAsStream("/bench/endpoint.ttl")) {
            Files.writeString(
                    config,
                    new String(template.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("STORE", folder.resolve("copy").toString()));
        }
        try (Child service = service(folder, port);
                Child fuseki = Child.start(
                        folder.resolve("fuseki.log"),
                        "2g",
                        BaselineServer.class.getName(),
                        Integer.toString(port + 1),
                        config.toString())) {
            service.ready(base + "/health/ready");
            fuseki.ready(stock + "/stock?query=" + BenchQuestion.encode("ASK{}"));
            Files.writeString(
                    Path.of(args[1]).resolve("results-endpoint.md"), measure(new Http(base), new Http(stock)));
        }
    }

    private static Child service(Path folder, int port) throws Exception {
        return Child.start(
                folder.resolve("service.log"),
                "2g",
                BenchService.class.getName(),
                "--server.port=" + port,
                "--werkgraaf.base-url=http://localhost:" + port,
                "--werkgraaf.var=" + folder.resolve("var"));
    }

    private static String measure(Http service, Http stock) throws Exception {
        Map<String, Asked> queries = queries(service);
        StringBuilder table = new StringBuilder(
                "| question | endpoint | from memory | stock Fuseki | endpoint / Fuseki | Fuseki / memory | JSON operation |\n"
                        + "|---|---|---|---|---|---|---|\n");
        List<double[]> all = new ArrayList<>();
        for (Map.Entry<String, Asked> each : queries.entrySet()) {
            double[] medians = medians(service, stock, each.getKey(), each.getValue());
            all.add(medians);
            table.append(row(each.getKey(), medians));
            System.out.print(row(each.getKey(), medians));
        }
        double[] totals = new double[4];
        for (int side = 0; side < totals.length; side++) {
            for (double[] medians : all) {
                totals[side] += medians[side];
            }
        }
        System.out.print(row("all together", totals));
        return table.append(row("all together", totals)).toString();
    }

    private static String row(String name, double[] medians) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.2f | %.1f | %.2f | %.0f | %.1f |%n",
                name,
                medians[0],
                medians[1],
                medians[2],
                medians[0] / medians[2],
                medians[2] / medians[1],
                medians[3]);
    }

    /** Milliseconds of the endpoint without its memory and with it, of the stock Fuseki, and of the REST operation. */
    private static double[] medians(Http service, Http stock, String name, Asked asked) throws Exception {
        String query = asked.sparql();
        double[][] times = new double[4][ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            // A comment makes it another request, which the memory does not have.
            double[] one = {
                time(service, "/sparql?query=" + BenchQuestion.encode(query + "\n#" + name + round)),
                time(service, "/sparql?query=" + BenchQuestion.encode(query)),
                time(stock, "/stock?query=" + BenchQuestion.encode(query)),
                time(service, "/api/v1/questions/" + name + "?lang=en" + asked.parameters())
            };
            for (int side = 0; round >= 0 && side < one.length; side++) {
                times[side][round] = one[side];
            }
        }
        double[] medians = new double[times.length];
        for (int side = 0; side < times.length; side++) {
            java.util.Arrays.sort(times[side]);
            medians[side] = times[side][ROUNDS / 2];
        }
        return medians;
    }

    private static double time(Http side, String path) throws Exception {
        long start = System.nanoTime();
        side.get(path);
        return (System.nanoTime() - start) / 1e6;
    }

    /** The queries by name, as the editor gets them. */
    private static Map<String, Asked> queries(Http service) throws Exception {
        Map<String, Asked> queries = new TreeMap<>();
        for (JsonNode question : JSON.readTree(service.get("/api/v1/questions")).get("questions")) {
            StringBuilder parameters = new StringBuilder();
            for (JsonNode parameter : question.get("parameters")) {
                JsonNode value = parameter.get("example");
                if (value != null && !value.isNull()) {
                    parameters
                            .append('&')
                            .append(parameter.get("name").asString())
                            .append('=')
                            .append(BenchQuestion.encode(value.asString()));
                }
            }
            String name = question.get("name").asString();
            String page = service.get("/questions/" + name + "?lang=en" + parameters);
            String link = page.split("/sparql-editor\\?query=", 2)[1].split("[\"&#]", 2)[0];
            queries.put(
                    name,
                    new Asked(
                            URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8),
                            parameters.toString()));
        }
        return queries;
    }

    /**
     * @param sparql the query, with the parameters filled in
     * @param parameters the same for the REST operation
     */
    private record Asked(String sparql, String parameters) {}
}
