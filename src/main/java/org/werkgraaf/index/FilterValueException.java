package org.werkgraaf.index;

import java.util.List;

/** A filter has a value that the release does not know, so that "nothing found" would say the wrong thing. */
public final class FilterValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param near values that are written most like it, nearest first */
    FilterValueException(Facet facet, String value, List<String> near) {
        super("The parameter " + facet.parameter() + " is '" + value + "', which this release does not know. "
                + (near.isEmpty() ? "" : "Near it: " + String.join(", ", near) + ". ")
                + "/api/v1/search?size=1&facets=" + facet.parameter() + "&facetSize=500 lists all values.");
    }
}
