package org.werkgraaf.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileParserTest {
    private static final String HEAD =
            "PREFIX : <https://example.org/>\nPREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ":a :label \"Werkgever\"@nl-BE . | @nl-BE | @nl.",
                ":a :label \"bell\\u0007\" . | control character | Delete it",
                ":a :label \"form feed\\f\" . | control character | Delete it",
                ":a :label \"end\\uFFFE\" . | control character | Delete it",
                ":a :label \"half \\uD800\" . | half of a character | Delete it",
                ":a :date \"2022-12-13Z\"^^xsd:date . | 2022-12-13Z has a time zone | \"2022-12-13\".",
                ":a :date \"2022-12-13+01:00\"^^xsd:date . | time zone | \"2022-12-13\".",
                ":a :date \"2022-12Z\"^^xsd:gYearMonth . | time zone | \"2022-12\".",
                ":a :says <<( :b :c :d )>> . | in the place of a thing | passage",
                "@prefix b: <https://example.org/b#> :a :b :c . | no dot at its end | PREFIX",
                ":a :label \"caf\uFFFD\" . | U+FFFD | UTF-8"
            })
    void refusesWhatSomeReadersCannotRead(String line, String reason, String solution) {
        List<LoadProblem> problems = parse((HEAD + line + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).file()).isEqualTo("data/entities/a.ttl");
        assertThat(problems.get(0).line()).isEqualTo(4);
        assertThat(problems.get(0).reason()).contains(reason);
        assertThat(problems.get(0).solution()).contains(solution);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@prefix b: <https://example.org/b#> .\n:a b:c \"d\"@nl .",
                "@prefix b: <https://example.org/b#> # a remark\n .\n:a b:c :d .",
                "@base <https://example.org/b/>.\n:a :b :c .",
                ":a :label \"tab\\t, line\\n, backslash \\\\f and \\\\u0007\" .",
                ":a :label \"😀\", \"\\U0001F600\" .",
                ":a :date \"2022-12-13\"^^xsd:date, \"2022-12\"^^xsd:gYearMonth, \"2022\"^^xsd:gYear .",
                ":a :at \"2022-12-13T10:00:00Z\"^^xsd:dateTime ."
            })
    void takesWhatEverybodyCanRead(String lines) {
        assertThat(parse((HEAD + lines + "\n").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void refusesAFileThatIsNotInUtf8() {
        String text = HEAD + ":a :label \"abc\"@nl .\n:b :label \"employé\"@fr .\n";
        List<LoadProblem> problems = parse(text.getBytes(Charset.forName("windows-1252")));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).line()).isEqualTo(5);
        assertThat(problems.get(0).reason()).contains("E9");
        assertThat(problems.get(0).solution()).contains("UTF-8");
        assertThat(parse(text.getBytes(StandardCharsets.UTF_16)))
                .first()
                .extracting(LoadProblem::line)
                .isEqualTo(1L);
    }

    private static List<LoadProblem> parse(byte[] bytes) {
        return FileParser.parse(new ContentFile("data/entities/a.ttl", bytes), quad -> {});
    }
}
