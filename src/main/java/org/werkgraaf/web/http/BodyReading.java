package org.werkgraaf.web.http;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.werkgraaf.web.BodySettings;

/** Has bodies read before anything else looks at a request. */
@Configuration(proxyBeanMethods = false)
class BodyReading {
    @Bean
    Bodies bodies(BodySettings settings) {
        return new Bodies(settings);
    }

    @Bean
    FilterRegistrationBean<Bodies> bodyFilter(Bodies bodies) {
        FilterRegistrationBean<Bodies> registration = new FilterRegistrationBean<>(bodies);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }
}
