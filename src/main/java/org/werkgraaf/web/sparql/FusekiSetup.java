package org.werkgraaf.web.sparql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.tdb2.TDB2;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.werkgraaf.query.OfferedFunctions;
import org.werkgraaf.query.QueryGuard;
import org.werkgraaf.query.QueryLimits;
import org.werkgraaf.store.GraphStore;

/** Registers Fuseki's query operation, and no other, on {@code /sparql}. */
@Configuration(proxyBeanMethods = false)
class FusekiSetup {
    private static final String PATH = "/sparql";

    @Bean
    ServletContextInitializer fuseki(GraphStore store, QueryLimits limits) {
        return context -> {
            FunctionRegistry functions = OfferedFunctions.functions();
            DatasetGraph dataset = store.dataset();
            OfferedFunctions.apply(dataset.getContext(), functions);
            OfferedFunctions.apply(ARQ.getContext(), functions);
            dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
            dataset.getContext().set(ARQ.queryTimeout, limits.timeoutMillis() + "," + limits.timeoutMillis());

            OperationRegistry operations = OperationRegistry.createEmpty();
            operations.register(Operation.Query, new GuardedQuery(new QueryGuard(functions), limits));
            OperationRegistry.set(context, operations);
            registry(context, dataset, operations);
        };
    }

    private static void registry(ServletContext context, DatasetGraph dataset, OperationRegistry operations) {
        DataService service =
                DataService.newBuilder(dataset).addEndpoint(Operation.Query).build();
        service.setEndpointProcessors(operations);
        service.goActive();
        DataAccessPointRegistry points = new DataAccessPointRegistry();
        points.register(new DataAccessPoint(PATH, service));
        DataAccessPointRegistry.set(context, points);
    }

    /** A request without a query is not for Fuseki: it gets the service description. */
    @Bean
    FilterRegistrationBean<FusekiFilter> fusekiFilter() {
        FilterRegistrationBean<FusekiFilter> registration = new FilterRegistrationBean<>(new FusekiFilter() {
            @Override
            public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                    throws IOException, ServletException {
                HttpServletRequest http = (HttpServletRequest) request;
                if (http.getMethod().equals("GET") && http.getQueryString() == null) {
                    chain.doFilter(request, response);
                } else {
                    super.doFilter(request, response, chain);
                }
            }
        });
        registration.addUrlPatterns(PATH);
        return registration;
    }
}
