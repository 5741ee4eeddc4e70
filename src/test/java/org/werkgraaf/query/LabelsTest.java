package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.ThingId;

class LabelsTest {
    private static final ThingId PASSAGE = new ThingId("passage", "judgment-p4");

    private final DatasetGraph dataset = RDFParser.fromString("""
            PREFIX id: <https://w3id.org/werkgraaf/id/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>

            id:source\\/judgment skos:prefLabel "Judgment"@en , "Vonnis"@nl .
            id:passage\\/judgment-p4 wg:inSource id:source\\/judgment ; wg:page "4" ;
                wg:section "Decision"@en , "Beslissing"@nl , "Aanhef"@nl .
            """, Lang.TURTLE).toDatasetGraph();

    @Test
    void saysWhereAPassageStandsInOneLanguage() {
        assertThat(label("nl")).isEqualTo("Vonnis, 4, Aanhef, Beslissing");
        assertThat(label("en")).isEqualTo("Judgment, 4, Decision");
    }

    @Test
    void takesEnglishForALanguageThatIsNotThere() {
        assertThat(label("fr")).isEqualTo("Judgment, 4, Decision");
    }

    private String label(String lang) {
        return new Labels(dataset, lang).of(PASSAGE.node()).orElseThrow();
    }
}
