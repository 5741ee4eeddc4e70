package org.werkgraaf.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** Addresses that somebody may have kept go on to answer. */
@PackagedServiceTest
class AddressesTest {
    @LocalServerPort
    private int port;

    @Test
    void answerWithTheStatusAndTypeThatTheyPromise() throws InterruptedException {
        Service service = new Service(port);
        List<String> broken = new ArrayList<>();
        for (Address address : Address.sample()) {
            HttpResponse<String> response = answer(service, address);
            String type =
                    response.headers().firstValue("Content-Type").orElse("").split(";")[0];
            if (response.statusCode() != address.status() || !type.equals(address.type())) {
                broken.add(address + " gave " + response.statusCode() + " " + type);
            }
        }
        assertThat(broken).isEmpty();
    }

    /** The dumps are made after the start: who is told to come again does. */
    private static HttpResponse<String> answer(Service service, Address address) throws InterruptedException {
        HttpResponse<String> response = service.get(address.path(), "Accept", address.type() + ", */*;q=0.1");
        for (int again = 0;
                again < 60 && response.headers().firstValue("Retry-After").isPresent();
                again++) {
            TimeUnit.SECONDS.sleep(1);
            response = service.get(address.path(), "Accept", address.type() + ", */*;q=0.1");
        }
        return response;
    }
}
