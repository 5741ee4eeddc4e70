package org.werkgraaf.web.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.werkgraaf.picture.RowChart;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.web.PictureSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Who asks for pictures has no more of the machine than the settings allow. */
class PictureLimitsTest {
    private static final Sheet SHEET = new RowChart(
                    new Sheet.Heading("Title", "Unit", List.of(), "Source"),
                    List.of("x"),
                    IntStream.range(0, 40)
                            .mapToObj(i -> new RowChart.Row(
                                    "row " + i, List.of(new RowChart.Value(1.0 + i, Integer.toString(i)))))
                            .toList(),
                    Double::toString,
                    "")
            .draw();

    @Test
    void noPictureIsPaintedLongerThanItMay() {
        Pictures pictures = new Pictures(new PictureSettings(4800, 9_000_000, 40, 2, 5_000, -1, 1_000_000));

        assertThatThrownBy(() -> pictures.answer(png(800), SHEET, "name", "release", "variant"))
                .isInstanceOfSatisfying(
                        RequestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PICTURE_NOT_DRAWN))
                .hasMessageContaining("werkgraaf.pictures.millis-max");
    }

    @Test
    void noPictureHasMoreDotsThanItMay() {
        Pictures pictures = new Pictures(new PictureSettings(4800, 400_000, 40, 2, 5_000, 10_000, 1_000_000));

        assertThatThrownBy(() -> pictures.answer(png(800), SHEET, "name", "release", "variant"))
                .hasMessageContaining("dots wide");
        assertThat(pictures.answer(new PictureRequest(true, null, Map.of()), SHEET, "name", "release", "v")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void whoDoesNotGetATurnIsRefusedAndTheNextIsNot() {
        Pictures pictures = new Pictures(new PictureSettings(4800, 9_000_000, 40, 1, 0, 10_000, 0));
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger drawn = new AtomicInteger();
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String variant = "variant " + i;
            asked.add(CompletableFuture.runAsync(
                    () -> {
                        try {
                            pictures.answer(png(1600), SHEET, "name", "release", variant);
                            drawn.incrementAndGet();
                        } catch (RequestException e) {
                            assertThat(e.code()).isEqualTo(ErrorCode.PICTURE_NOT_DRAWN);
                            refused.incrementAndGet();
                        }
                    },
                    task -> new Thread(task).start()));
        }
        asked.forEach(CompletableFuture::join);

        assertThat(drawn.get()).isPositive();
        assertThat(refused.get()).isPositive();
        assertThat(pictures.answer(png(400), SHEET, "name", "release", "next")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void aPictureIsPaintedOnceForARelease() {
        Pictures pictures = new Pictures(new PictureSettings(4800, 9_000_000, 40, 2, 5_000, 10_000, 1_000_000));

        ResponseEntity<byte[]> first = pictures.answer(png(800), SHEET, "name", "release", "variant");
        ResponseEntity<byte[]> second = pictures.answer(png(800), SHEET, "name", "release", "variant");
        ResponseEntity<byte[]> later = pictures.answer(png(800), SHEET, "name", "later", "variant");

        assertThat(second.getBody()).isSameAs(first.getBody());
        assertThat(later.getBody()).isNotSameAs(first.getBody()).isEqualTo(first.getBody());
    }

    private static PictureRequest png(int width) {
        return new PictureRequest(true, width, Map.of());
    }
}
