package org.werkgraaf.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.OpenAPI;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The records that controllers answer with, as the schemas of the description say them: what is always there, and what may be null. */
@TestConfiguration
class AnswerSchemas {
    @Bean
    OpenApiCustomizer answers(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> controllers) {
        return api -> {
            // The answer of the saved questions, which no controller names.
            ModelConverters.getInstance(true).readAll(QuestionOutcome.class).forEach(api.getComponents()::addSchemas);
            of(controllers.getObject()).values().forEach(classes -> classes.forEach(each -> complete(each, api)));
        };
    }

    /** The records in the answers of all controllers that are described, by the name of their schema. */
    static Map<String, Set<Class<?>>> of(RequestMappingHandlerMapping controllers) {
        Map<String, Set<Class<?>>> classes = new TreeMap<>();
        Set<Class<?>> seen = new HashSet<>();
        note(ResolvableType.forClass(QuestionOutcome.class), seen, classes);
        controllers.getHandlerMethods().values().stream()
                .filter(method -> !method.hasMethodAnnotation(Hidden.class)
                        && !method.getBeanType().isAnnotationPresent(Hidden.class))
                .forEach(method -> {
                    note(ResolvableType.forMethodReturnType(method.getMethod()), seen, classes);
                    for (Annotation annotation : method.getMethod().getAnnotations()) {
                        noteNamed(annotation, seen, classes);
                    }
                });
        return classes;
    }

    /** Notes the classes that an annotation names, at any depth: an answer that a controller writes itself has no other type. */
    private static void noteNamed(Object value, Set<Class<?>> seen, Map<String, Set<Class<?>>> classes) {
        if (value instanceof Class<?> named) {
            note(ResolvableType.forClass(named), seen, classes);
        } else if (value instanceof Object[] several) {
            Arrays.stream(several).forEach(each -> noteNamed(each, seen, classes));
        } else if (value instanceof Annotation annotation) {
            AnnotationUtils.getAnnotationAttributes(annotation)
                    .values()
                    .forEach(each -> noteNamed(each, seen, classes));
        }
    }

    private static void note(ResolvableType type, Set<Class<?>> seen, Map<String, Set<Class<?>>> classes) {
        for (ResolvableType part : type.getGenerics()) {
            note(part, seen, classes);
        }
        Class<?> found = type.resolve(Object.class);
        if (found.isRecord() && found.getName().startsWith("org.werkgraaf.") && seen.add(found)) {
            classes.computeIfAbsent(name(found), each -> new HashSet<>()).add(found);
            for (RecordComponent component : found.getRecordComponents()) {
                note(ResolvableType.forMethodReturnType(component.getAccessor()), seen, classes);
            }
        }
    }

    private static String name(Class<?> answer) {
        Schema schema = answer.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? answer.getSimpleName() : schema.name();
    }

    private static void complete(Class<?> answer, OpenAPI api) {
        io.swagger.v3.oas.models.media.Schema<?> schema =
                api.getComponents().getSchemas().get(name(answer));
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        Set<String> required = new TreeSet<>();
        for (RecordComponent component : answer.getRecordComponents()) {
            String name = component.getName();
            io.swagger.v3.oas.models.media.Schema<?> property =
                    schema.getProperties().get(name);
            if (property == null) {
                continue;
            }
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!nullable || !leavesOutNull(answer, component)) {
                required.add(name);
            }
            if (nullable && !leavesOutNull(answer, component)) {
                schema.getProperties().put(name, orNull(property));
            }
        }
        schema.setRequired(required.isEmpty() ? null : required.stream().toList());
    }

    private static boolean leavesOutNull(Class<?> answer, RecordComponent component) {
        JsonInclude said = component.getAccessor().getAnnotation(JsonInclude.class);
        JsonInclude include = said == null ? answer.getAnnotation(JsonInclude.class) : said;
        return include != null && include.value() != JsonInclude.Include.ALWAYS;
    }

    private static <T> io.swagger.v3.oas.models.media.Schema<?> orNull(
            io.swagger.v3.oas.models.media.Schema<T> property) {
        if (property.get$ref() == null) {
            property.addType("null");
            if (property.getEnum() != null) {
                List<T> values = new ArrayList<>(property.getEnum());
                values.add(null);
                property.setEnum(values);
            }
            return property;
        }
        io.swagger.v3.oas.models.media.Schema<Object> none = new io.swagger.v3.oas.models.media.JsonSchema();
        none.addType("null");
        io.swagger.v3.oas.models.media.Schema<Object> either = new io.swagger.v3.oas.models.media.JsonSchema();
        either.addAnyOfItem(property);
        either.addAnyOfItem(none);
        return either;
    }
}
