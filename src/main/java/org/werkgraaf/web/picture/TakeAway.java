package org.werkgraaf.web.picture;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * What somebody needs to show a drawing elsewhere.
 *
 * @param base address of the service, without a slash at the end
 * @param title what it shows
 * @param alternative the same in words
 * @param embed address of the card below the base; empty when it has none
 * @param csv address of its numbers below the base
 * @param svg address of the picture below the base
 * @param heights how high the card is in a frame of {@link #WIDTHS}, in pixels
 */
public record TakeAway(
        String base, String title, String alternative, String embed, String csv, String svg, List<Integer> heights) {
    /** How wide frames are on a phone and beside a text, in pixels. */
    public static final List<Integer> WIDTHS = List.of(360, 640);

    private static final int SHOWN = 800;

    /** Address of the picture in dots. */
    public String png() {
        return svg.replaceFirst("[.]svg", ".png");
    }

    /** The frames to copy. */
    public List<Frame> frames() {
        return embed.isEmpty() ? List.of() : List.of(frame(0), frame(1));
    }

    private Frame frame(int size) {
        int width = WIDTHS.get(size);
        int height = heights.get(size);
        return new Frame(
                width,
                height,
                "<iframe src=\"" + escaped(base + embed) + "\" width=\"" + width + "\" height=\"" + height
                        + "\" title=\"" + escaped(title)
                        + "\" loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>");
    }

    /** The picture to copy. */
    public String image() {
        return "<img src=\"" + escaped(base + svg) + "\" width=\"" + SHOWN + "\" alt=\"" + escaped(alternative)
                + "\" style=\"max-width:100%;height:auto\">";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /**
     * @param width in pixels
     * @param height in pixels
     * @param html to copy
     */
    public record Frame(int width, int height, String html) {}
}
