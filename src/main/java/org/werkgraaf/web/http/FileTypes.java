package org.werkgraaf.web.http;

import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Says which endings of addresses are files of ours, so that a browser keeps what it loads under the name in the address. What has
 * another ending is sent as {@code f.txt}, since it might be taken for a program.
 */
@Configuration(proxyBeanMethods = false)
class FileTypes implements WebMvcConfigurer {
    private static final Map<String, MediaType> TYPES = Map.of(
            "ttl", MediaType.valueOf("text/turtle"),
            "jsonld", MediaType.valueOf("application/ld+json"),
            "nt", MediaType.valueOf("application/n-triples"),
            "nq", MediaType.valueOf("application/n-quads"),
            "trig", MediaType.valueOf("application/trig"),
            "rdf", MediaType.valueOf("application/rdf+xml"),
            "srj", MediaType.valueOf("application/sparql-results+json"),
            "csv", MediaType.valueOf("text/csv"),
            "xlsx", TableFormat.XLSX);

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.mediaTypes(TYPES);
    }
}
