package org.werkgraaf.picture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a sheet as SVG: texts stay texts, and nothing is loaded from elsewhere. */
public final class SvgFile {
    private static final double TURN = -55;

    private SvgFile() {}

    /** The file, in UTF-8. */
    public static byte[] of(Sheet sheet) {
        StringBuilder out = new StringBuilder(sheet.marks().size() * 90 + 2_000);
        out.append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(number(sheet.width()))
                .append(' ')
                .append(number(sheet.height()))
                .append("\" width=\"")
                .append(number(sheet.width()))
                .append("\" height=\"")
                .append(number(sheet.height()))
                .append("\" role=\"img\" aria-labelledby=\"title description\"")
                .append(
                        " font-family=\"'Liberation Sans', Arimo, Arial, Helvetica, sans-serif\">\n<title id=\"title\">")
                .append(escaped(sheet.title()))
                .append("</title>\n<desc id=\"description\">")
                .append(escaped(sheet.alternative()))
                .append("</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"")
                .append(Sheet.PAPER)
                .append("\"/>\n");
        sheet.marks().forEach(mark -> write(mark, out));
        return out.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Mark mark, StringBuilder out) {
        if (mark instanceof Mark.Box box) {
            element(
                    out,
                    "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"" + box.fill() + "\"/>\n",
                    box.x(),
                    box.y(),
                    box.width(),
                    box.height());
        } else if (mark instanceof Mark.Line line) {
            element(
                    out,
                    "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"" + line.stroke()
                            + "\" stroke-width=\"%s\"/>\n",
                    line.x1(),
                    line.y1(),
                    line.x2(),
                    line.y2(),
                    line.width());
        } else if (mark instanceof Mark.Sign sign) {
            sign(sign, out);
        } else if (mark instanceof Mark.Words words && !words.text().isEmpty()) {
            words(words, out);
        }
    }

    private static void sign(Mark.Sign sign, StringBuilder out) {
        String paint = " fill=\"" + sign.fill() + "\""
                + (sign.stroke() == null ? "" : " stroke=\"" + sign.stroke() + "\" stroke-width=\"2\"");
        double[][] corners = Corners.of(sign);
        if (corners.length == 0) {
            element(out, "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"" + paint + "/>\n", sign.x(), sign.y(), sign.radius());
            return;
        }
        out.append("<polygon points=\"");
        for (double[] corner : corners) {
            out.append(number(corner[0])).append(',').append(number(corner[1])).append(' ');
        }
        out.setLength(out.length() - 1);
        out.append('"').append(paint).append("/>\n");
    }

    private static void words(Mark.Words words, StringBuilder out) {
        out.append("<text x=\"")
                .append(number(words.x()))
                .append("\" y=\"")
                .append(number(words.y()))
                .append("\" font-size=\"")
                .append(number(words.size()))
                .append('"')
                .append(words.bold() ? " font-weight=\"bold\"" : "")
                .append(
                        words.anchor() == Mark.Anchor.START
                                ? ""
                                : " text-anchor=\"" + words.anchor().name().toLowerCase(Locale.ROOT) + "\"")
                .append(" fill=\"")
                .append(words.fill())
                .append('"');
        if (words.turned()) {
            element(out, " transform=\"rotate(%s %s %s)\"", TURN, words.x(), words.y());
        }
        out.append('>').append(escaped(words.text())).append("</text>\n");
    }

    private static void element(StringBuilder out, String form, double... numbers) {
        Object[] written = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            written[i] = number(numbers[i]);
        }
        out.append(String.format(Locale.ROOT, form, written));
    }

    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
    }

    /** Without what XML does not allow. */
    static String escaped(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
