package org.werkgraaf.web.sparql;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.werkgraaf.query.AnswerCache;
import org.werkgraaf.query.QueryLimits;
import org.werkgraaf.query.QueryRunner;
import org.werkgraaf.query.SpoolSpace;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.MalformedRequests;

/** Registers Fuseki's query operation, and no other, on {@code /sparql}. */
@Configuration(proxyBeanMethods = false)
class FusekiSetup {
    private static final String PATH = "/sparql";
    /** What a form may hold beside the query. */
    private static final int FORM_BYTES = 10_000;

    @Bean
    ServletContextInitializer fuseki(
            GraphStore store,
            QueryLimits limits,
            QueryRunner runner,
            AnswerCache cache,
            SpoolSpace space,
            AnswerSender sender,
            GuardedEvaluation evaluation,
            WebSettings settings) {
        return context -> {
            QueryAnswers answers = new QueryAnswers(
                    store, evaluation, limits, new ResultText(settings, space, limits.resultBytesMax()));
            OperationRegistry operations = OperationRegistry.createEmpty();
            operations.register(
                    Operation.Query, new GuardedQuery(store, runner, limits, cache, evaluation, answers, sender));
            OperationRegistry.set(context, operations);
            registry(context, operations);
        };
    }

    /** Fuseki is given an empty dataset: {@link GuardedQuery} asks the release that is served at that moment. */
    private static void registry(ServletContext context, OperationRegistry operations) {
        DataService service = DataService.newBuilder(DatasetGraphFactory.empty())
                .addEndpoint(Operation.Query)
                .build();
        service.setEndpointProcessors(operations);
        service.goActive();
        DataAccessPointRegistry points = new DataAccessPointRegistry();
        points.register(new DataAccessPoint(PATH, service));
        DataAccessPointRegistry.set(context, points);
    }

    /** A request without a query is not for Fuseki: it gets the service description. */
    @Bean
    FilterRegistrationBean<FusekiFilter> fusekiFilter(QueryLimits limits) {
        FilterRegistrationBean<FusekiFilter> registration = new FilterRegistrationBean<>(new FusekiFilter() {
            @Override
            public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                    throws IOException, ServletException {
                HttpServletRequest http = (HttpServletRequest) request;
                // A form may write each byte of the query as three.
                if (http.getContentLengthLong() > 3L * limits.lengthMax() + FORM_BYTES) {
                    SparqlErrors.send(
                            (HttpServletResponse) response,
                            ErrorCode.QUERY_TOO_LONG,
                            "The body is longer than a query of " + limits.lengthMax()
                                    + " bytes can be (werkgraaf.sparql.length-max). Shorten it, or ask in parts.");
                } else if (isRead(http)
                        && MalformedRequests.problem(http) == null
                        && http.getParameter("query") == null
                        && namesGraph(http)) {
                    ((HttpServletResponse) response)
                            .sendRedirect("/data?" + http.getQueryString(), HttpServletResponse.SC_TEMPORARY_REDIRECT);
                } else if (isRead(http)
                        && (http.getQueryString() == null
                                || http.getQueryString().isEmpty())) {
                    chain.doFilter(request, response);
                } else {
                    String problem = MalformedRequests.problem(http) == null
                            ? MalformedRequests.problemOfForm(http)
                            : MalformedRequests.problem(http);
                    if (problem == null) {
                        super.doFilter(new HeadAsGet(http), new VaryKept((HttpServletResponse) response), chain);
                    } else {
                        SparqlErrors.send((HttpServletResponse) response, ErrorCode.BAD_PARAMETER, problem);
                    }
                }
            }
        });
        registration.addUrlPatterns(PATH);
        // A request whose body took a while goes on as an asynchronous one.
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }

    /** The graph store protocol is spoken at an address of its own, which not every client is told. */
    private static boolean namesGraph(HttpServletRequest request) {
        return request.getParameter("graph") != null || request.getParameter("default") != null;
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Fuseki says anew by what its answers vary; what was said before holds too. */
    private static final class VaryKept extends HttpServletResponseWrapper {
        VaryKept(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (name.equalsIgnoreCase(HttpHeaders.VARY)) {
                addHeader(name, value);
            } else {
                super.setHeader(name, value);
            }
        }
    }

    /** HEAD is answered as GET, of which the container keeps the body back. */
    private static final class HeadAsGet extends HttpServletRequestWrapper {
        HeadAsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
        }
    }
}
