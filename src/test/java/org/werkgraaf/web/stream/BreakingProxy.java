package org.werkgraaf.web.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes bytes on to a port; while it is broken, cuts each connection off after so many bytes of the answer. */
final class BreakingProxy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private volatile int after = Integer.MAX_VALUE;
    private final AtomicInteger broken = new AtomicInteger();

    BreakingProxy(int target) throws IOException {
        this.target = target;
        thread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on answers end after so many bytes. */
    void breakAfter(int bytes) {
        after = bytes;
    }

    void mend() {
        after = Integer.MAX_VALUE;
    }

    int broken() {
        return broken.get();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // A connection that ends is what this is for.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            thread(() -> pass(client));
        }
    }

    private void pass(Socket client) throws IOException {
        try (client;
                Socket service = new Socket(InetAddress.getLoopbackAddress(), target)) {
            thread(() -> client.getInputStream().transferTo(service.getOutputStream()));
            InputStream in = service.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[4096];
            long passed = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (passed + read > after) {
                    broken.incrementAndGet();
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
                passed += read;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
