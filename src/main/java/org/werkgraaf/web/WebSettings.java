package org.werkgraaf.web;

import java.util.function.Supplier;

/**
 * What HTTP needs of the settings.
 *
 * @param base tells the address under which visitors reach the service, without a slash at the end
 * @param wordsLengthMax longest question, in characters
 * @param filtersMax most filter values in one search
 * @param sizeMax most hits on a page
 * @param adminToken secret for publishing; empty switches it off
 */
public record WebSettings(Supplier<String> base, int wordsLengthMax, int filtersMax, int sizeMax, String adminToken) {
    /** The address under which visitors reach the service, without a slash at the end; final once the service listens. */
    public String baseUrl() {
        return base.get();
    }
}
