package org.werkgraaf.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Mends the parameters of a request where what is meant is plain, and refuses the rest before anybody reads them. */
@Configuration(proxyBeanMethods = false)
public class MalformedRequests implements WebMvcConfigurer {
    /** Why a request is refused, for whoever answers it. */
    private static final String REFUSAL = MalformedRequests.class.getName();

    private static final Pattern LANGUAGE = Pattern.compile("(?:^|&)(" + ReaderLanguage.NAME + "=[a-z]{2})(?:&|$)");

    /** Before the container reads a parameter, so that every reader of them gets the same. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> mendedAddresses(
            @Value("${server.tomcat.max-parameter-count:1000}") int parametersMax) {
        return factory -> factory.addContextValves(new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response) throws IOException, ServletException {
                MessageBytes path = request.getCoyoteRequest().requestURI();
                path.setString(QueryText.escaped(path.toString()));
                String query = request.getQueryString();
                if (query != null) {
                    MessageBytes bytes = request.getCoyoteRequest().queryString();
                    String mended = QueryText.mended(query);
                    int parameters = QueryText.parameters(query);
                    if (mended == null) {
                        refuse(request, "The address has percent-encoded bytes that are no text. Encode it in UTF-8.");
                        bytes.setString(language(query));
                    } else if (parameters > parametersMax) {
                        refuse(
                                request,
                                "The address has " + parameters + " parameters; at most " + parametersMax
                                        + " are taken (server.tomcat.max-parameter-count).");
                        bytes.setString(language(query));
                    } else if (QueryText.hasValueWithoutName(mended)) {
                        refuse(
                                request,
                                "The address has a value without a name before its equals sign. Name the parameter, or"
                                        + " leave the value out.");
                        bytes.setString(language(query));
                    } else if (!mended.equals(query)) {
                        bytes.setString(mended);
                    }
                }
                getNext().invoke(request, response);
            }
        });
    }

    /** A form that cannot be read is kept from everybody who would try; how long a query may be is looked at before it is read. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> unreadableForms() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new UnreadableForms());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
        return registration;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                String problem = problem(request);
                if (problem != null) {
                    throw new RequestException(ErrorCode.BAD_PARAMETER, problem);
                }
                return true;
            }
        });
    }

    /** What is wrong with the parameters of a request; null when they can be read. */
    public static @Nullable String problem(HttpServletRequest request) {
        return (String) request.getAttribute(REFUSAL);
    }

    private static void refuse(HttpServletRequest request, String problem) {
        request.setAttribute(REFUSAL, problem);
    }

    /** What is kept of an address that is refused, so that the page about it is in the reader's language. */
    private static String language(String query) {
        Matcher language = LANGUAGE.matcher(query);
        return language.find() ? language.group(1) : "";
    }

    /** Why the form in the body of a request cannot be read; null when it can, or when there is none. */
    public static @Nullable String problemOfForm(HttpServletRequest request) {
        String type = request.getContentType();
        if (!request.getMethod().equals("POST")
                || type == null
                || !type.regionMatches(true, 0, MediaType.APPLICATION_FORM_URLENCODED_VALUE, 0, 33)) {
            return null;
        }
        try {
            String charset = request.getCharacterEncoding();
            if (charset != null && !Charset.isSupported(charset)) {
                return "The form is in the character set '" + charset + "', which is not known. Send it in UTF-8.";
            }
            request.getParameterMap();
            return null;
        } catch (InvalidParameterException e) {
            return "The form cannot be read: " + e.getMessage()
                    + " Encode its values by percent signs in UTF-8, and send no more than the limits allow.";
        } catch (IllegalArgumentException e) {
            return "The form has a character set that cannot be used. Send it in UTF-8.";
        }
    }

    private static final class UnreadableForms extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String problem = request.getRequestURI().equals("/sparql") ? null : problemOfForm(request);
            if (problem == null) {
                chain.doFilter(request, response);
            } else {
                refuse(request, problem);
                chain.doFilter(new WithoutParameters(request), response);
            }
        }
    }

    /** A request of which no parameter is read. */
    private static final class WithoutParameters extends HttpServletRequestWrapper {
        WithoutParameters(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
