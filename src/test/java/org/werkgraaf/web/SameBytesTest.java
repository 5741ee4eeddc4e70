package org.werkgraaf.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.OtherProcess;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/**
 * What has one entity tag has the same bytes in another process, where maps have another order and the machine another language,
 * character set and time zone.
 */
@PackagedServiceTest
class SameBytesTest {
    private static final List<String> THINGS = List.of(
            "case/cnil-amazon-france-logistique",
            "technique/fingerprint-time-registration",
            "instrument/gdpr",
            "provision/gdpr-art-88",
            "risk/privacy-infringement",
            "source/gdpr-text");
    private static final List<String> FORMATS =
            List.of("?lang=nl", "?lang=en", ".json", ".jsonld", ".ttl", ".rdf", ".nt", ".bib");
    private static final List<String> OTHERS = List.of(
            "/",
            "/search?q=vingerafdruk&lang=nl",
            "/api/v1/suggest?q=be&lang=fr",
            "/timeline",
            "/matrix",
            "/ontology",
            "/ontology.ttl",
            "/ontology.jsonld",
            "/shape.ttl",
            "/sparql",
            "/openapi.json",
            "/sitemap.xml");

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Test
    void answersTheSameAfterAnotherStart() throws Exception {
        Service here = new Service(port);
        try (OtherProcess other = OtherProcess.start(
                folder,
                List.of("env", "LC_ALL=C", "TZ=Pacific/Kiritimati"),
                List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=US-ASCII"),
                "--werkgraaf.var=" + folder.resolve("var"))) {
            Map<String, String> differing = new TreeMap<>();
            for (String thing : THINGS) {
                for (String format : FORMATS) {
                    compare("/id/" + thing + format, here, other.service(), differing);
                }
            }
            for (String address : OTHERS) {
                compare(address, here, other.service(), differing);
            }
            assertThat(differing).isEmpty();
        }
    }

    private static void compare(String address, Service here, Service there, Map<String, String> differing) {
        String one = body(address, here);
        String other = body(address, there);
        if (!one.equals(other)) {
            int at = 0;
            while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
                at++;
            }
            int from = Math.max(0, at - 60);
            differing.put(
                    address,
                    one.substring(from, Math.min(one.length(), at + 60)) + " <> "
                            + other.substring(from, Math.min(other.length(), at + 60)));
        }
    }

    /** The address of the process itself is in some of them. */
    private static String body(String address, Service service) {
        String accept = address.startsWith("/api/") ? "*/*" : address.contains("lang=") ? "text/html" : "*/*";
        HttpResponse<String> answer = service.get(address, "Accept", accept);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body().replaceAll("localhost:\\d+", "localhost");
    }
}
