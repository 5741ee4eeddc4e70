package org.werkgraaf.web.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** Answers what the container refuses before any filter or controller sees it, such as a line that is no HTTP. */
public final class ContainerErrors extends ErrorReportValve {
    private static final String DETAIL =
            "The request is not HTTP as it should be: the address or a header has a character that must be percent-encoded, or"
                    + " is cut off. Encode the address in UTF-8.";

    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
            return factory -> factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ContainerErrors.class.getName());
                }
            });
        }
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ErrorCode code = ErrorController.code(status);
        boolean page = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
        String lang = ReaderLanguage.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        try {
            response.setContentType(
                    page ? MediaType.TEXT_HTML_VALUE + ";charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            byte[] body = (page ? page(code, lang) : problem(code, status)).getBytes(StandardCharsets.UTF_8);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException("The client went away", e);
        }
    }

    private static String page(ErrorCode code, String lang) {
        ResourceBundle messages = ResourceBundle.getBundle(
                "messages",
                Locale.forLanguageTag(lang),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String title = HtmlUtils.htmlEscape(messages.getString("error." + code.code()));
        return String.join(
                "",
                List.of(
                        "<!DOCTYPE html><html lang=\"",
                        lang,
                        "\"><head><meta charset=\"UTF-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>",
                        title,
                        " – Werkgraaf</title></head><body><main><h1>",
                        title,
                        "</h1><p lang=\"en\">",
                        DETAIL,
                        "</p><p><a href=\"/\">Werkgraaf</a></p></main></body></html>"));
    }

    private static String problem(ErrorCode code, int status) {
        return "{\"type\":\"/about/errors#" + code.code() + "\",\"title\":\"" + code.title() + "\",\"status\":" + status
                + ",\"detail\":\"" + DETAIL + "\",\"code\":\"" + code.code() + "\"}";
    }
}
