package org.werkgraaf.web.quote;

import static org.assertj.core.api.Assertions.assertThat;

import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLDate;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLType;
import de.undercouch.citeproc.ris.RISConverter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferenceTest {
    private static final String HOSTILE = "</script><b>\"A\" & {B}\\input{x}\nER  - %_#";

    private static final Reference DECISION = new Reference(
            "case/x",
            "Case",
            "CreativeWork",
            "Case",
            "Garante: the app for riders, 50% & more (2023)",
            "en",
            List.of("Data Protection Authority", "Court of Appeal"),
            null,
            "2023-12-27",
            Map.of("case number", "SAN-2023-021"),
            "https://example.org/decision",
            "https://w3id.org/werkgraaf/id/case/x",
            "2026-11-22-1f3a5c7e",
            "2026-11-22");

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

    /** Citeproc reads all three formats into one model; what we write comes out as it went in. */
    @ParameterizedTest
    @EnumSource(ReferenceFormat.class)
    void isReadByReferenceManagers(ReferenceFormat format) throws Exception {
        CSLItemData item = read(format, format.write(DECISION));

        assertThat(item.getTitle()).isEqualTo("Garante: the app for riders, 50% & more (2023)");
        assertThat(item.getURL()).isEqualTo("https://w3id.org/werkgraaf/id/case/x");
        assertThat(year(item.getIssued())).isEqualTo("2023");
        assertThat(item.getNote()).contains("case number SAN-2023-021", "Werkgraaf release 2026-11-22-1f3a5c7e");
        if (format == ReferenceFormat.CSL) {
            assertThat(item.getType()).isEqualTo(CSLType.LEGAL_CASE);
            assertThat(item.getAuthority()).isEqualTo("Data Protection Authority, Court of Appeal");
        } else {
            assertThat(item.getAuthor())
                    .extracting(ReferenceTest::name)
                    .containsExactly("Data Protection Authority", "Court of Appeal");
        }
    }

    private static CSLItemData read(ReferenceFormat format, String text) throws Exception {
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return switch (format) {
            case CSL ->
                CSLItemData.fromJson(
                        JsonMapper.builder().build().readValue(text, List.class).get(0) instanceof Map<?, ?> map
                                ? strings(map)
                                : Map.of());
            case BIBTEX -> {
                BibTeXConverter converter = new BibTeXConverter();
                yield converter
                        .toItemData(converter.loadDatabase(in))
                        .values()
                        .iterator()
                        .next();
            }
            case RIS -> {
                RISConverter converter = new RISConverter();
                yield converter
                        .toItemData(converter.loadLibrary(in))
                        .values()
                        .iterator()
                        .next();
            }
        };
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        Map<String, Object> strings = new LinkedHashMap<>();
        map.forEach((key, value) -> strings.put(key.toString(), value));
        return strings;
    }

    /** Of RIS it keeps the date as it is written. */
    private static String year(CSLDate date) {
        return date.getDateParts() == null ? date.getRaw().substring(0, 4) : String.valueOf(date.getDateParts()[0][0]);
    }

    /** Of RIS it takes names apart as those of persons. */
    private static String name(CSLName name) {
        return name.getLiteral() != null
                ? name.getLiteral()
                : Stream.of(
                                name.getGiven(),
                                name.getNonDroppingParticle(),
                                name.getDroppingParticle(),
                                name.getFamily())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }

    private static Reference reference(String title) {
        return new Reference(
                "technique/x",
                "Technique",
                null,
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
