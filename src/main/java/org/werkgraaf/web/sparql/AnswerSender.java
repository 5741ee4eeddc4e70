package org.werkgraaf.web.sparql;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.werkgraaf.query.AnswerBody;
import org.werkgraaf.web.AnswerSettings;
import org.werkgraaf.web.http.Client;
import org.werkgraaf.web.http.Connection;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Sends answers. Small ones fit in the buffers of a connection; large ones are written as their reader takes them. */
@Component
final class AnswerSender implements AutoCloseable {
    /** What goes out at once. */
    private static final int SMALL = 1 << 16;

    private final AnswerSettings settings;
    private final Set<OutgoingAnswer> outgoing = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "answers");
        thread.setDaemon(true);
        return thread;
    });

    AnswerSender(AnswerSettings settings) {
        this.settings = settings;
        watch.scheduleWithFixedDelay(() -> outgoing.forEach(OutgoingAnswer::look), 1, 1, TimeUnit.SECONDS);
    }

    /** Refuses a caller to whom as many large answers are being sent as may be. */
    void admit(String client) {
        if (byClient.getOrDefault(client, 0) >= settings.atOncePerClientMax()) {
            throw new RequestException(
                    ErrorCode.TOO_MANY_QUERIES,
                    settings.atOncePerClientMax()
                            + " large answers are being sent to your address, which is the most at a time"
                            + " (werkgraaf.sparql.answers-per-client-max). Read them to their end first.");
        }
    }

    /** Sends the body, of which the length is given in the head, and closes it, now or later. */
    void send(AnswerBody body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (body.length() <= SMALL || request.getMethod().equals("HEAD")) {
            try (body) {
                byte[] bytes = new byte[(int) Math.min(SMALL, body.length())];
                response.getOutputStream().write(bytes, 0, body.read(0, bytes));
            }
            return;
        }
        String client = Client.of(request);
        byClient.merge(client, 1, Integer::sum);
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        OutgoingAnswer answer = new OutgoingAnswer(
                context, response.getOutputStream(), body, settings, Connection.of(request), ended -> {
                    outgoing.remove(ended);
                    byClient.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
                });
        outgoing.add(answer);
        context.addListener(answer);
        response.getOutputStream().setWriteListener(answer);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
