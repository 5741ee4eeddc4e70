package org.werkgraaf.web.sign;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.werkgraaf.web.http.RequestException;

/**
 * Leads requests for what is not public through the chain of Spring Security, where somebody can sign in. All other requests, and all of
 * them where nobody can, never meet it: no session, no cookie, no header, and no class of it in memory.
 */
@Configuration(proxyBeanMethods = false)
class SignInFilter {
    /** What is not among these knows no session, so that a way around the list is no way in. */
    private static final List<String> BELOW = List.of("/login", "/logout", "/account", "/admin", "/edit");

    @Bean
    FilterRegistrationBean<Filter> signInChain(SignSwitch signing, ObjectProvider<SecurityChain> security) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
                (request, response, chain) -> lead(request, response, chain, signing, security));
        registration.setName("signIn");
        // Behind the filter that keeps forms from everybody that cannot be read: this one reads them.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 210);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }

    private static void lead(
            ServletRequest request,
            ServletResponse response,
            FilterChain chain,
            SignSwitch signing,
            ObjectProvider<SecurityChain> security)
            throws IOException, ServletException {
        if (isOurs(((HttpServletRequest) request).getRequestURI()) && isOn(signing)) {
            security.getObject().filter().doFilter(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isOurs(String path) {
        return BELOW.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }

    /** When that cannot be known, whoever is asked says so. */
    private static boolean isOn(SignSwitch signing) {
        try {
            return signing.on();
        } catch (RequestException e) {
            return false;
        }
    }
}
