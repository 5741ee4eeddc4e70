package org.werkgraaf.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Paints a sheet as PNG for print. Letters are painted as outlines, so no font of the machine is asked for. The file says how large it
 * is at {@link #DOTS_PER_INCH}, and carries title, alternative text and source.
 */
public final class PngFile {
    /** What printers ask for. */
    public static final int DOTS_PER_INCH = 300;

    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final double METRES_PER_INCH = 0.0254;

    private final long deadline;

    private PngFile(long deadline) {
        this.deadline = deadline;
    }

    /** How high the picture of a sheet is that is so many dots wide. */
    public static int height(Sheet sheet, int width) {
        return (int) Math.ceil(sheet.height() * width / sheet.width());
    }

    /**
     * Paints it.
     *
     * @param width in dots
     * @param millisMax how long it may take
     * @throws DrawingTimeException when it takes longer
     */
    public static byte[] of(Sheet sheet, int width, long millisMax) {
        return new PngFile(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisMax)).paint(sheet, width);
    }

    private byte[] paint(Sheet sheet, int width) {
        BufferedImage image = new BufferedImage(width, height(sheet, width), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setColor(Color.decode(Sheet.PAPER));
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            pen.scale(width / sheet.width(), width / sheet.width());
            for (Mark mark : sheet.marks()) {
                inTime();
                paint(mark, pen);
            }
        } finally {
            pen.dispose();
        }
        inTime();
        try {
            return written(image, sheet);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a picture", e);
        }
    }

    private void inTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new DrawingTimeException();
        }
    }

    private static void paint(Mark mark, Graphics2D pen) {
        if (mark instanceof Mark.Box box) {
            fill(pen, new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()), box.fill());
        } else if (mark instanceof Mark.Line line) {
            pen.setColor(Color.decode(line.stroke()));
            pen.setStroke(new BasicStroke((float) line.width()));
            pen.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
        } else if (mark instanceof Mark.Sign sign) {
            Shape shape = shape(sign);
            fill(pen, shape, sign.fill());
            if (sign.stroke() != null) {
                pen.setColor(Color.decode(sign.stroke()));
                pen.setStroke(new BasicStroke(2));
                pen.draw(shape);
            }
        } else if (mark instanceof Mark.Words words) {
            words(words, pen);
        }
    }

    private static void words(Mark.Words words, Graphics2D pen) {
        double width = Lettering.width(words.text(), words.size(), words.bold());
        double shift = switch (words.anchor()) {
            case START -> 0;
            case MIDDLE -> -width / 2;
            case END -> -width;
        };
        AffineTransform place = AffineTransform.getTranslateInstance(words.x(), words.y());
        if (words.turned()) {
            place.rotate(Math.toRadians(-55));
        }
        place.translate(shift, 0);
        fill(
                pen,
                place.createTransformedShape(Lettering.outline(words.text(), words.size(), words.bold())),
                words.fill());
    }

    private static void fill(Graphics2D pen, Shape shape, String colour) {
        pen.setColor(Color.decode(colour));
        pen.fill(shape);
    }

    private static Shape shape(Mark.Sign sign) {
        double[][] corners = Corners.of(sign);
        if (corners.length == 0) {
            return new Ellipse2D.Double(
                    sign.x() - sign.radius(), sign.y() - sign.radius(), 2 * sign.radius(), 2 * sign.radius());
        }
        Path2D.Double path = new Path2D.Double();
        path.moveTo(corners[0][0], corners[0][1]);
        for (int i = 1; i < corners.length; i++) {
            path.lineTo(corners[i][0], corners[i][1]);
        }
        path.closePath();
        return path;
    }

    private static byte[] written(BufferedImage image, Sheet sheet) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            describe(metadata, sheet);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static void describe(IIOMetadata metadata, Sheet sheet) throws IIOInvalidTreeException {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        String perMetre = Long.toString(Math.round(DOTS_PER_INCH / METRES_PER_INCH));
        size.setAttribute("pixelsPerUnitXAxis", perMetre);
        size.setAttribute("pixelsPerUnitYAxis", perMetre);
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        IIOMetadataNode texts = new IIOMetadataNode("iTXt");
        texts.appendChild(text("Title", sheet.title()));
        texts.appendChild(text("Description", sheet.alternative()));
        texts.appendChild(text("Source", sheet.source()));
        root.appendChild(texts);
        metadata.mergeTree(FORMAT, root);
    }

    private static IIOMetadataNode text(String name, String value) {
        IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", name);
        entry.setAttribute("compressionFlag", "FALSE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute("text", value);
        return entry;
    }
}
