package org.werkgraaf.engine;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Apache Jena Fuseki as its makers ship it, in a process of its own, bound to loopback, with a password for all that it does. */
public final class RemoteFuseki implements AutoCloseable {
    static final String USER = "werkgraaf";
    static final String PASSWORD = "a word that nobody sees";
    /** Where the build puts what it needs beside the class path of the service. */
    private static final Path JARS = Path.of("target/fuseki");

    private static final long START_MILLIS_MAX = 120_000;

    private final Path folder;
    private final boolean disk;
    private Process process;
    private int port;

    private RemoteFuseki(Path folder, boolean disk) throws IOException {
        this.folder = folder;
        this.disk = disk;
        Files.createDirectories(folder.resolve("tdb2"));
        Files.writeString(folder.resolve("passwords"), USER + ": " + PASSWORD + "\n");
    }

    /** Starts one whose graphs lie on the disk, or in memory. */
    public static RemoteFuseki start(Path folder, boolean disk) throws IOException, InterruptedException {
        RemoteFuseki fuseki = new RemoteFuseki(folder, disk);
        fuseki.launch(freePort());
        return fuseki;
    }

    private void launch(int wanted) throws IOException, InterruptedException {
        port = wanted;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                // It has a way to write logs of its own, which is not here.
                "-Dlog4j2.configurationFile=none",
                "-cp",
                JARS + "/*" + File.pathSeparator + System.getProperty("java.class.path"),
                "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                "--localhost",
                "--port=" + port,
                "--passwd=" + folder.resolve("passwords"),
                "--auth=digest",
                "--update"));
        command.addAll(disk ? List.of("--tdb2", "--loc=" + folder.resolve("tdb2")) : List.of("--mem"));
        command.add("/ds");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        long end = System.currentTimeMillis() + START_MILLIS_MAX;
        while (!listens()) {
            if (!process.isAlive() || System.currentTimeMillis() > end) {
                throw new AssertionError("Fuseki did not start:\n" + Files.readString(folder.resolve("log")));
            }
            Thread.sleep(50);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Ends it at once, as a crash does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** Starts it again at the address that it had. */
    public void startAgain() throws IOException, InterruptedException {
        launch(port);
    }

    /** Whether the build put it there. */
    static boolean isThere() {
        return Files.isDirectory(JARS);
    }

    /** Where it answers queries. */
    public String query() {
        return "http://localhost:" + port + "/ds/query";
    }

    /** Names it in the settings of a service. */
    public void serve(DynamicPropertyRegistry registry) {
        registry.add("werkgraaf.sparql.engine.query", this::query);
        registry.add("werkgraaf.sparql.engine.update", () -> "http://localhost:" + port + "/ds/update");
        registry.add("werkgraaf.sparql.engine.data", () -> "http://localhost:" + port + "/ds/data");
        registry.add("werkgraaf.sparql.engine.user", () -> USER);
        registry.add("werkgraaf.sparql.engine.password", () -> PASSWORD);
        registry.add("werkgraaf.sparql.engine.look-seconds", () -> 1);
    }

    /** Adds a graph to a release that it has. */
    public void add(String release, String name, Graph graph) {
        RemoteReleases releases = new RemoteReleases(new EngineClient(settings()), settings(), each -> "");
        releases.add(new ReleaseNames(release), List.of(name), each -> graph);
    }

    /** As a service would have them. */
    EngineSettings settings() {
        return new EngineSettings(
                URI.create(query()),
                URI.create(query().replace("/query", "/update")),
                URI.create(query().replace("/query", "/data")),
                USER,
                PASSWORD,
                1,
                0,
                3000,
                60_000,
                true,
                true);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
