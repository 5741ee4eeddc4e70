package org.werkgraaf.web.sign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.SmallContent;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Role;

/** A service with content that may be changed and people who may sign in; started once for all tests that extend this. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "werkgraaf.sign-in.password-cost=4",
            "werkgraaf.sign-in.failures-max=4",
            "werkgraaf.sign-in.failures-per-client-max=6",
            "werkgraaf.sign-in.idle-seconds-max=5",
            "werkgraaf.sign-in.session-seconds-max=9",
            "werkgraaf.sign-in.sessions-max=2"
        })
abstract class SignService {
    static final String PASSWORD = "paard batterij nietje";

    private static final AtomicInteger COUNT = new AtomicInteger();
    /** Several classes share the service, so that it outlives the folders of each. */
    private static final Path FOLDER = folder();

    private static final SmallContent CONTENT = SmallRelease.into(FOLDER);

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry settings) {
        CONTENT.serve(settings);
        settings.add("werkgraaf.var", () -> FOLDER.resolve("var").toString());
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("werkgraaf-sign");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There is always somebody, so that signing in is on. */
    @BeforeEach
    void somebody() {
        if (accounts.all().isEmpty()) {
            accounts.add("first", Role.READER, PASSWORD, null);
        }
    }

    Accounts accounts() {
        return accounts;
    }

    int port() {
        return port;
    }

    static SmallContent files() {
        return CONTENT;
    }

    /** Adds somebody of whom no other test knows. */
    String add(Role role) {
        String name = role.code() + COUNT.incrementAndGet();
        accounts.add(name, role, PASSWORD, null);
        return name;
    }

    /** A browser at an address that no other test has: the proxy of the machine is believed. */
    Visitor visitor() {
        return new Visitor(port, "198.51.100." + COUNT.incrementAndGet());
    }
}
