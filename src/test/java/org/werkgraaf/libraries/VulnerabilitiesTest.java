package org.werkgraaf.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The libraries that the service runs with have no known vulnerability that is neither mended nor explained. */
class VulnerabilitiesTest {
    private static final Path EXCEPTIONS = Path.of("src/test/resources/libraries/exceptions.tsv");
    private static final Path REPORT = Path.of("target/vulnerabilities.txt");
    private static final Advisory FOUND = new Advisory(
            "GHSA-0000-0000-0000", "", "org.example:parser", "1.2.0", "1.2.3", "HIGH", "2026-01-01", "example");

    @Test
    void noneIsOpen() throws Exception {
        List<Archive> libraries = Archive.runtime();
        assertThat(libraries).hasSizeGreaterThan(50).extracting(Archive::name).contains("org.apache.jena:jena-arq");
        VulnerabilityReport report = VulnerabilityReport.of(
                libraries, Advisories.read(Advisories.KEPT), exceptions(), LocalDate.now(ZoneOffset.UTC));
        Files.writeString(REPORT, report.text());
        System.out.println(report.text());

        assertThat(report.open())
                .as("raise the version in pom.xml, or give a reason in " + EXCEPTIONS)
                .isEmpty();
        assertThat(report.needless())
                .as("lines of " + EXCEPTIONS + " to take out")
                .isEmpty();
        assertThat(report.unknown())
                .as("libraries to look up; CONTRIBUTING.md says how")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.1.9,false", "1.2.0,true", "1.2.2,true", "1.2.3-RC1,true", "1.2.3,false", "1.10.0,false"})
    void aRangeHoldsItsFirstVersionAndNotTheOneThatMendsIt(String version, boolean affected) {
        assertThat(FOUND.affects(new Archive("org.example:parser", version))).isEqualTo(affected);
        assertThat(FOUND.affects(new Archive("org.example:other", version))).isFalse();
    }

    @Test
    void oneThatIsNotExplainedIsOpen() {
        VulnerabilityReport report = report(Map.of(), "2026-02-01");
        assertThat(report.open()).singleElement().asString().contains("GHSA-0000-0000-0000", "fixed in 1.2.3");
        assertThat(report.unknown()).containsExactly("org.example:new");
        assertThat(report.text()).contains("1 open", "as known on 2026-01-15").doesNotContain("WARNING");
    }

    @Test
    void oneThatIsExplainedIsToldWithTheReason() {
        VulnerabilityReport report = report(
                Map.of(
                        "GHSA-0000-0000-0000 org.example:parser",
                        "It is not called.",
                        "GHSA-1 org.example:gone",
                        "Old."),
                "2026-02-01");
        assertThat(report.open()).isEmpty();
        assertThat(report.text()).contains("accepted: It is not called.");
        assertThat(report.needless()).containsExactly("GHSA-1 org.example:gone");
    }

    @Test
    void saysWhenTheFactsAreOld() {
        assertThat(report(Map.of(), "2026-07-15").text()).doesNotContain("WARNING");
        assertThat(report(Map.of(), "2026-07-16").text()).contains("WARNING: that is more than 6 months ago");
    }

    private static VulnerabilityReport report(Map<String, String> exceptions, String today) {
        Advisories advisories = new Advisories(
                LocalDate.parse("2026-01-15"), List.of(), List.of(FOUND), java.util.Set.of("org.example:parser"));
        return VulnerabilityReport.of(
                List.of(new Archive("org.example:parser", "1.2.1"), new Archive("org.example:new", "1")),
                advisories,
                exceptions,
                LocalDate.parse(today));
    }

    private static Map<String, String> exceptions() throws Exception {
        Map<String, String> exceptions = new TreeMap<>();
        Files.readAllLines(EXCEPTIONS).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .forEach(cells -> {
                    assertThat(cells).as(cells[0]).hasSize(3);
                    exceptions.put(cells[0] + " " + cells[1], cells[2]);
                });
        return exceptions;
    }
}
