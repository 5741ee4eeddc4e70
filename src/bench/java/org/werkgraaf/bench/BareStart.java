package org.werkgraaf.bench;

import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** As little as a service of Spring Boot and Jena can be: a web server that has opened a store. The floor of {@link StartBench}. */
/* Not a configuration that a scan would find, as the service that the other measurements start scans this package too. */
@EnableAutoConfiguration
public class BareStart {
    /** @param args settings; {@code --store=} is the folder of a TDB2 store */
    public static void main(String[] args) {
        JenaSystem.init();
        SpringApplication.run(BareStart.class, args);
    }

    @Bean
    RouterFunction<ServerResponse> ready(org.springframework.core.env.Environment settings) {
        Path store = Path.of(settings.getRequiredProperty("store"));
        var graphs = DatabaseMgr.connectDatasetGraph(Location.create(store.toString()));
        boolean any = Txn.calculateRead(graphs, () -> graphs.find().hasNext());
        return RouterFunctions.route()
                .GET("/health/ready", request -> ServerResponse.ok().body(Map.of("any", any)))
                .build();
    }
}
