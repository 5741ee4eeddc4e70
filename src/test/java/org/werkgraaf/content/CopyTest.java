package org.werkgraaf.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.Wg;

/**
 * No text of ours shares a run of words with the main documents, names and titles excepted. The documents are not part
 * of the repository: {@code -Dwerkgraaf.seeds=<folder>} says where their texts are.
 */
class CopyTest {
    private static final int WORDS = 8;
    private static final Set<Node> TITLES = Set.of(DCTerms.title.asNode(), DCTerms.publisher.asNode(), Wg.SECTION);
    private static final Set<Node> NAMES = Set.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());
    private static final Set<Node> NAMED =
            Set.of(Wg.INSTRUMENT, Wg.SOURCE, Wg.CASE, Wg.ORGANISATION, Wg.AUTHORITY, term("Person"));

    private static Library library;
    private static WordRuns documents;
    private static String longest;

    @BeforeAll
    static void read() throws IOException {
        Path folder = Path.of(System.getProperty("werkgraaf.seeds", "../shared/seeds"));
        assumeThat(folder)
                .as("the texts of the main documents are not here; set werkgraaf.seeds to their folder")
                .isDirectory();
        library = Library.read();
        documents = new WordRuns(WORDS);
        List<Path> files = files(folder, ".txt");
        assertThat(files).hasSize(5);
        longest = "";
        for (Path file : files) {
            String text = Files.readString(file);
            documents.addPrinted(text);
            longest = text.length() > longest.length() ? text : longest;
        }
        documents.removeAll(library.graph().stream()
                .filter(CopyTest::isTitle)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .toList());
    }

    @Test
    void findsWordsWhateverTheirCaseAndPunctuation() {
        int middle = longest.length() / 2;
        String part = longest.substring(middle, middle + 1_000).toUpperCase(Locale.ROOT);

        assertThat(documents.sharedWith(part.replace(" ", " – "))).isNotEmpty();
    }

    @Test
    void sharesNoRunOfWordsWithTheContent() {
        assertThat(library.graph().stream()
                        .filter(triple -> triple.getObject().isLiteral() && !isTitle(triple))
                        .filter(triple -> !documents
                                .sharedWith(triple.getObject().getLiteralLexicalForm())
                                .isEmpty())
                        .map(triple -> triple.getSubject() + " " + triple.getPredicate() + " "
                                + documents.sharedWith(triple.getObject().getLiteralLexicalForm())))
                .isEmpty();
    }

    @Test
    void sharesNoRunOfWordsWithTheDocs() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path root : List.of(Path.of("docs"), Path.of("data"))) {
            for (Path file : files(root, ".md")) {
                // What stands in quotation marks in the docs is a title, which must not run on into our words; an
                // address is no text.
                List<String> shared = Stream.of(Files.readString(file).split("\"|https?://\\S+", -1))
                        .flatMap(part -> documents.sharedWith(part).stream())
                        .toList();
                if (!shared.isEmpty()) {
                    found.add(file + " " + shared);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** A title, a heading or publisher of a source, or the name of an act, case, publication, person or organisation. */
    private static boolean isTitle(Triple triple) {
        return TITLES.contains(triple.getPredicate())
                || NAMES.contains(triple.getPredicate())
                        && NAMED.stream().anyMatch(type -> library.isA(triple.getSubject(), type));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Wg.NS + name);
    }
}
