package org.werkgraaf.web.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** Without an account nobody can sign in, and nothing tells that somebody could elsewhere. */
@PackagedServiceTest
class SignInOffTest {
    @LocalServerPort
    private int port;

    @Test
    void thereIsNothingAndNoCookie() {
        Service service = new Service(port);
        String form = "application/x-www-form-urlencoded";
        for (HttpResponse<String> answer : List.of(
                service.get("/login"),
                service.get("/login", "Accept", "text/html"),
                service.post("/login", form, "name=ann&password=x"),
                service.get("/account"),
                service.post("/account/password", form, "current=x"),
                service.post("/account/tokens", form, "label=x"),
                service.post("/account/revoke", form, "token=x"),
                service.post("/account/sessions", form, ""),
                service.post("/logout", form, ""),
                service.post("/admin/publish", "text/plain", "", "Authorization", "Bearer wg_x"),
                service.post("/admin/publish", "text/plain", "", "Authorization", "Bearer "),
                service.post("/admin/publish", "text/plain", "", "Cookie", "werkgraaf-session=x"))) {
            assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(404);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }
}
