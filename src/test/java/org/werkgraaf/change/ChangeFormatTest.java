package org.werkgraaf.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeFormatTest {
    private static final String TEXT = """
            H id <urn:werkgraaf:change:2026-11-30-0a1b2c3d> .
            H author "A. Curator" .
            H time "2026-11-30T10:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
            H reason "The judgment says \\"20\\" December" .
            H answers "proposal/7" .
            TX .
            D <https://w3id.org/werkgraaf/id/case/a> <https://w3id.org/werkgraaf/ontology#decidedOn> "2023-12-27"^^<http://www.w3.org/2001/XMLSchema#date> <https://w3id.org/werkgraaf/id/passage/a-p1> .
            A <https://w3id.org/werkgraaf/id/case/a> <http://www.w3.org/2004/02/skos/core#altLabel> "één\\ntwee"@nl .
            TC .
            """;

    @Test
    void aChangeIsReadAndWrittenTheSame() {
        ChangeSet change = ChangeFormat.read(TEXT);
        assertThat(change.author()).isEqualTo("A. Curator");
        assertThat(change.time()).isEqualTo(Instant.parse("2026-11-30T10:00:00Z"));
        assertThat(change.reason()).isEqualTo("The judgment says \"20\" December");
        assertThat(change.answers()).isEqualTo("proposal/7");
        assertThat(change.removed()).hasSize(1);
        assertThat(change.added().get(0).getObject().getLiteralLexicalForm()).isEqualTo("één\ntwee");
        assertThat(ChangeFormat.write(change)).isEqualTo(TEXT);
    }

    @Test
    void whoGivesAChangeDoesNotSayThatItTakesAnotherBack() {
        ChangeSet given = ChangeFormat.read("H reverts \"2020-01-01-deadbeef\" .\n" + TEXT);
        assertThat(given.reverts()).isEqualTo("2020-01-01-deadbeef");
        assertThat(given.by("", "", "").reverts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TX . TC .|has no statement",
                "nonsense|not RDF Patch",
                "A _:b <urn:p> <urn:o> .|without an IRI",
                "A <urn:s> <urn:p> <urn:o> . D <urn:s> <urn:p> <urn:o> .|both removed and added",
                "TX . A <urn:s> <urn:p> <urn:o> . TA .|takes all of it back",
                "TX . A <urn:s> <urn:p> <urn:o> .|no TC",
                "H time \"yesterday\" . A <urn:s> <urn:p> <urn:o> .|time 'yesterday'",
                "A <urn:s> <urn:p> \"open .|not RDF Patch"
            })
    void whatIsNoChangeIsRefusedAndSaidWhy(String text, String why) {
        assertThatThrownBy(() -> ChangeFormat.read(text.replace(" . ", " .\n")))
                .isInstanceOf(ChangeException.class)
                .hasMessageContaining(why);
    }
}
