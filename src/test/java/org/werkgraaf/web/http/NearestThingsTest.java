package org.werkgraaf.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** An address that leads nowhere names what may have been meant. */
@PackagedServiceTest
class NearestThingsTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "/id/technique/keyloging, /id/technique/keylogging",
        "/id/case/manfeld, /id/case/manfield",
        "/cam%C3%A9ra, /id/technique/camera-surveillance",
        "/uber, /id/organisation/uber",
        "/id/nothing/works-council, /id/role/works-council",
    })
    void namesWhatTheAddressMayHaveMeant(String path, String meant) {
        HttpResponse<String> answer = new Service(port).get(path + "?lang=en", "Accept", "text/html");
        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(page.select(".failure .ways-out a[href=" + meant + "]")).hasSize(1);
        assertThat(page.select(".failure .ways-out a")).hasSizeLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"/id/technique/zzxxqqvv", "/%20"})
    void namesNothingWhereNothingIsNear(String path) {
        HttpResponse<String> answer = new Service(port).get(path + "?lang=en", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).select(".failure .ways-out a")).isEmpty();
    }
}
