package org.werkgraaf.web.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Stamp;

/** What is measured: the JVM, requests by route, and the size of the release. */
@Configuration(proxyBeanMethods = false)
class Metrics {
    @Bean(destroyMethod = "close")
    PrometheusMeterRegistry registry(EntityIndex index, HealthOfFollowing following) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        Gauge.builder(
                        "werkgraaf.entities",
                        index,
                        each -> each.stamp().map(Stamp::total).orElse(0L))
                .description("Entities in the published release")
                .register(registry);
        if (following.isOfUse()) {
            Gauge.builder("werkgraaf.following.failures", following, HealthOfFollowing::failures)
                    .description("Failures in a row to fetch a release or to hand it on")
                    .register(registry);
        }
        return registry;
    }
}
