package org.werkgraaf.web.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** What the servlet API cannot ask of the connection under a request. */
public final class Connection {
    private static final String NAME = Connection.class.getName();
    /** What the system takes of an answer before its reader does, in bytes; by itself it takes megabytes for each. */
    private static final String BUFFER = "262144";

    private final Request request;
    private final Response response;

    private Connection(Request request, Response response) {
        this.request = request;
        this.response = response;
    }

    /** The connection on which a request came. */
    public static Connection of(ServletRequest request) {
        return (Connection) request.getAttribute(NAME);
    }

    /** Has it closed after the answer, without waiting for the rest of the body. */
    public void readNoMore(HttpServletResponse answer) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        answer.setHeader(HttpHeaders.CONNECTION, "close");
    }

    /** Ends it at once, whatever was sent; of an asynchronous request, and from any thread. */
    public void end() {
        response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
    }

    /** Hands it to each request. */
    @Configuration(proxyBeanMethods = false)
    static class Handing {
        @Bean
        WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> handsTheConnection() {
            return factory -> {
                factory.addConnectorCustomizers(connector -> connector.setProperty("socket.txBufSize", BUFFER));
                factory.addEngineValves(new ValveBase(true) {
                    @Override
                    public void invoke(Request request, Response response) throws IOException, ServletException {
                        request.setAttribute(NAME, new Connection(request, response));
                        getNext().invoke(request, response);
                    }
                });
            };
        }
    }
}
