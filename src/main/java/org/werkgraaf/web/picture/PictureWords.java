package org.werkgraaf.web.picture;

import java.util.List;
import org.springframework.stereotype.Component;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.text.PageText;

/** Words that stand around every picture. */
@Component
public class PictureWords {
    private final WebSettings settings;

    PictureWords(WebSettings settings) {
        this.settings = settings;
    }

    /**
     * The frame of a picture, with its source.
     *
     * @param title what it shows
     * @param unit in which its numbers are
     * @param notes how to read it
     * @param release id of the release that it is drawn from
     */
    public Sheet.Heading heading(String title, String unit, List<String> notes, String release, PageText text) {
        String host = settings.baseUrl().replaceFirst("^https?://", "");
        return new Sheet.Heading(title, unit, notes, text.message("picture.source", host, release));
    }

    /** The sentence for a logarithmic scale. */
    public static String logarithmic(PageText text) {
        return text.message("picture.logarithmic");
    }
}
