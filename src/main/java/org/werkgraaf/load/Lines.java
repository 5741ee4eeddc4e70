package org.werkgraaf.load;

import java.util.List;
import org.apache.jena.graph.Node;

/** Finds where in a file something stands, for messages about problems that the parser does not see. */
final class Lines {
    private Lines() {}

    /** The first line that holds the text, counted from one; zero when none does. */
    static long find(ContentFile file, String text) {
        List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1L;
            }
        }
        return 0;
    }

    /** The first line that names the IRI, in full or by its last segment. */
    static long find(ContentFile file, Node iri) {
        if (!iri.isURI()) {
            return 0;
        }
        long full = find(file, iri.getURI());
        String local = iri.getURI().substring(iri.getURI().lastIndexOf('/') + 1);
        return full > 0 ? full : find(file, local);
    }
}
