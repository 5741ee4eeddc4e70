package org.werkgraaf.web.sign;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.werkgraaf.web.SignSettings;

/** How long somebody stays signed in, and in how many browsers. A session is made by signing in, and by nothing else. */
final class Sessions implements SessionAuthenticationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final SignSettings settings;
    private final Clock clock;
    private final Map<String, Deque<HttpSession>> byAccount = new HashMap<>();

    Sessions(SignSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval(settings.idleSeconds());
        // Who signs in once more in the same browser begins anew.
        session.removeAttribute(Mark.NAME);
        session.setAttribute(Mark.NAME, new Mark(this, authentication.getName(), clock.instant()));
        LOG.atInfo().addKeyValue("account", authentication.getName()).log("signed in");
    }

    /** Whether a session has not lasted longer than it may. */
    boolean lasts(HttpSession session) {
        return session.getAttribute(Mark.NAME) instanceof Mark mark
                && clock.instant().isBefore(mark.began.plusSeconds(settings.sessionSeconds()));
    }

    private void begin(String account, HttpSession session) {
        HttpSession tooMany = null;
        synchronized (byAccount) {
            Deque<HttpSession> all = byAccount.computeIfAbsent(account, name -> new ArrayDeque<>());
            all.addLast(session);
            if (all.size() > settings.sessionsMax()) {
                tooMany = all.removeFirst();
            }
        }
        if (tooMany != null) {
            end(tooMany);
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            LOG.debug("It had ended by itself", e);
        }
    }

    private void forget(String account, HttpSession session) {
        synchronized (byAccount) {
            byAccount.computeIfPresent(account, (name, all) -> {
                all.removeIf(each -> each.getId().equals(session.getId()));
                return all.isEmpty() ? null : all;
            });
        }
        LOG.atInfo().addKeyValue("account", account).log("session ended");
    }

    /** Tells when the session ends, however that comes about. */
    private record Mark(Sessions sessions, String account, Instant began) implements HttpSessionBindingListener {
        private static final String NAME = "werkgraaf.signed-in";

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            sessions.begin(account, event.getSession());
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            sessions.forget(account, event.getSession());
        }
    }
}
