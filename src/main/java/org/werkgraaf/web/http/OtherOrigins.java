package org.werkgraaf.web.http;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Lets pages of other sites ask for data: it is public, and no cookie goes with the request. */
@Configuration(proxyBeanMethods = false)
class OtherOrigins {
    private static final List<String> PUBLIC = List.of(
            "/api/**",
            "/id/**",
            "/sparql",
            "/openapi.json",
            "/.well-known/**",
            "/dumps/**",
            "/feed.atom",
            "/feed.json",
            "/oembed");

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter() {
        CorsConfiguration anyone = new CorsConfiguration();
        anyone.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anyone.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        anyone.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        anyone.setExposedHeaders(List.of("ETag", "Werkgraaf-Complete", "Werkgraaf-Cut-By", "Werkgraaf-Total"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        PUBLIC.forEach(path -> source.registerCorsConfiguration(path, anyone));
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter(source));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }
}
