package org.werkgraaf.web.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A request of which the body has been read. */
final class RequestWithBody extends HttpServletRequestWrapper {
    private static final int PARAMETERS_MAX = 1000;

    private final String client;
    private byte[] body = new byte[0];
    private @Nullable Map<String, String[]> parameters;

    RequestWithBody(HttpServletRequest request) {
        super(request);
        this.client = String.valueOf(request.getRemoteAddr());
    }

    void body(byte[] bytes) {
        body = bytes;
    }

    /** The container forgets for the second half of a request what a proxy said. */
    @Override
    public String getRemoteAddr() {
        return client;
    }

    /** For filters it begins when the body is there. */
    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return bytes.read(into, from, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("The body is there already");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), charset()));
    }

    private Charset charset() {
        String name = getCharacterEncoding();
        return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> known = parameters;
        if (known == null) {
            known = Collections.unmodifiableMap(read());
            parameters = known;
        }
        return known;
    }

    /** Those of the address, and those of a form as the container itself reads them. */
    private Map<String, String[]> read() {
        Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
        String type = String.valueOf(getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            Parameters form = new Parameters();
            form.setLimit(PARAMETERS_MAX);
            form.setCharset(charset());
            form.processParameters(body, 0, body.length);
            form.getParameterNames()
                    .asIterator()
                    .forEachRemaining(name -> all.merge(
                            name,
                            form.getParameterValues(name),
                            (first, second) ->
                                    Stream.of(first, second).flatMap(Stream::of).toArray(String[]::new)));
        }
        return all;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }
}
