package org.werkgraaf.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.web.text.GivenText;

/**
 * Has all that is read for one request come from one release, even if another is published meanwhile, and says which. Who names one
 * in the request gets an answer from that or none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class OneRelease extends OncePerRequestFilter {
    private final GraphStore store;

    OneRelease(GraphStore store) {
        this.store = store;
    }

    /** Whoever publishes is told of the release that is served after it. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/admin/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = request.getHeader(ReleaseLabel.HEADER);
        response.addHeader(HttpHeaders.VARY, ReleaseLabel.HEADER);
        Optional<Lease> taken = asked == null ? Optional.of(store.lease()) : store.lease(asked.strip());
        if (taken.isEmpty()) {
            refuse(String.valueOf(asked), request, response);
            return;
        }
        try (Lease lease = taken.get()) {
            lease.release().release().ifPresent(release -> response.setHeader(ReleaseLabel.HEADER, release.id()));
            chain.doFilter(request, response);
        }
    }

    private void refuse(String asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String held = Stream.concat(store.release().stream(), store.previous().flatMap(OpenRelease::release).stream())
                .map(Release::id)
                .collect(Collectors.joining(" and "));
        String detail = "The release '" + GivenText.shorten(asked) + "' is not here; "
                + (held.isEmpty() ? "there is none yet" : "what is here is " + held)
                + ". Ask again in a moment if it is new, or without the header " + ReleaseLabel.HEADER + ".";
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Problems.write(request, response, ErrorCode.RELEASE_NOT_HELD, detail);
    }
}
