package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.store.GraphStore;

class PhrasesTest {
    private static final String THING = "technique/technique-3";

    @TempDir
    private Path folder;

    private final GraphStore store = GraphStore.inMemory();
    private final EntityIndex index = new EntityIndex(store, 100, 0);

    @BeforeEach
    void serve() {
        SmallContent content = new SmallContent(folder.resolve("content"));
        content.write("data/entities/asked.ttl", """
                id:technique\\/technique-3 wg:askedAs "baas kijkt mee op het beeldscherm"@nl , "patron regarde mon écran"@fr .
                id:technique\\/technique-4 wg:askedAs "camera hangt boven het hoofd"@nl .
                """);
        ServedIndex.serve(
                store, index, new GraphLoader().load(content.reader().read()).union(), "release");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void findsWhatIsAskedInAPhraseInOtherForms() {
        assertThat(found("mag mijn baas meekijken op mijn beeldscherm als hij kijkt", "nl"))
                .contains(THING);
        assertThat(found("mon patron peut-il regarder mon écran le soir", "en")).contains(THING);
    }

    @Test
    void isNotFoundByOneWordOfAPhrase() {
        assertThat(found("beeldscherm", "nl")).isEmpty();
    }

    @Test
    void doesNotCallAWordUnknownThatAPhraseHas() {
        SearchResult result = search("baas kijkt zilver mee op zijn beeldscherm wajang", "nl");

        assertThat(result.wording().unknown()).contains("wajang").doesNotContain("beeldscherm");
    }

    @Test
    void findsAPhraseByWordsThatSayTheSame() {
        assertThat(found("kan mijn chef meekijken op het scherm", "nl")).contains(THING);
        assertThat(found("mon chef voit-il mon écran", "fr")).contains(THING);
    }

    @Test
    void findsAPhraseByAPartOfAGluedWord() {
        assertThat(found("mijn chef ziet alles wat er op het werkbeeldscherm staat", "nl"))
                .contains(THING);
    }

    @Test
    void takesAWordForItselfWhereNoOtherSaysTheSame() {
        assertThat(SameWords.of("wajang")).isEqualTo("wajang");
        assertThat(SameWords.of("chef")).isEqualTo(SameWords.of("employeur"));
    }

    private List<String> found(String words, String lang) {
        return search(words, lang).hits().stream().map(hit -> hit.thing().id()).toList();
    }

    private SearchResult search(String words, String lang) {
        return index.search(new SearchRequest(words, lang, Map.of(), null, null, null, Sorting.RELEVANCE, 5, null));
    }
}
