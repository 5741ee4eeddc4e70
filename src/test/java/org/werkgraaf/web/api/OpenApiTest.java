package org.werkgraaf.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.werkgraaf.Service;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the service hands out as its description is what its controllers say of themselves. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "springdoc.api-docs.enabled=true",
            "springdoc.api-docs.path=/controllers.json",
            "springdoc.api-docs.version=openapi_3_1"
        })
@DirtiesContext
@Import(AnswerSchemas.class)
class OpenApiTest {
    private static final String WRITE = "openapi.write";
    private static final Path KEPT =
            Path.of("src/main/resources/org/werkgraaf/web/api").resolve(OpenApiDocument.CONTROLLERS);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .build();

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    /** What the content is makes no difference to what is described. */
    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) {
        SmallRelease.serve(folder, registry);
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping controllers;

    @Test
    void isWhatTheControllersSay() throws Exception {
        HttpResponse<String> described = new Service(port).get("/controllers.json");
        assertThat(described.statusCode()).isEqualTo(200);
        Map<?, ?> said = JSON.readValue(described.body(), Map.class);
        // Where the service is reached is a setting.
        said.remove("servers");
        String now = JSON.writeValueAsString(said).replace("\r\n", "\n") + "\n";
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(KEPT, now);
        }
        assertThat(now)
                .as(
                        "%s; mvn test -Dtest=%s -D%s=true writes it anew",
                        KEPT, getClass().getSimpleName(), WRITE)
                .isEqualTo(Files.readString(KEPT));
    }

    /** A schema is named after its class: of two with one name only one would be described. */
    @Test
    void noTwoAnswersShareASchema() {
        Map<String, Set<Class<?>>> classes = AnswerSchemas.of(controllers);
        assertThat(classes).hasSizeGreaterThan(30);
        classes.values().removeIf(each -> each.size() == 1);
        assertThat(classes).isEmpty();
    }
}
