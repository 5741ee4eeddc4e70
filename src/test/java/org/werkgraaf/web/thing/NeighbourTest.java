package org.werkgraaf.web.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** What a thing is linked to, and what stands on the home page of changes. */
@PackagedServiceTest
class NeighbourTest {
    private static final String KEYLOGGING = "/api/v1/entities/technique/keylogging/neighbours";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void groupsNeighboursByRelationInTheLanguageAskedFor() {
        String dutch = get(KEYLOGGING + "?lang=nl&size=100", 200);
        assertThat(dutch)
                .contains("\"complete\":true", "\"cutBy\":null", "\"relation\":\"takes\"", "\"direction\":\"out\"");
        assertThat(get(KEYLOGGING + "?lang=fr", 200)).doesNotContain("\"typeLabel\":\"Techniek\"");
    }

    @Test
    void keepsToTheRelationAskedFor() {
        assertThat(get(KEYLOGGING + "?relation=takes", 200))
                .contains("\"relation\":\"takes\"")
                .doesNotContain("\"relation\":\"poses\"");
        assertThat(get(KEYLOGGING + "?relation=none", 200)).contains("\"groups\":[]", "\"total\":0");
    }

    @Test
    void saysWhatCutTheList() {
        assertThat(get("/api/v1/entities/jurisdiction/nl/neighbours?size=1", 200))
                .contains("\"complete\":false", "\"cutBy\":\"size\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?size=101", "?size=0", "?size=x", "?depth=2", "?lang=de"})
    void refusesWhatIsOutOfRange(String parameters) {
        assertThat(get(KEYLOGGING + parameters, 400)).contains("\"status\":400", "-parameter\"");
    }

    @Test
    void saysThatThereIsNoSuchThing() {
        assertThat(get("/api/v1/entities/technique/none/neighbours", 404)).contains("/search?q=");
    }

    @Test
    void tellsOnTheHomePageWhatChangesSoonAndWhatIsNew() {
        String home = service.get("/?lang=nl", "Accept", "text/html").body();
        assertThat(home).contains("Straks in de wet", "2 december 2027", "?asOf=2027-12-02", "Nieuw of gewijzigd");
        assertThat(home.indexOf("2 december 2027")).isLessThan(home.indexOf("2 augustus 2028"));
    }

    private String get(String path, int status) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return answer.body();
    }
}
