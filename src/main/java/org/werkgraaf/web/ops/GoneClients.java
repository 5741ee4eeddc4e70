package org.werkgraaf.web.ops;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.werkgraaf.web.http.ClientGone;

/** Lets a request end quietly whose caller went away while a page or file was being sent. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class GoneClients extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(GoneClients.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!ClientGone.is(e)) {
                throw e;
            }
            LOG.debug("{} {} was not taken", request.getMethod(), request.getRequestURI(), e);
        }
    }
}
