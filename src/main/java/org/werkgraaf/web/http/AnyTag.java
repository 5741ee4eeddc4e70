package org.werkgraaf.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Collections;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers a read with {@code If-None-Match: *} by 304 where there is something, whatever its tag, as RFC 9110 has it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class AnyTag extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return !read
                || Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                        .noneMatch(sent -> sent.strip().equals("*"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        WithoutBody answer = new WithoutBody(response);
        chain.doFilter(request, answer);
        if (!request.isAsyncStarted()) {
            answer.decide();
        }
    }

    /** Passes on what is no success; of that, only the headers. */
    private static final class WithoutBody extends HttpServletResponseWrapper {
        WithoutBody(HttpServletResponse response) {
            super(response);
        }

        boolean decide() {
            if (getStatus() == HttpStatus.OK.value() && !isCommitted()) {
                setStatus(HttpStatus.NOT_MODIFIED.value());
            }
            return getStatus() == HttpStatus.NOT_MODIFIED.value();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return decide() ? new Nowhere() : super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return decide() ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
        }

        @Override
        public void flushBuffer() throws IOException {
            decide();
            super.flushBuffer();
        }
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            try {
                listener.onWritePossible();
            } catch (IOException e) {
                listener.onError(e);
            }
        }

        @Override
        public void write(int value) {
            // The client has it.
        }
    }
}
