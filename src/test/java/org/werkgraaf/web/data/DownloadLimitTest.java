package org.werkgraaf.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.werkgraaf.web.DownloadSettings;

class DownloadLimitTest {
    private final DownloadLimit limit = new DownloadLimit(new DownloadSettings(3, 2));
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void letsAnAddressReadOnlySoManyFilesAtATime() {
        MockHttpServletRequest first = from("198.51.100.1");
        assertThat(limit.preHandle(first, response, this)).isTrue();
        assertThat(limit.preHandle(from("198.51.100.1"), response, this)).isTrue();
        assertThatThrownBy(() -> limit.preHandle(from("198.51.100.1"), response, this))
                .hasMessageContaining("werkgraaf.http.downloads-per-client-max");
        assertThat(limit.preHandle(from("198.51.100.2"), response, this)).isTrue();
        limit.afterCompletion(first, response, this, null);
        assertThat(limit.preHandle(from("198.51.100.1"), response, this)).isTrue();
    }

    @Test
    void letsAllTogetherReadOnlySoManyFilesAtATime() {
        MockHttpServletRequest first = from("198.51.100.1");
        assertThat(limit.preHandle(first, response, this)).isTrue();
        assertThat(limit.preHandle(from("198.51.100.2"), response, this)).isTrue();
        assertThat(limit.preHandle(from("198.51.100.3"), response, this)).isTrue();
        MockHttpServletRequest refused = from("198.51.100.4");
        assertThatThrownBy(() -> limit.preHandle(refused, response, this))
                .hasMessageContaining("werkgraaf.http.downloads-at-once-max");
        limit.afterCompletion(refused, response, this, null);
        assertThatThrownBy(() -> limit.preHandle(from("198.51.100.4"), response, this))
                .hasMessageContaining("downloads-at-once-max");
        limit.afterCompletion(first, response, this, null);
        limit.afterCompletion(first, response, this, null);
        assertThat(limit.preHandle(from("198.51.100.4"), response, this)).isTrue();
        assertThatThrownBy(() -> limit.preHandle(from("198.51.100.5"), response, this))
                .hasMessageContaining("downloads-at-once-max");
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/dumps/werkgraaf.trig");
        request.setRemoteAddr(address);
        return request;
    }
}
