package org.werkgraaf.web.sparql;

import java.util.SplittableRandom;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.system.Txn;

/** A graph that is large and closely knit: a ring of 200,000 things with values, labels and links across. */
final class MillionTriples {
    static final Node NAME = term("million");
    private static final int THINGS = 200_000;

    private MillionTriples() {}

    /** Adds it to a dataset, as one more named graph. */
    static void addTo(DatasetGraph dataset) {
        SplittableRandom random = new SplittableRandom(5);
        Txn.executeWrite(dataset, () -> {
            for (int i = 0; i < THINGS; i++) {
                Node thing = term("n" + i);
                dataset.add(NAME, thing, term("next"), term("n" + (i + 1) % THINGS));
                dataset.add(NAME, thing, term("link"), term("n" + random.nextInt(THINGS)));
                dataset.add(NAME, thing, term("link"), term("n" + random.nextInt(THINGS)));
                dataset.add(NAME, thing, term("value"), NodeFactoryExtra.intToNode(random.nextInt(100_000)));
                dataset.add(NAME, thing, term("label"), NodeFactory.createLiteralLang("thing number " + i, "en"));
            }
        });
    }

    private static Node term(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }
}
