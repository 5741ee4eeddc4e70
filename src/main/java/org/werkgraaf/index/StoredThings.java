package org.werkgraaf.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.json.JsonMapper;

/** The entities that stand in the documents of an index, by number and by id. */
final class StoredThings {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** About 16 MB; all of the packaged content. */
    private static final int THINGS_KEPT = 4_000;

    private final IndexSearcher searcher;
    private final Cache<Integer, Thing> things =
            Caffeine.newBuilder().maximumSize(THINGS_KEPT).build();

    StoredThings(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** The document of an entity; empty when it has none. */
    OptionalInt document(String id) throws IOException {
        TopDocs found = searcher.search(new TermQuery(new Term(Fields.ID, id)), 1);
        return found.scoreDocs.length == 0 ? OptionalInt.empty() : OptionalInt.of(found.scoreDocs[0].doc);
    }

    /** The entity in a document. */
    Thing thing(int document) throws IOException {
        Thing known = things.getIfPresent(document);
        if (known == null) {
            BytesRef stored = searcher.storedFields()
                    .document(document, Set.of(Fields.THING))
                    .getBinaryValue(Fields.THING);
            known = JSON.readValue(stored.bytes, stored.offset, stored.length, Thing.class);
            things.put(document, known);
        }
        return known;
    }

    /** The entity of that id. */
    Optional<Thing> find(String id) throws IOException {
        OptionalInt document = document(id);
        return document.isEmpty() ? Optional.empty() : Optional.of(thing(document.getAsInt()));
    }

    /** The digest that a document had of its entity when it was written. */
    byte[] digest(int document) throws IOException {
        BytesRef digest = searcher.storedFields()
                .document(document, Set.of(Fields.DIGEST))
                .getBinaryValue(Fields.DIGEST);
        return Arrays.copyOfRange(digest.bytes, digest.offset, digest.offset + digest.length);
    }

    /** The digest of what the graph held of each entity, by id. */
    Map<String, String> contents() throws IOException {
        Map<String, String> contents = new HashMap<>();
        SortedDocValues ids = MultiDocValues.getSortedValues(searcher.getIndexReader(), Fields.ID);
        BinaryDocValues digests = MultiDocValues.getBinaryValues(searcher.getIndexReader(), Fields.CONTENT);
        while (ids != null && ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (digests.advanceExact(ids.docID())) {
                contents.put(
                        ids.lookupOrd(ids.ordValue()).utf8ToString(),
                        digests.binaryValue().utf8ToString());
            }
        }
        return contents;
    }
}
