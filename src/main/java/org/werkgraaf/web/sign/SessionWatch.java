package org.werkgraaf.web.sign;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that has lasted too long, or whose account is not what it was. */
final class SessionWatch extends OncePerRequestFilter {
    private final SignedIn signedIn;
    private final Sessions sessions;

    SessionWatch(SignedIn signedIn, Sessions sessions) {
        this.signedIn = signedIn;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            boolean good = sessions.lasts(session)
                    && Present.person().flatMap(signedIn::of).isPresent();
            if (!good) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }
}
