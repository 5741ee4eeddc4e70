package org.werkgraaf.addresses;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(cells -> new Address(cells[0], Integer.parseInt(cells[1]), cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
