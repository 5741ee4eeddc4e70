package org.werkgraaf.web.quote;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws the picture that other sites show with a link to a thing. Only logical fonts: those that every Java has. */
public final class Picture {
    /** Width in pixels. */
    public static final int WIDTH = 1200;
    /** Height in pixels. */
    public static final int HEIGHT = 630;

    private static final int MARGIN = 80;
    private static final int TITLE_LINES = 3;
    private static final int FACT_LINES = 3;
    /** More than this of a text is never drawn, so it need not be measured. */
    private static final int TEXT_MAX = 400;

    private static final Color PAPER = new Color(0xfaf8f3);
    private static final Color INK = new Color(0x1d2529);
    private static final Color SOFT = new Color(0x566167);
    private static final Color ACCENT = new Color(0x0f5560);

    private Picture() {}

    /**
     * A PNG of {@link #WIDTH} by {@link #HEIGHT} pixels.
     *
     * @param kind what sort of thing it is
     * @param title its name; cut when it is longer than fits
     * @param fact one sentence about it; may be empty
     * @param foot the last line
     */
    public static byte[] of(String kind, String title, String fact, String foot) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setColor(PAPER);
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            pen.setColor(ACCENT);
            pen.fillRect(0, 0, WIDTH, 16);
            int y = lines(pen, new Font(Font.SANS_SERIF, Font.BOLD, 30), ACCENT, kind, 105, 1);
            y = lines(pen, new Font(Font.SERIF, Font.BOLD, 60), INK, title, y + 75, TITLE_LINES);
            lines(pen, new Font(Font.SANS_SERIF, Font.PLAIN, 32), SOFT, fact, y + 65, FACT_LINES);
            lines(pen, new Font(Font.SANS_SERIF, Font.BOLD, 28), INK, foot, HEIGHT - 45, 1);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a picture", e);
        }
        return out.toByteArray();
    }

    /** Writes a text in lines from a base line on; gives the base line of the last. */
    private static int lines(Graphics2D pen, Font font, Color color, String text, int y, int max) {
        pen.setFont(font);
        pen.setColor(color);
        FontMetrics metrics = pen.getFontMetrics();
        int at = y;
        List<String> lines = wrap(text, metrics, max);
        for (int i = 0; i < lines.size(); i++) {
            at = y + i * metrics.getHeight();
            pen.drawString(lines.get(i), MARGIN, at);
        }
        return at;
    }

    static List<String> wrap(String text, FontMetrics metrics, int max) {
        int width = WIDTH - 2 * MARGIN;
        List<String> lines = new ArrayList<>();
        String line = "";
        String plain = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) + "…" : text;
        for (String word : plain.replaceAll("\\p{Cntrl}", " ").strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (metrics.stringWidth(longer) <= width) {
                line = longer;
            } else if (lines.size() == max - 1) {
                lines.add(cut(longer, metrics, width));
                return lines;
            } else {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                line = metrics.stringWidth(word) <= width ? word : cut(word, metrics, width);
            }
        }
        lines.add(line);
        return lines;
    }

    private static String cut(String text, FontMetrics metrics, int width) {
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end) + "…") > width) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }
}
