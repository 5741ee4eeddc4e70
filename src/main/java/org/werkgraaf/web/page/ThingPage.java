package org.werkgraaf.web.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** stub for compile */
@Component
public class ThingPage {
    public ModelAndView of(String type, String slug, String lang, HttpServletRequest request) { return new ModelAndView("thing"); }
}
