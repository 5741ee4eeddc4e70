package org.werkgraaf.web.picture;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/**
 * As what a picture is asked for.
 *
 * @param png whether as dots; else as SVG
 * @param width in dots; absent for what suits print
 * @param others the parameters that say of what
 */
public record PictureRequest(boolean png, @Nullable Integer width, Map<String, String[]> others) {
    private static final String WIDTH = "width";
    private static final int NARROWEST = 300;
    private static final int DIGITS_MAX = 6;

    /** @throws RequestException when the width is no number, too small, or given for SVG, which has none */
    public static PictureRequest of(HttpServletRequest request) {
        boolean png = request.getRequestURI().endsWith(".png");
        Map<String, String[]> others = new LinkedHashMap<>(request.getParameterMap());
        String[] given = others.remove(WIDTH);
        if (given == null) {
            return new PictureRequest(png, null, others);
        }
        if (!png) {
            throw new RequestException(
                    ErrorCode.UNKNOWN_PARAMETER,
                    "The parameter width is for PNG only; an SVG is as sharp at every width. Leave it out.");
        }
        String text = String.join(",", given);
        if (!text.matches("\\d{1," + DIGITS_MAX + "}") || Integer.parseInt(text) < NARROWEST) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter width is '" + GivenText.shorten(text) + "'; it takes a number of dots, at least "
                            + NARROWEST + ".");
        }
        return new PictureRequest(true, Integer.valueOf(text), others);
    }
}
