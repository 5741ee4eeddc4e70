package org.werkgraaf.web.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.text.GivenText;

/** Chooses the reader's language: the parameter, else the cookie, else Accept-Language, else the first that is offered. */
@Component
public class ReaderLanguage {
    /** Name of the parameter and of the cookie. */
    public static final String NAME = "lang";
    /** The languages that are offered. */
    public static final List<String> OFFERED = Languages.ALL;

    /**
     * The language of a request.
     *
     * @throws RequestException when the parameter names another language
     */
    public String of(HttpServletRequest request) {
        String parameter = request.getParameter(NAME);
        if (parameter != null && !parameter.isEmpty()) {
            if (OFFERED.contains(parameter)) {
                return parameter;
            }
            // An error page is asked for in the same request: it must not fail for the same reason.
            if (request.getAttribute(ReaderLanguage.class.getName()) == null) {
                request.setAttribute(ReaderLanguage.class.getName(), true);
                throw new RequestException(
                        ErrorCode.BAD_PARAMETER,
                        "The parameter lang is '" + GivenText.shorten(parameter) + "'; use "
                                + String.join(", ", OFFERED.subList(0, OFFERED.size() - 1))
                                + (OFFERED.size() > 1 ? " or " : "") + OFFERED.get(OFFERED.size() - 1) + ".");
            }
        }
        String cookie = cookie(request);
        return cookie != null ? cookie : accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(NAME) && OFFERED.contains(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** The language of a reader of whom only the header is known. */
    static String accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Languages.FIRST;
        }
        try {
            String found = Locale.lookupTag(Locale.LanguageRange.parse(header), OFFERED);
            return found == null ? Languages.FIRST : found;
        } catch (IllegalArgumentException e) {
            return Languages.FIRST;
        }
    }
}
