package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.OpenRelease;

class EntityIndexTest {
    private static final SearchRequest EVERYTHING =
            new SearchRequest("", "nl", Map.of(), null, null, null, Sorting.RELEVANCE, 2, null);

    @TempDir
    private Path folder;

    @Test
    void answersWhatWasAskedBeforeFromTheNextRelease() {
        SmallContent content = new SmallContent(folder.resolve("content"));
        try (GraphStore store = GraphStore.inMemory()) {
            EntityIndex index = new EntityIndex(store, 100, 16);
            ServedIndex.serve(store, index, graph(content), "first");
            SearchResult before = index.search(EVERYTHING);
            assertThat(before.release()).isEqualTo("first");
            assertThat(index.search(EVERYTHING)).as("remembered").isSameAs(before);

            content.techniques("later");
            OpenRelease second = ServedIndex.made(store, index, graph(content), "second");
            assertThat(index.search(EVERYTHING)).as("until the next is served").isSameAs(before);
            store.serve(second);

            SearchResult after = index.search(EVERYTHING);
            assertThat(after.release()).isEqualTo("second");
            assertThat(after.total()).isEqualTo(index.stamp().orElseThrow().total());
        }
    }

    @Test
    void knowsTheValuesOfTheFiltersOfTheServedRelease() throws Exception {
        SmallContent content = new SmallContent(folder.resolve("content"));
        content.write("data/entities/extra.ttl", """
                id:risk\\/extra
                    a wg:Risk ;
                    skos:prefLabel "Meer"@nl , "More"@en , "Plus"@fr ;
                    skos:definition "Meer."@nl , "More."@en .
                """);
        Map<Facet, Set<String>> filters = Map.of(Facet.RISK, Set.of("risk/extra"));
        try (GraphStore store = GraphStore.inMemory()) {
            EntityIndex index = new EntityIndex(store, 100, 16);
            ServedIndex.serve(store, index, graph(content), "first");
            index.check(filters);
            index.check(Map.of(Facet.TECHNIQUE, Set.of("risk/extra")));

            Files.delete(content.root().resolve("data/entities/extra.ttl"));
            store.serve(ServedIndex.made(store, index, graph(content), "second"));

            assertThatThrownBy(() -> index.check(filters))
                    .isInstanceOf(FilterValueException.class)
                    .hasMessageContaining("risk is 'risk/extra'");
        }
    }

    @Test
    void takesWordsForWhoAsksThatTheProfileOfTheirClassSays() throws Exception {
        SmallContent content = new SmallContent(folder.resolve("content"));
        content.write("data/entities/extra.ttl", """
                id:role\\/lampenist
                    a wg:Role ;
                    skos:prefLabel "Lampenist"@nl , "Lamplighter"@en , "Allumeur"@fr .

                id:risk\\/verblinding
                    a wg:Risk ;
                    skos:prefLabel "Verblinding"@nl , "Glare"@en , "Éblouissement"@fr .
                """);
        assertThat(whoAsks(content, "before")).containsExactly("lampenist");

        Path profiles = content.root().resolve("ontology/presentation.ttl");
        Files.writeString(
                profiles,
                Files.readString(profiles).replace("show:whoAsks true ;", "") + "\nwg:Risk show:whoAsks true .\n");
        assertThat(whoAsks(content, "after")).containsExactly("verblinding");
    }

    private List<String> whoAsks(SmallContent content, String name) throws Exception {
        Path index = Files.createDirectory(folder.resolve(name));
        new IndexBuilder(graph(content)).build(name, index);
        try (Generation opened = Generation.open(index, 1)) {
            return opened.read("verblinding van een lampenist", "nl").words().stream()
                    .filter(Question.Word::role)
                    .map(Question.Word::text)
                    .toList();
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
