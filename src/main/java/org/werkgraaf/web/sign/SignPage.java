package org.werkgraaf.web.sign;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What pages have that are of one person: nobody keeps them, and their forms are from here. */
public final class SignPage {
    private SignPage() {}

    /** The page of a template, in a language. */
    public static ModelAndView of(
            String template, HttpServletRequest request, HttpServletResponse response, String lang) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
        ModelAndView page = new ModelAndView(template);
        page.addObject("lang", lang);
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            page.addObject("csrf", token.getToken());
        }
        return page;
    }

    /** Leads to another page, by a path that has nothing of the page before in it. */
    public static ModelAndView leadTo(String path) {
        RedirectView view = new RedirectView(path);
        view.setExposeModelAttributes(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
