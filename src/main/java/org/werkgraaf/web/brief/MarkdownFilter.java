package org.werkgraaf.web.brief;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.werkgraaf.web.http.Accept;

/** Gives Markdown at the address of a page to who would rather have that, by the Accept header, than anything else there is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 110)
class MarkdownFilter extends OncePerRequestFilter {
    private static final Pattern PAGES = Pattern.compile("/(search|check|questions(/[^/.]+)?|id/[^/]+/[^/.]+)");
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

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !List.of("GET", "HEAD").contains(request.getMethod())
                || !PAGES.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean markdown =
                Accept.of(request).best(OFFERS).map(Accept.Offer::what).orElse(false);
        if (markdown) {
            request.getRequestDispatcher(request.getRequestURI() + ".md").forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
