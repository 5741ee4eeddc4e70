package org.werkgraaf.web.propose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.Service;
import org.werkgraaf.Werkgraaf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged content with somebody who answers proposals; started once for all tests that extend this. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "werkgraaf.admin.token=secret",
            "werkgraaf.proposals.open-max=30",
            "werkgraaf.proposals.text-length-max=400"
        })
abstract class CuratedService {
    static final String CASE = "case/cnil-amazon-france-logistique";
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String[] AUTH = {"Authorization", "Bearer secret"};
    /** Several classes share the service, so that it outlives the folders of each. */
    private static final Path FOLDER = folder();

    @LocalServerPort
    private int port;

    private static int clients;

    @DynamicPropertySource
    static void keepWhatItTakes(DynamicPropertyRegistry registry) {
        registry.add("werkgraaf.var", () -> FOLDER.resolve("var"));
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("werkgraaf-curated");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the service keeps proposals. */
    static Path proposals() {
        return FOLDER.resolve("var/proposals");
    }

    Service service() {
        return new Service(port);
    }

    /** Somebody who has sent nothing yet: the proxy of the machine is believed. */
    static String[] someone() {
        clients++;
        return new String[] {"X-Forwarded-For", "203.0.113." + clients};
    }

    /** Proposes by REST; the id. */
    String propose(String json) {
        return Service.json(service().post("/api/v1/proposals", JSON, json, someone()))
                .get("id")
                .asString();
    }

    JsonNode admin(String path) {
        return service().json("/admin/proposals" + path, AUTH);
    }

    JsonNode answer(String id, String state, String answer) {
        String body = MAPPER.writeValueAsString(java.util.Map.of("state", state, "answer", answer));
        return Service.json(service().post("/admin/proposals/" + id + "/answer", JSON, body, AUTH));
    }

    JsonNode remove(String id) {
        return Service.json(service().delete("/admin/proposals/" + id, AUTH));
    }

    /** A proposal as JSON. */
    static String proposal(String shouldBe) {
        return "{\"about\":\"" + CASE + "\",\"shouldBe\":" + MAPPER.writeValueAsString(shouldBe) + "}";
    }
}
