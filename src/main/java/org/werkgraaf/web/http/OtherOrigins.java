package org.werkgraaf.web.http;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/** Lets pages of other sites read: all of it is public, and no cookie goes with the request. */
@Configuration(proxyBeanMethods = false)
class OtherOrigins {
    /**
     * What is for operators, what assistants ask, for which the protocol wants origins to be named, and proposals: no other site is to
     * send some by the browsers of its visitors, or to read one. Nor is one to read what belongs to who is signed in.
     */
    static final List<String> NOT_PUBLIC = List.of(
            "/admin/", "/metrics", "/mcp", "/api/v1/proposals", "/propos", "/login", "/logout", "/account", "/edit");

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter() {
        CorsConfiguration anyone = new CorsConfiguration();
        anyone.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anyone.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        anyone.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        anyone.setExposedHeaders(List.of(
                "ETag",
                "Link",
                "Werkgraaf-Complete",
                "Werkgraaf-Cut-By",
                "Werkgraaf-Release",
                "Werkgraaf-Separator",
                "Werkgraaf-Total"));
        anyone.setMaxAge(Duration.ofDays(1));
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter(
                request -> NOT_PUBLIC.stream().anyMatch(request.getRequestURI()::startsWith) ? null : anyone));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }
}
