package org.werkgraaf.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Gives Markdown at the address of a page to who would rather have that, by the Accept header, than anything else there is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 110)
class MarkdownFilter extends OncePerRequestFilter {
    /** The home page has no name of its own. */
    private static final String HOME = "/index";

    private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown");
    private static final List<Accept.Offer<Boolean>> OFFERS = Stream.of(
                    MediaType.TEXT_HTML,
                    MediaType.APPLICATION_XHTML_XML,
                    MediaType.APPLICATION_JSON,
                    MediaType.parseMediaType("application/ld+json"),
                    MediaType.parseMediaType("text/turtle"),
                    MediaType.parseMediaType("application/rdf+xml"),
                    MediaType.parseMediaType("application/n-triples"),
                    MARKDOWN)
            .map(type -> new Accept.Offer<>(type.equals(MARKDOWN), type))
            .toList();

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable List<PathPattern> offered;

    MarkdownFilter(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !List.of("GET", "HEAD").contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = address(request.getRequestURI());
        if (!isOffered(address)) {
            chain.doFilter(request, response);
            return;
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        boolean markdown =
                Accept.of(request).best(OFFERS).map(Accept.Offer::what).orElse(false);
        if (markdown) {
            request.getRequestDispatcher(address).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Where the same is in Markdown, if anywhere; empty for an address that names a format by itself. */
    private static String address(String page) {
        String plain = page.equals("/") ? HOME : page.replaceFirst("/$", "");
        return plain.indexOf('.', plain.lastIndexOf('/')) < 0 ? plain + MarkdownAnswer.SUFFIX : "";
    }

    private boolean isOffered(String address) {
        if (address.isEmpty()) {
            return false;
        }
        PathContainer path = PathContainer.parsePath(address);
        return offered().stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** All that the service has in Markdown. */
    private List<PathPattern> offered() {
        List<PathPattern> known = offered;
        if (known == null) {
            known = mappings.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .flatMap(info -> Stream.ofNullable(info.getPathPatternsCondition()))
                    .flatMap(condition -> condition.getPatterns().stream())
                    .filter(pattern -> pattern.getPatternString().endsWith(MarkdownAnswer.SUFFIX))
                    .toList();
            offered = known;
        }
        return known;
    }
}
