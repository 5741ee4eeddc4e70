package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.junit.jupiter.api.Test;

/** One row per thing, with each text in one language. */
class RowsPerThingTest {
    private static final Node THING = NodeFactory.createURI("https://example.org/thing");
    private static final Node DUTCH = NodeFactory.createLiteralLang("Kop", "nl");
    private static final Node ENGLISH = NodeFactory.createLiteralLang("Heading", "en");
    private static final Node FRENCH = NodeFactory.createLiteralLang("Titre", "fr");
    private static final Node PLAIN = NodeFactory.createLiteralString("12");

    private static final Node OTHER = NodeFactory.createLiteralString("14");

    @Test
    void keepsTheTextInTheReadersLanguageOrTheNearest() {
        assertThat(headings("fr", ENGLISH, FRENCH, DUTCH)).containsExactly(FRENCH);
        assertThat(headings("nl", ENGLISH, FRENCH)).containsExactly(ENGLISH);
        assertThat(headings("fr", DUTCH, PLAIN, ENGLISH)).containsExactly(PLAIN, ENGLISH);
    }

    @Test
    void keepsAllThatHasNoLanguage() {
        Node other = NodeFactory.createLiteralString("13");
        assertThat(headings("fr", PLAIN, other)).containsExactly(PLAIN, other);
    }

    @Test
    void putsTogetherWhatIsAlikeInAllColumnsOfTheKey() {
        List<Binding> found = List.of(row(THING, DUTCH, PLAIN), row(THING, DUTCH, OTHER), row(THING, FRENCH, PLAIN));
        RowsPerThing rows =
                RowsPerThing.of(found, List.of("thing", "heading"), List.of("thing", "heading", "page"), "nl");
        assertThat(rows.rows()).containsExactly(found.get(0), found.get(2));
        assertThat(rows.more()).containsExactly(Map.of("page", List.of(OTHER)), Map.of());
    }

    private static Binding row(Node thing, Node heading, Node page) {
        return BindingFactory.binding(
                Var.alloc("thing"), thing, Var.alloc("heading"), heading, Var.alloc("page"), page);
    }

    private static List<Node> headings(String lang, Node... values) {
        List<Binding> found = List.of(values).stream()
                .map(value -> BindingFactory.binding(Var.alloc("thing"), THING, Var.alloc("heading"), value))
                .toList();
        RowsPerThing rows = RowsPerThing.of(found, List.of("thing"), List.of("thing", "heading"), lang);
        assertThat(rows.rows()).hasSize(1);
        List<Node> headings = new ArrayList<>();
        headings.add(rows.rows().get(0).get("heading"));
        headings.addAll(rows.more().get(0).getOrDefault("heading", List.of()));
        return headings;
    }
}
