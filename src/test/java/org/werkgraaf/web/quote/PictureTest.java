package org.werkgraaf.web.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Keylogging",
                "\u202e\u0000<b>",
                "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung"
            })
    void isAPngOfTheSizeThatSitesExpect(String title) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Picture.of("Kind", title, "", "Foot")));
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 5000})
    void cutsALongTitleAtTheMargin(int words) throws IOException {
        byte[] png = Picture.of("Kind", "monitoring ".repeat(words), "fact ".repeat(words), "Foot");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int paper = image.getRGB(1199, 300);
        for (int y = 20; y < 630; y++) {
            for (int x = 1122; x < 1200; x++) {
                assertThat(image.getRGB(x, y)).isEqualTo(paper);
            }
        }
    }
}
