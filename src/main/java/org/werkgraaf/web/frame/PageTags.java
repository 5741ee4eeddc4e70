package org.werkgraaf.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.web.ProposalSettings;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.LanguageCookie;
import org.werkgraaf.web.text.Days;

/**
 * Lets a browser ask whether a page has changed: it is the same while the release, the language, the style sheet, the day and
 * whether it leads to proposals are.
 */
@Component
public class PageTags {
    private static final String PROPOSING = ".proposing";

    private final EntityIndex index;
    private final ResourceUrlProvider assets;
    private final ProposalSettings proposals;

    PageTags(EntityIndex index, ResourceUrlProvider assets, ProposalSettings proposals) {
        this.index = index;
        this.assets = assets;
        this.proposals = proposals;
    }

    /** The answer "not modified", when the browser holds the page as it is now. */
    public Optional<ResponseEntity<Void>> unchanged(
            HttpServletRequest request, HttpServletResponse response, String lang) {
        String release = index.stamp().map(Stamp::release).orElse("");
        if (release.isEmpty() || !Etags.matches(request, release, variant(lang))) {
            return Optional.empty();
        }
        LanguageCookie.remember(request, response, lang);
        return Optional.of(Etags.ok(release, variant(lang)).build());
    }

    /** Adds the tag to a page that was made from a release. */
    public ModelAndView tagged(ModelAndView page, HttpServletResponse response, String release, String lang) {
        Etags.ok(release, variant(lang))
                .build()
                .getHeaders()
                .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return page;
    }

    private String variant(String lang) {
        String style = assets.getForLookupPath("/assets/werkgraaf.css");
        return "html." + lang + "." + Integer.toHexString(String.valueOf(style).hashCode()) + "." + Days.today()
                + (proposals.on() ? PROPOSING : "");
    }
}
