package org.werkgraaf.web.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferenceTest {
    private static final String HOSTILE = "</script><b>\"A\" & {B}\\input{x}\nER  - %_#";

    @Test
    void keepsHostileNamesWithinTheirField() {
        Reference reference = reference(HOSTILE);
        String bibtex = ReferenceFormat.BIBTEX.write(reference);
        assertThat(bibtex)
                .contains("\\textbackslash{}input\\{x\\}", "\\&", "\\%")
                .doesNotContain("\nER");
        assertThat(ReferenceFormat.RIS.write(reference).lines().filter(line -> line.startsWith("ER  -")))
                .hasSize(1);
        JsonNode csl = JsonMapper.builder().build().readTree(ReferenceFormat.CSL.write(reference));
        assertThat(csl.at("/0/title").asString()).isEqualTo(HOSTILE);
    }

    @Test
    void cannotCloseTheScriptThatItStandsIn() {
        String data = StructuredData.of(reference(HOSTILE), HOSTILE, "http://localhost");
        assertThat(data).doesNotContain("<", ">");
        assertThat(JsonMapper.builder().build().readTree(data).get("name").asString())
                .isEqualTo(HOSTILE);
    }

    @Test
    void givesADescriptionTheDateOfItsRelease() {
        assertThat(ReferenceFormat.BIBTEX.write(reference("Keylogging")))
                .contains("date = {2026-11-22}", "author = {{Werkgraaf}}");
    }

    private static Reference reference(String title) {
        return new Reference(
                "technique/x",
                "Technique",
                "Technique",
                title,
                "en",
                List.of(),
                null,
                null,
                Map.of(),
                null,
                "https://w3id.org/werkgraaf/id/technique/x",
                "2026-11-22-1f3a5c7e",
                "2026-11-22");
    }
}
