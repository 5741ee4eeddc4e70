package org.werkgraaf.web.data;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.werkgraaf.web.DownloadSettings;
import org.werkgraaf.web.http.Client;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Leaves threads to everybody else while dumps are read: each holds one for as long as its reader takes. */
@Configuration(proxyBeanMethods = false)
class DownloadLimit implements HandlerInterceptor, WebMvcConfigurer {
    private static final String CLIENT = DownloadLimit.class.getName();

    private final DownloadSettings settings;
    private final Semaphore free;
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();

    DownloadLimit(DownloadSettings settings) {
        this.settings = settings;
        this.free = new Semaphore(settings.atOnceMax());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/dumps/**", "/data", "/graph/**", "/stream/**", "/bundles/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!free.tryAcquire()) {
            throw new RequestException(
                    ErrorCode.TOO_MANY_DOWNLOADS,
                    settings.atOnceMax() + " files are being read, which is the most at a time"
                            + " (werkgraaf.http.downloads-at-once-max). Try again in a minute.");
        }
        String client = Client.of(request);
        if (byClient.merge(client, 1, Integer::sum) > settings.atOncePerClientMax()) {
            leave(client);
            throw new RequestException(
                    ErrorCode.TOO_MANY_DOWNLOADS,
                    settings.atOncePerClientMax()
                            + " files are being read from your address, which is the most at a time"
                            + " (werkgraaf.http.downloads-per-client-max). Read them one after the other.");
        }
        request.setAttribute(CLIENT, client);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception problem) {
        if (request.getAttribute(CLIENT) instanceof String client) {
            request.removeAttribute(CLIENT);
            leave(client);
        }
    }

    private void leave(String client) {
        byClient.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
        free.release();
    }
}
