package org.werkgraaf.bench;

import java.util.List;
import org.apache.jena.sys.JenaSystem;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.werkgraaf.Werkgraaf;

/** The whole service, but for the dumps and the check of the store, which would run beside the measurement. */
final class BenchService {
    private BenchService() {}

    /** @param args settings, as for the service */
    public static void main(String[] args) {
        JenaSystem.init();
        new SpringApplicationBuilder(Werkgraaf.class)
                .initializers(BenchService::withoutDumps)
                .run(args);
    }

    private static void withoutDumps(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> List.of("dumpKeeping", "verifying")
                .forEach(each -> ((BeanDefinitionRegistry) beans).removeBeanDefinition(each)));
    }
}
