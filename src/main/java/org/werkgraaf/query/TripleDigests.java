package org.werkgraaf.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.store.Sha256;

/**
 * A set of triples of which only half a SHA-256 each is kept: some 43 bytes, however long the triple is. That two triples of a query
 * have the same sixteen bytes does not happen.
 */
final class TripleDigests {
    private static final int START = 1 << 10;

    private final Meter meter;
    private final MessageDigest sha = Sha256.begin();
    /** Two numbers for each place; a place with two noughts is free. */
    private long[] places = new long[2 * START];

    private int size;

    TripleDigests(Meter meter) {
        this.meter = meter;
    }

    int size() {
        return size;
    }

    boolean contains(Triple triple) {
        ByteBuffer digest = digest(triple);
        long first = digest.getLong();
        long second = digest.getLong();
        int at = place(first, second);
        return places[at] == first && places[at + 1] == second;
    }

    /** Adds a triple, and says whether it was not there. */
    boolean add(Triple triple) {
        ByteBuffer digest = digest(triple);
        long first = digest.getLong();
        long second = digest.getLong();
        int at = place(first, second);
        if (places[at] == first && places[at + 1] == second) {
            return false;
        }
        places[at] = first;
        places[at + 1] = second;
        size++;
        if (size > places.length / 2 * 3 / 4) {
            grow();
        }
        return true;
    }

    private ByteBuffer digest(Triple triple) {
        add(triple.getSubject());
        add(triple.getPredicate());
        add(triple.getObject());
        return ByteBuffer.wrap(sha.digest());
    }

    /** What a term consists of, each part with its length before it, so that no two terms are the same bytes. */
    private void add(Node term) {
        if (term.isLiteral()) {
            add('l', term.getLiteralLexicalForm());
            add('d', term.getLiteralDatatypeURI());
            add('t', term.getLiteralLanguage());
        } else {
            add(term.isURI() ? 'u' : 'b', term.isURI() ? term.getURI() : term.toString());
        }
    }

    private void add(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((byte) kind);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        sha.update(bytes);
    }

    /** Where a digest is, or the free place for it. */
    private int place(long first, long second) {
        int at = (int) ((first & Long.MAX_VALUE) % (places.length / 2)) * 2;
        while ((places[at] != 0 || places[at + 1] != 0) && (places[at] != first || places[at + 1] != second)) {
            at = (at + 2) % places.length;
        }
        return at;
    }

    private void grow() {
        long[] before = places;
        // While they are copied both are there.
        meter.keep(2L * Long.BYTES * before.length);
        places = new long[2 * before.length];
        for (int from = 0; from < before.length; from += 2) {
            if (before[from] != 0 || before[from + 1] != 0) {
                int at = place(before[from], before[from + 1]);
                places[at] = before[from];
                places[at + 1] = before[from + 1];
            }
        }
        meter.release((long) Long.BYTES * before.length);
    }
}
