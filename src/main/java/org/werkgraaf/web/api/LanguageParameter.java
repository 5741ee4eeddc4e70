package org.werkgraaf.web.api;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.http.ReaderLanguage;

/** Says of every operation which languages it answers in. */
@Component
class LanguageParameter implements OpenApiCustomizer {
    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream())
                .filter(parameter -> ReaderLanguage.NAME.equals(parameter.getName()))
                .forEach(parameter -> parameter.getSchema().setEnum(List.copyOf(Languages.ALL)));
    }
}
