package org.werkgraaf.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;

/** Clients that generators make from the description call the service. Where a generator is not there, the test says so and is skipped. */
@PackagedServiceTest
class GeneratedClientsTest {
    /** What a script ends with when something that it needs is not there. */
    private static final int CANNOT = 77;

    @LocalServerPort
    private int port;

    @Test
    void aTypeScriptClientCallsTheService(@TempDir Path folder) throws IOException, InterruptedException {
        callsTheService("typescript", folder);
    }

    @Test
    @Tag("nightly")
    void aPythonClientCallsTheService(@TempDir Path folder) throws IOException, InterruptedException {
        callsTheService("python", folder);
    }

    private void callsTheService(String client, Path folder) throws IOException, InterruptedException {
        Path script = Path.of("src/clients", client, "run");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")), "This system has no shell to run " + script);
        Path log = folder.resolve("log");
        Process run = new ProcessBuilder(
                        script.toString(),
                        "http://localhost:" + port,
                        folder.resolve("client").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = run.waitFor(3, TimeUnit.MINUTES);
        if (!ended) {
            run.descendants().forEach(ProcessHandle::destroyForcibly);
            run.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(ended).as(said).isTrue();
        assumeTrue(run.exitValue() != CANNOT, said);
        assertThat(run.exitValue()).as(said).isZero();
        assertThat(said).contains("search: ", "entity: ", "question: ", "check: ", "refusal: ");
    }
}
