package org.werkgraaf.web.sign;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;

/**
 * Whom the service has sent to the issuer and waits for, each bound to a browser by a cookie. Nobody has a session before he comes back; as
 * many are waited for as memory is meant for, and the oldest is forgotten.
 */
final class OpenIdRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    static final int MOST = 1_000;
    /** Most characters of forms of those who are waited for, all together. */
    static final int FORMS_MOST = 5_000_000;

    static final String COOKIE = "werkgraaf-openid";

    private static final Duration WAIT = Duration.ofMinutes(10);
    private static final String STATE = "state";
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final Map<String, Waiting> byState = new LinkedHashMap<>();

    OpenIdRequests(Clock clock) {
        this.clock = clock;
    }

    /** @param kept what somebody was on the way to, and had filled in there; absent when nothing */
    private record Waiting(
            OAuth2AuthorizationRequest request, String browser, Instant until, CarriedForm.@Nullable Kept kept) {
        int size() {
            return kept == null ? 0 : kept.size();
        }

        Waiting withoutForm() {
            return new Waiting(
                    request, browser, until, kept == null ? null : new CarriedForm.Kept(kept.to(), Map.of()));
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String state = request.getParameter(STATE);
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (state == null || cookie == null) {
            return null;
        }
        synchronized (byState) {
            Waiting waiting = byState.get(state);
            if (waiting == null || !clock.instant().isBefore(waiting.until)) {
                return null;
            }
            boolean his = MessageDigest.isEqual(
                    waiting.browser.getBytes(StandardCharsets.UTF_8),
                    cookie.getValue().getBytes(StandardCharsets.UTF_8));
            return his ? waiting.request : null;
        }
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            return;
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String browser = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        synchronized (byState) {
            byState.put(
                    String.valueOf(asked.getState()),
                    new Waiting(
                            asked,
                            browser,
                            clock.instant().plus(WAIT),
                            CarriedForm.kept(request).orElse(null)));
            if (byState.size() > MOST) {
                Iterator<String> oldest = byState.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
            forgetForms();
        }
        response.addCookie(cookie(request, browser, (int) WAIT.toSeconds()));
    }

    /** The oldest forms go first when there are more than memory is meant for; who filled them in is signed in nevertheless. */
    private void forgetForms() {
        long all = byState.values().stream().mapToLong(Waiting::size).sum();
        Iterator<Map.Entry<String, Waiting>> oldest = byState.entrySet().iterator();
        while (all > FORMS_MOST && oldest.hasNext()) {
            Map.Entry<String, Waiting> each = oldest.next();
            all -= each.getValue().size();
            each.setValue(each.getValue().withoutForm());
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        if (asked != null) {
            Waiting waiting;
            synchronized (byState) {
                waiting = byState.remove(String.valueOf(asked.getState()));
            }
            if (waiting != null && waiting.kept() != null) {
                CarriedForm.resume(request, waiting.kept());
            }
            response.addCookie(cookie(request, "", 0));
        }
        return asked;
    }

    private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/login");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
