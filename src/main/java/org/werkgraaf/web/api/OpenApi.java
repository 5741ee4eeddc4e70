package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI description says of the whole. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Werkgraaf",
                        version = "v1",
                        description =
                                "Search and read the knowledge graph of monitoring and algorithmic management at work."
                                        + " Every statement carries its source; every answer says whether it is complete.",
                        license = @License(name = "Apache-2.0; data CC BY 4.0", identifier = "Apache-2.0")),
        tags = {
            @Tag(name = "Search", description = "Find entities"),
            @Tag(name = "Entities", description = "Read one entity"),
            @Tag(name = "Questions", description = "Saved questions over the graph"),
            @Tag(name = "Changes", description = "What changed from release to release, for copies elsewhere"),
            @Tag(name = "Proposals", description = "Say what is wrong or missing, where somebody answers"),
            @Tag(name = "Operations", description = "For who runs the service")
        })
class OpenApi {}
