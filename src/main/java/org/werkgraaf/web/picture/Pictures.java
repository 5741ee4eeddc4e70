package org.werkgraaf.web.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.AWTError;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.werkgraaf.picture.DrawingTimeException;
import org.werkgraaf.picture.PngFile;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.picture.SvgFile;
import org.werkgraaf.web.PictureSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.RequestException;

/** Sends sheets as SVG or PNG. Few PNG are painted at a time, none longer than it may, and each once for a release. */
@Component
public class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    /** Two hundred millimetres in print. */
    private static final int WIDTH = 2400;

    private final PictureSettings settings;
    private final Semaphore turns;
    private final Cache<String, byte[]> kept;

    Pictures(PictureSettings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnceMax(), true);
        this.kept = Caffeine.newBuilder()
                .maximumWeight(settings.cacheBytesMax())
                .weigher((String key, byte[] picture) -> key.length() + picture.length)
                .build();
    }

    /** Most rows of a chart. */
    public int rowsMax() {
        return settings.rowsMax();
    }

    /**
     * A sheet as it was asked for.
     *
     * @param named name of the file, without its ending
     * @param variant all that decides the picture but release and width
     * @throws RequestException when it is too large, or cannot be painted now
     */
    public ResponseEntity<byte[]> answer(
            PictureRequest asked, Sheet sheet, String named, String release, String variant) {
        int width = asked.png() ? width(asked, sheet) : 0;
        ResponseEntity.BodyBuilder answer = Etags.ok(
                        release, Integer.toHexString((variant + "." + asked.png() + "." + width).hashCode()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + named + (asked.png() ? ".png\"" : ".svg\""));
        if (!asked.png()) {
            return answer.contentType(SVG).body(SvgFile.of(sheet));
        }
        String key = release + " " + width + " " + variant;
        byte[] known = kept.getIfPresent(key);
        if (known == null) {
            known = inTurn(sheet, width);
            kept.put(key, known);
        }
        return answer.contentType(MediaType.IMAGE_PNG).body(known);
    }

    private int width(PictureRequest asked, Sheet sheet) {
        int fits = (int) Math.min(
                settings.widthMax(), Math.floor(Math.sqrt(settings.dotsMax() * sheet.width() / (sheet.height() + 1))));
        Integer width = asked.width();
        if (width == null) {
            return Math.min(WIDTH, fits);
        }
        if (width > fits) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter width is " + width + "; this picture can be " + fits
                            + " dots wide. The SVG has no such limit.");
        }
        return width;
    }

    private byte[] inTurn(Sheet sheet, int width) {
        try {
            if (!turns.tryAcquire(settings.waitMillis(), TimeUnit.MILLISECONDS)) {
                throw notDrawn("Others are being drawn, and this one did not get its turn within "
                        + settings.waitMillis() + " ms. Try again in a few seconds, or take the SVG.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notDrawn("The service is stopping.");
        }
        try {
            return PngFile.of(sheet, width, settings.millisMax());
        } catch (DrawingTimeException e) {
            throw notDrawn("It takes longer than " + settings.millisMax()
                    + " ms (werkgraaf.pictures.millis-max). Ask for a smaller width, or take the SVG.");
        } catch (LinkageError | AWTError e) {
            LOG.warn("This Java cannot draw PNG; SVG is sent all the same", e);
            throw notDrawn("The Java of this machine comes without the part that draws. Take the SVG.");
        } finally {
            turns.release();
        }
    }

    private static RequestException notDrawn(String why) {
        return new RequestException(ErrorCode.PICTURE_NOT_DRAWN, why);
    }
}
