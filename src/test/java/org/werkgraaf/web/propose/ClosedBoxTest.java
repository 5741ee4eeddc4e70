package org.werkgraaf.web.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;

/** Where proposals cannot be kept, none are taken, and all else goes on. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "werkgraaf.admin.token=secret")
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class ClosedBoxTest {
    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        SmallRelease.serve(folder, settings);
        Path inTheWay = folder.resolve("var/proposals");
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "no folder");
    }

    @Test
    void readersReadOn(CapturedOutput log) {
        assertThat(log).contains("Proposals of readers are not taken: Cannot keep proposals in ");
        Service service = new Service(port);
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(service.get("/id/risk/work-stress", "Accept", "text/html").body())
                .contains("<h1")
                .doesNotContain("/propose?");
        assertThat(service.json("/propose?about=risk/work-stress").at("/detail").asString())
                .contains("cannot be kept here");
        assertThat(service.post("/admin/backup", "text/plain", "", "Authorization", "Bearer secret")
                        .statusCode())
                .isEqualTo(200);
    }
}
