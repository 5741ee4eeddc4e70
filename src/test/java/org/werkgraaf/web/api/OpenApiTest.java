package org.werkgraaf.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.ResolvableType;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.werkgraaf.Service;
import org.werkgraaf.Werkgraaf;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the service hands out as its description is what its controllers say of themselves. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "werkgraaf.storage=memory",
            "springdoc.api-docs.enabled=true",
            "springdoc.api-docs.path=/controllers.json",
            "springdoc.api-docs.version=openapi_3_1"
        })
@Import(OpenApiTest.Schemas.class)
class OpenApiTest {
    private static final String WRITE = "openapi.write";
    private static final Path KEPT =
            Path.of("src/main/resources/org/werkgraaf/web/api").resolve(OpenApiDocument.CONTROLLERS);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .build();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping controllers;

    @Test
    void isWhatTheControllersSay() throws Exception {
        Map<?, ?> said =
                JSON.readValue(new Service(port).get("/controllers.json").body(), Map.class);
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
        Map<String, Set<Class<?>>> classes = new TreeMap<>();
        Set<Class<?>> seen = new HashSet<>();
        note(ResolvableType.forClass(QuestionOutcome.class), seen, classes);
        controllers.getHandlerMethods().values().stream()
                .filter(method -> !method.hasMethodAnnotation(Hidden.class)
                        && !method.getBeanType().isAnnotationPresent(Hidden.class))
                .forEach(method -> note(ResolvableType.forMethodReturnType(method.getMethod()), seen, classes));
        assertThat(classes).hasSizeGreaterThan(30);
        classes.values().removeIf(each -> each.size() == 1);
        assertThat(classes).isEmpty();
    }

    private static void note(ResolvableType type, Set<Class<?>> seen, Map<String, Set<Class<?>>> classes) {
        for (ResolvableType part : type.getGenerics()) {
            note(part, seen, classes);
        }
        Class<?> found = type.resolve(Object.class);
        if (found.isRecord() && found.getName().startsWith("org.werkgraaf.") && seen.add(found)) {
            Schema schema = found.getAnnotation(Schema.class);
            String name = schema == null || schema.name().isEmpty() ? found.getSimpleName() : schema.name();
            classes.computeIfAbsent(name, each -> new HashSet<>()).add(found);
            for (RecordComponent component : found.getRecordComponents()) {
                note(ResolvableType.forMethodReturnType(component.getAccessor()), seen, classes);
            }
        }
    }

    /** The answer of the saved questions, which no controller names. */
    @TestConfiguration
    static class Schemas {
        @Bean
        OpenApiCustomizer answerOfQuestions() {
            return api -> ModelConverters.getInstance(true)
                    .readAll(QuestionOutcome.class)
                    .forEach(api.getComponents()::addSchemas);
        }
    }
}
