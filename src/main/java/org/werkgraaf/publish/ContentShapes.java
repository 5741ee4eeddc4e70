package org.werkgraaf.publish;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.load.GraphLoader;

/** The shapes of some content; parsed when first asked for, since most requests never do. */
public final class ContentShapes {
    private final List<ContentFile> files;
    private @Nullable Graph parsed;

    private ContentShapes(List<ContentFile> files) {
        this.files = files;
    }

    static ContentShapes of(Content content) {
        return new ContentShapes(content.in("ontology/shapes", ".ttl"));
    }

    /** No shapes: nothing was read yet. */
    static ContentShapes none() {
        return new ContentShapes(List.of());
    }

    /** All shapes in one graph, not to be changed. */
    public synchronized Graph graph() {
        if (parsed == null) {
            parsed = GraphLoader.parse(files);
        }
        return parsed;
    }
}
