package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;

class EntityIndexTest {
    private static final SearchRequest EVERYTHING =
            new SearchRequest("", "nl", Map.of(), null, null, null, Sorting.RELEVANCE, 2, null);

    @TempDir
    private Path folder;

    @Test
    void answersWhatWasAskedBeforeFromTheNextRelease() throws Exception {
        SmallContent content = new SmallContent(folder.resolve("content"));
        try (EntityIndex index = new EntityIndex(folder.resolve("index"), 100, 16)) {
            index.prepare(graph(content), "first");
            index.activate("first", Instant.EPOCH);
            SearchResult before = index.search(EVERYTHING);
            assertThat(before.release()).isEqualTo("first");
            assertThat(index.search(EVERYTHING)).as("remembered").isSameAs(before);

            content.techniques("later");
            index.prepare(graph(content), "second");
            assertThat(index.search(EVERYTHING)).as("until it is active").isSameAs(before);
            index.prepare(graph(content), "third");
            index.activate("third", Instant.EPOCH);

            SearchResult after = index.search(EVERYTHING);
            assertThat(after.release()).isEqualTo("third");
            assertThat(after.total()).isEqualTo(index.stamp().orElseThrow().total());
            try (Stream<Path> folders = Files.list(folder.resolve("index"))) {
                assertThat(folders.filter(Files::isDirectory)
                                .map(each -> each.getFileName().toString()))
                        .containsExactly("third");
            }
        }
    }

    private static Graph graph(SmallContent content) {
        Path root = content.root();
        return new GraphLoader()
                .load(new ContentReader(
                                root.resolve("ontology").toString(),
                                root.resolve("data").toString(),
                                root.resolve("queries").toString(),
                                1_000_000)
                        .read())
                .union();
    }
}
