package org.werkgraaf.web.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Remembers the language that a reader chose by a link. */
public final class LanguageCookie {
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private LanguageCookie() {}

    /** Sends the cookie when the request names the language itself. */
    public static void remember(HttpServletRequest request, HttpServletResponse response, String lang) {
        if (lang.equals(request.getParameter(ReaderLanguage.NAME))) {
            Cookie cookie = new Cookie(ReaderLanguage.NAME, lang);
            cookie.setPath("/");
            cookie.setMaxAge(YEAR_SECONDS);
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
    }
}
