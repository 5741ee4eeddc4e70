package org.werkgraaf.dump;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;

/** A small content in a store of its own. */
final class PublishedContent implements AutoCloseable {
    final SmallContent content;
    final GraphStore store = GraphStore.inMemory();
    private final Publisher publisher;

    /** @param time when it is published */
    PublishedContent(Path folder, String time) {
        content = new SmallContent(folder.resolve("content"));
        content.write("data/sources/doubtful-source.trig", doubtful());
        publisher = new Publisher(
                content.reader(),
                store,
                new EntityIndex(store, 100, 0),
                folder.resolve("prepared").toString(),
                Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
        publish();
    }

    void publish() {
        Publication publication = publisher.publish();
        if (publication.refused()) {
            throw new AssertionError(publication.reasons());
        }
    }

    String release() {
        return store.release().orElseThrow().id();
    }

    /** A source that says of one technique that it takes away the stress, which the editors hold to be mistaken. */
    private static String doubtful() {
        return """
                id:source\\/doubtful-source
                    a wg:Source ;
                    dcterms:title "Een bron met een fout"@nl ;
                    skos:prefLabel "Bron met een fout"@nl , "Source with a mistake"@en , "Source avec une erreur"@fr ;
                    wg:verification id:verification\\/recalled .

                id:passage\\/doubtful-source-l1
                    a wg:Passage ;
                    wg:inSource id:source\\/doubtful-source ;
                    wg:line "1" ;
                    wg:claimStatus id:claim-status\\/mistaken ;
                    wg:correctedBy id:passage\\/other-source-l1 ;
                    skos:editorialNote "Dat is niet zo."@nl , "That is not so."@en ;
                    wg:paraphrase "Techniek 2 neemt stress weg."@nl , "Technique 2 takes stress away."@en .

                id:passage\\/doubtful-source-l1 {
                    id:technique\\/technique-2 wg:mitigates id:risk\\/work-stress .
                }
                """;
    }

    @Override
    public void close() {
        store.close();
    }
}
