package org.werkgraaf;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The service in a JVM of its own, for what one process cannot show: another start, other surroundings, a kill. */
public final class OtherProcess implements AutoCloseable {
    private static final long START_MILLIS_MAX = 300_000;

    private final Process process;
    private final Path log;
    private final int port;

    private OtherProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts it and waits until it is ready, with settings such as {@code --werkgraaf.var=...}. */
    public static OtherProcess start(Path folder, String... settings) throws Exception {
        return start(folder, List.of(), List.of(), settings);
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder where its log goes
     * @param wrapper a command that runs another one, word by word; empty for none
     * @param options of the JVM
     */
    public static OtherProcess start(Path folder, List<String> wrapper, List<String> options, String... settings)
            throws Exception {
        OtherProcess started = launch(folder, wrapper, options, settings);
        if (!started.becomesReady()) {
            String said = started.log();
            started.close();
            throw new AssertionError("The other process did not become ready:\n" + said);
        }
        return started;
    }

    /** Starts it and does not wait. */
    public static OtherProcess launch(Path folder, List<String> wrapper, List<String> options, String... settings)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx384m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        // Of two class paths the last one counts.
        command.addAll(options);
        command.add(Werkgraaf.class.getName());
        command.add("--server.port=" + port);
        command.addAll(List.of(settings));
        Files.createDirectories(folder);
        Path log = Files.createTempFile(folder, "process", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(log.toString()))
                .start();
        return new OtherProcess(process, log, port);
    }

    /** One that no connection of another test takes before the process does: those have ports that are higher. */
    private static int freePort() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Somebody listens there.
            }
        }
        throw new IOException("No port is free between 20000 and 32000.");
    }

    private boolean becomesReady() throws InterruptedException {
        long until = System.currentTimeMillis() + START_MILLIS_MAX;
        while (process.isAlive() && System.currentTimeMillis() < until) {
            try {
                if (service().get("/health/ready").statusCode() == 200) {
                    return true;
                }
            } catch (RuntimeException e) {
                // It does not listen yet.
            }
            Thread.sleep(200);
        }
        return false;
    }

    /** Speaks HTTP with it. */
    public Service service() {
        return new Service(port);
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** All that it wrote so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** The process itself. */
    public Process process() {
        return process;
    }

    /** Sends a SIGTERM and waits for the end; the exit code. */
    public int stop(int secondsMax) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(secondsMax, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The other process did not end within " + secondsMax + " seconds");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }
}
