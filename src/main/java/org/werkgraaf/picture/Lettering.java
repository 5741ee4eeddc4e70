package org.werkgraaf.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters of pictures, as outlines of a font that comes with the service: a machine needs no fonts, and Java none of the libraries
 * with which it finds and reads them. The font is as wide as Arial and Helvetica, so what is measured here holds where those stand in.
 */
final class Lettering {
    /** More of a text is never drawn, so it need not be measured. */
    private static final int TEXT_MAX = 600;

    private static final String MORE = "…";

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unit;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    private Lettering(String file) {
        try (InputStream in = Objects.requireNonNull(Lettering.class.getResourceAsStream(file), file)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            characters = font.getUnicodeCmapLookup();
            unit = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the font " + file, e);
        }
    }

    /** Read when the first picture is drawn. */
    private static final class Regular {
        static final Lettering LETTERS = new Lettering("LiberationSans-Regular.ttf");
    }

    private static final class Bold {
        static final Lettering LETTERS = new Lettering("LiberationSans-Bold.ttf");
    }

    private static Lettering of(boolean bold) {
        return bold ? Bold.LETTERS : Regular.LETTERS;
    }

    /** How wide a text is, in the unit of the size. */
    static double width(String text, double size, boolean bold) {
        Lettering letters = of(bold);
        return text.codePoints()
                        .mapToDouble(each -> letters.glyph(each).advance())
                        .sum()
                * size
                / letters.unit;
    }

    /** The outlines of a text that begins at 0, 0; y goes down. */
    static Path2D outline(String text, double size, boolean bold) {
        Lettering letters = of(bold);
        double scale = size / letters.unit;
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = 0;
        for (int each : text.codePoints().toArray()) {
            Glyph glyph = letters.glyph(each);
            AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
            place.scale(scale, -scale);
            path.append(glyph.path().getPathIterator(place), false);
            x += glyph.advance() * scale;
        }
        return path;
    }

    /** A text in lines of a width; what does not fit into the last ends in dots. */
    static List<String> wrap(String text, double size, boolean bold, double width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        String whole = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) + MORE : text;
        for (String word : whole.replaceAll("\\p{Cntrl}", " ").strip().split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size, bold) <= width) {
                line = longer;
            } else if (lines.size() == most - 1) {
                lines.add(cut(longer + MORE, size, bold, width));
                return lines;
            } else {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                line = cut(word, size, bold, width);
            }
        }
        lines.add(line);
        return lines;
    }

    /** The beginning of a text that fits, with dots where it is cut. */
    static String cut(String text, double size, boolean bold, double width) {
        if (width(text, size, bold) <= width) {
            return text;
        }
        int end = Math.min(text.length(), TEXT_MAX);
        while (end > 0 && width(text.substring(0, end).strip() + MORE, size, bold) > width) {
            end--;
        }
        return text.substring(0, end).strip() + MORE;
    }

    private Glyph glyph(int character) {
        return glyphs.computeIfAbsent(character, this::read);
    }

    /** The font reads from one place of its file at a time. */
    private synchronized Glyph read(int character) {
        try {
            // Some spaces and dashes have no sign of their own in every font.
            int id = characters.getGlyphId(character);
            if (id == 0) {
                id = characters.getGlyphId(Character.isSpaceChar(character) ? ' ' : '\u25A1');
            }
            GlyphData data = font.getGlyph().getGlyph(id);
            return new Glyph(font.getAdvanceWidth(id), data == null ? new GeneralPath() : data.getPath());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a letter of the font", e);
        }
    }

    private record Glyph(double advance, GeneralPath path) {}
}
