package org.werkgraaf.web.sparql;

import java.util.SplittableRandom;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;

/** A graph that is large and closely knit: a ring of 60,000 things with values, labels and links across. */
final class ManyTriples {
    static final Node NAME = term("many");
    static final Node LINK = term("link");
    private static final int THINGS = 60_000;

    private ManyTriples() {}

    /** Adds it to a dataset of TDB2, as one more named graph: index by index, not triple by triple. */
    static void addTo(DatasetGraph dataset) {
        SplittableRandom random = new SplittableRandom(5);
        DataLoader loader = LoaderFactory.sequentialLoader(dataset, (format, values) -> {});
        loader.startBulk();
        StreamRDF quads = loader.stream();
        for (int i = 0; i < THINGS; i++) {
            Node thing = term("n" + i);
            add(quads, thing, term("next"), term("n" + (i + 1) % THINGS));
            add(quads, thing, LINK, term("n" + random.nextInt(THINGS)));
            add(quads, thing, LINK, term("n" + random.nextInt(THINGS)));
            add(quads, thing, term("value"), NodeFactoryExtra.intToNode(random.nextInt(100_000)));
            add(quads, thing, term("label"), NodeFactory.createLiteralLang("thing number " + i, "en"));
        }
        loader.finishBulk();
    }

    private static void add(StreamRDF quads, Node subject, Node property, Node object) {
        quads.quad(Quad.create(NAME, subject, property, object));
    }

    private static Node term(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }
}
