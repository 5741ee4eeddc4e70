package org.werkgraaf.assess;

import java.util.stream.Collectors;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;

/** The cases and the norms of the content of this repository. */
final class PackagedScenarios {
    private PackagedScenarios() {}

    static Scenarios load() {
        ContentReader reader = new ContentReader("ontology", "data", "queries", 20_000_000);
        return new Scenarios(
                new GraphLoader().load(reader.read()).union(),
                reader.readExpected().files().stream().collect(Collectors.toMap(ContentFile::path, ContentFile::text)));
    }
}
