package org.werkgraaf;

import org.apache.jena.sys.JenaSystem;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service; with {@code check} or {@code publish} as first argument, runs that and ends. */
@SpringBootApplication
public class Werkgraaf {
    public static void main(String[] args) {
        JenaSystem.init();
        if (args.length > 0 && Commands.NAMES.contains(args[0])) {
            System.exit(Commands.run(args[0], args, System.out));
        }
        SpringApplication.run(Werkgraaf.class, args);
    }
}
