package org.werkgraaf.bench;

import org.apache.jena.fuseki.main.FusekiServer;

/** A stock Fuseki. */
final class BaselineServer {
    private BaselineServer() {}

    /** @param args port and configuration file */
    public static void main(String[] args) {
        FusekiServer.create()
                .port(Integer.parseInt(args[0]))
                .parseConfigFile(args[1])
                .build()
                .start()
                .join();
    }
}
