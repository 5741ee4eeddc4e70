package org.werkgraaf.web.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;
import org.werkgraaf.web.BodySettings;
import org.werkgraaf.web.http.IncomingBody.Ending;

/**
 * Waits for the bodies of requests without holding a thread for each, and not for as long as a caller likes. What comes behind it finds
 * a body that is there.
 */
final class Bodies implements Filter {
    private static final long LOOK_MILLIS = 500;

    private final BodySettings settings;
    private final Map<IncomingBody, String> waiting = new ConcurrentHashMap<>();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();
    private final AtomicLong taken = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bodies");
        thread.setDaemon(true);
        return thread;
    });

    Bodies(BodySettings settings) {
        this.settings = settings;
    }

    /** The thread lives as long as the web application, which warns of threads that are left. */
    @Override
    public void init(FilterConfig config) {
        watch.scheduleWithFixedDelay(
                () -> waiting.keySet().forEach(IncomingBody::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        boolean done = WebUtils.getNativeRequest(request, RequestWithBody.class) != null;
        if (!done && request.getDispatcherType() == DispatcherType.REQUEST && !isThere(http)) {
            read(http, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isThere(HttpServletRequest request) throws IOException {
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            return false;
        }
        long length = request.getContentLengthLong();
        return length <= 0 || request.getInputStream().available() >= length;
    }

    private void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String client = Client.of(request);
        if (byClient.merge(client, 1, Integer::sum) > settings.atOncePerClientMax()) {
            forget(client);
            refuse(
                    request,
                    response,
                    ErrorCode.TOO_MANY_BODIES,
                    "The service waits for the bodies of " + settings.atOncePerClientMax()
                            + " requests from your address, which is the most at a time"
                            + " (werkgraaf.http.bodies-per-client-max). Send them one after the other.");
            return;
        }
        AsyncContext context = request.startAsync(new RequestWithBody(request), response);
        context.setTimeout(0);
        IncomingBody body = new IncomingBody(context, request, settings, this);
        waiting.put(body, client);
        context.addListener(body);
        request.getInputStream().setReadListener(body);
    }

    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= settings.waitingBytesMax()) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    /** Forgets a body for which nobody waits any more. */
    void ended(IncomingBody body, long bytes) {
        taken.addAndGet(-bytes);
        String client = waiting.remove(body);
        if (client != null) {
            forget(client);
        }
    }

    private void forget(String client) {
        byClient.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
    }

    /** Goes on with a request when its body has ended, one way or another. */
    void end(AsyncContext context, Ending ending, byte[] bytes) {
        RequestWithBody request = (RequestWithBody) context.getRequest();
        HttpServletResponse response = (HttpServletResponse) context.getResponse();
        if (ending == Ending.COMPLETE) {
            request.body(bytes);
            context.dispatch();
            return;
        }
        try {
            if (ending == Ending.TOO_LONG) {
                refuse(
                        request,
                        response,
                        request.getRequestURI().equals("/sparql") ? ErrorCode.QUERY_TOO_LONG : ErrorCode.BODY_TOO_LONG,
                        "The body is longer than " + settings.bytesMax()
                                + " bytes (werkgraaf.http.body-bytes-max). Shorten it, or send it in parts.");
            } else if (ending == Ending.TOO_SLOW) {
                refuse(
                        request,
                        response,
                        ErrorCode.BODY_TOO_SLOW,
                        "The body did not come within " + settings.millisMax()
                                + " ms (werkgraaf.http.body-millis-max), or"
                                + " more slowly than " + settings.bytesPerSecondMin()
                                + " bytes a second (werkgraaf.http.body-bytes-per-second-min). Send it again.");
            } else if (ending == Ending.NO_ROOM) {
                refuse(
                        request,
                        response,
                        ErrorCode.TOO_MANY_BODIES,
                        "Bodies that are not complete take the " + settings.waitingBytesMax()
                                + " bytes that there are for them (werkgraaf.http.bodies-bytes-max). Try again in a few seconds.");
            }
        } catch (IOException e) {
            // The caller is gone.
        }
        context.complete();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, ErrorCode code, String detail)
            throws IOException {
        Connection.of(request).readNoMore(response);
        Problems.write(request, response, code, detail);
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }
}
