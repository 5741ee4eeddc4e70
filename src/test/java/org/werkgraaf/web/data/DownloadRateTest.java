package org.werkgraaf.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.werkgraaf.web.AnswerSettings;

class DownloadRateTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void passesOnWhatIsTakenInTime() throws IOException {
        ServletOutputStream out =
                new DownloadRate.RatedOutput(response.getOutputStream(), new AnswerSettings(10_000, 600_000, 1));
        byte[] bytes = new byte[100_000];
        bytes[99_999] = 7;
        out.write(bytes);
        out.write(9);
        assertThat(response.getContentAsByteArray()).hasSize(100_001).endsWith(0, 7, 9);
    }

    @Test
    void endsAFileThatTakesLongerThanItMay() {
        ServletOutputStream out =
                new DownloadRate.RatedOutput(response.getOutputStream(), new AnswerSettings(10_000, -1, 1));
        assertThatThrownBy(() -> out.write(new byte[100_000])).isInstanceOf(ClientAbortException.class);
        assertThat(response.getContentAsByteArray()).hasSize(8192);
    }
}
