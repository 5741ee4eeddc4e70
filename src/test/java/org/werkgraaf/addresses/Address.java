package org.werkgraaf.addresses;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.werkgraaf.Tsv;

/**
 * An address that somebody may have kept, and what it promises.
 *
 * @param path path and query, percent-encoded
 * @param status HTTP status of the answer
 * @param type media type that is asked for and answered, without parameters
 */
record Address(String path, int status, String type) {
    /** A sample of all that the service answers: pages, data, feeds, citations, queries, mistakes. */
    static List<Address> sample() {
        try (InputStream in = Address.class.getResourceAsStream("/addresses/addresses.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return Tsv.rows(lines).stream()
                    .skip(1)
                    .map(cells -> new Address(cells.get(0), Integer.parseInt(cells.get(1)), cells.get(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
