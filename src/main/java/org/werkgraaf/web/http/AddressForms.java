package org.werkgraaf.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes addresses as people and programs write them: with a slash at the end, or with an encoded one within. */
@Configuration(proxyBeanMethods = false)
class AddressForms {
    /** Ends with a slash by itself, and what is below it are files, whose names are exact. */
    private static final String DUMPS = "/dumps/";

    /** An encoded slash reaches {@link Errors}, which says what is wrong with it. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    /** Leads an address with slashes at the end to the one without, whatever the method. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 30)
    OncePerRequestFilter slashesAtTheEnd() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                String path = request.getRequestURI();
                // Two slashes at the start would lead to another host.
                if (!path.endsWith("/") || path.startsWith("//") || path.equals("/") || path.startsWith(DUMPS)) {
                    chain.doFilter(request, response);
                    return;
                }
                String query = request.getQueryString();
                response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
                response.setHeader(
                        HttpHeaders.LOCATION, path.replaceFirst("/+$", "") + (query == null ? "" : "?" + query));
            }
        };
    }
}
