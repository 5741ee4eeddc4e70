package org.werkgraaf.web.mcp;

import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityValidator;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.werkgraaf.web.AssistantSettings;
import org.werkgraaf.web.WebSettings;

/**
 * Lets nobody ask at {@code /mcp} from a page of another site, or by a name that is not the service's: a page that had its own name
 * point to a service on somebody's machine would else speak with it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
class McpGuard extends OncePerRequestFilter {
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private final AssistantSettings settings;
    private final WebSettings web;

    McpGuard(AssistantSettings settings, WebSettings web) {
        this.settings = settings;
        this.web = web;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !settings.enabled() || !request.getRequestURI().equals(McpController.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            validator().validateHeaders(headers(request));
        } catch (ServerTransportSecurityException e) {
            refuse(e.getStatusCode(), response);
            return;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader(HttpHeaders.ALLOW, "POST, OPTIONS");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, Accept, MCP-Protocol-Version");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }

    private ServerTransportSecurityValidator validator() {
        URI own = URI.create(web.baseUrl());
        List<String> hosts = new ArrayList<>(settings.hosts());
        List<String> origins = new ArrayList<>(settings.origins());
        hosts.add(own.getRawAuthority());
        origins.add(own.getScheme() + "://" + own.getRawAuthority());
        for (String name : THIS_MACHINE) {
            hosts.add(name + ":*");
            origins.add("http://" + name + ":*");
        }
        return DefaultServerTransportSecurityValidator.builder()
                .allowedHosts(hosts)
                .allowedOrigins(origins)
                .build();
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : List.of(HttpHeaders.HOST, HttpHeaders.ORIGIN)) {
            List<String> values = Collections.list(request.getHeaders(name));
            if (!values.isEmpty()) {
                headers.put(name, values);
            }
        }
        return headers;
    }

    private static void refuse(int status, HttpServletResponse response) throws IOException {
        String message = status == HttpServletResponse.SC_FORBIDDEN
                ? "Pages of this Origin may not ask here. Who runs the service can allow it (werkgraaf.mcp.origins)."
                : "The service is not reached by this Host. Who runs it can allow it (werkgraaf.base-url or"
                        + " werkgraaf.mcp.hosts).";
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream()
                .write(Conversation.error(null, ErrorCodes.INVALID_REQUEST, message)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
