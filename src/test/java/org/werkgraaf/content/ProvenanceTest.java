package org.werkgraaf.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.Wg;

/** Every statement has a place, and a reader can find that place in the source as it was published. */
class ProvenanceTest {
    /** The only long document; it has pages and numbered sections. */
    private static final String REPORT = "werken-op-waarde-geschat";

    private static final Set<String> SHORT_DOCUMENTS =
            Set.of("de-onzichtbare-manager", "het-algoritme-de-baas", "eu-osha-aiwb", "rathenau-bijdrage-2021");
    private static final int CLAIMS_MIN = 8_000;
    private static final int PASSAGES_MIN = 1_500;

    private static Library library;

    @BeforeAll
    static void read() {
        library = Library.read();
    }

    @Test
    void hasAPassageForEveryClaim() {
        List<Node> claims = library.subjects(Wg.CLAIM);
        assertThat(claims.size()).isGreaterThan(CLAIMS_MIN);
        assertThat(claims.stream()
                        .filter(claim -> library.values(claim, Wg.HAS_PASSAGE).stream()
                                .noneMatch(passage -> library.isA(passage, Wg.PASSAGE))))
                .isEmpty();
    }

    @Test
    void hasASourceForEveryPassage() {
        assertThat(library.passages().size()).isGreaterThan(PASSAGES_MIN);
        assertThat(library.passages().stream()
                        .filter(passage -> library.values(passage.node(), Wg.IN_SOURCE).stream()
                                        .filter(source -> library.isA(source, Wg.SOURCE))
                                        .count()
                                != 1))
                .isEmpty();
    }

    @Test
    void saysEveryPassageInDutchAndEnglish() {
        assertThat(library.passages().stream()
                        .filter(passage -> !library.languages(passage.node(), Wg.PARAPHRASE)
                                .containsAll(Set.of("nl", "en"))))
                .isEmpty();
    }

    @Test
    void givesSectionPageAndLineInTheReport() {
        assertThat(library.passages(REPORT).stream()
                        .filter(passage -> !Stream.of(Wg.SECTION, Wg.PAGE, Wg.LINE)
                                .allMatch(property -> library.has(passage.node(), property))))
                .isEmpty();
    }

    @Test
    void givesSectionOrParagraphAndLineInTheShortDocuments() {
        assertThat(SHORT_DOCUMENTS.stream()
                        .flatMap(document -> library.passages(document).stream())
                        .filter(passage -> !library.has(passage.node(), Wg.LINE) || !hasLocator(passage)))
                .isEmpty();
    }

    @Test
    void givesALocatorInEveryOtherSource() {
        assertThat(library.passages().stream().filter(passage -> !hasLocator(passage)))
                .isEmpty();
    }

    private static boolean hasLocator(Library.Passage passage) {
        return Stream.of(Wg.SECTION, Wg.PAGE, Wg.PARAGRAPH).anyMatch(property -> library.has(passage.node(), property));
    }
}
