package org.werkgraaf.follow;

import java.io.IOException;
import java.io.InputStream;

/** Where bundles lie. */
interface BundleSource {
    /**
     * Opens a file there from its beginning.
     *
     * @param name of a file beside the list, without a path
     * @throws IOException when it cannot be read; the message says why
     */
    InputStream open(String name) throws IOException;
}
