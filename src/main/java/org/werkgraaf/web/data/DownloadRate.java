package org.werkgraaf.web.data;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.werkgraaf.web.AnswerSettings;

/**
 * Cuts off who takes a file more slowly than an answer may be taken, or for longer, so that its thread is free again. Who takes nothing
 * at all is cut off by the container.
 */
@Configuration(proxyBeanMethods = false)
class DownloadRate {
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> cutsSlowReadersOff(AnswerSettings settings) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new OncePerRequestFilter() {
                    @Override
                    protected void doFilterInternal(
                            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                            throws ServletException, IOException {
                        chain.doFilter(request, new Rated(response, settings));
                    }
                });
        registration.addUrlPatterns("/dumps/*", "/data", "/graph/*", "/stream/*", "/bundles/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    private static final class Rated extends HttpServletResponseWrapper {
        private final AnswerSettings settings;
        private @Nullable ServletOutputStream out;

        Rated(HttpServletResponse response, AnswerSettings settings) {
            super(response);
            this.settings = settings;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            ServletOutputStream known = out;
            if (known == null) {
                known = new RatedOutput(super.getOutputStream(), settings);
                out = known;
            }
            return known;
        }
    }

    /** Looks at the clock after each piece that was taken. */
    static final class RatedOutput extends ServletOutputStream {
        /** Buffers on the way take much at once. */
        private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(20);

        private static final int PIECE = 8192;

        private final ServletOutputStream out;
        private final AnswerSettings settings;
        private final long began = System.nanoTime();
        private long windowBegan = began;
        private long taken;

        RatedOutput(ServletOutputStream out, AnswerSettings settings) {
            this.out = out;
            this.settings = settings;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            look(1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int at = 0; at < length; at += PIECE) {
                int piece = Math.min(PIECE, length - at);
                out.write(bytes, from + at, piece);
                look(piece);
            }
        }

        private void look(int more) throws IOException {
            taken += more;
            long now = System.nanoTime();
            long window = now - windowBegan;
            boolean slow = false;
            if (window > WINDOW_NANOS) {
                slow = taken < settings.bytesPerSecondMin() * TimeUnit.NANOSECONDS.toSeconds(window);
                windowBegan = now;
                taken = 0;
            }
            if (slow || TimeUnit.NANOSECONDS.toMillis(now - began) > settings.millisMax()) {
                throw new ClientAbortException("A file was read too slowly");
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
