package org.werkgraaf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the rooms, and the plan of them in {@code docs/rooms.md}. */
class RoomsTest {
    private static final Path PLAN = Path.of("docs/rooms.md");
    private static final ApplicationModules ROOMS = ApplicationModules.of(Werkgraaf.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.werkgraaf");

    @Test
    void everyRoomUsesOnlyTheRoomsThatItMay() {
        ROOMS.verify();
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.lucene.., index",
        "org.apache.jena.shacl.., validate",
        "org.apache.jena.tdb2.., store",
        "org.apache.jena.fuseki.., web",
        "org.springframework.web.., web",
        "org.thymeleaf.., web"
    })
    void onlyOneRoomImports(String library, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.werkgraaf." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void everyRoomSaysItsPurposeInOneSentence() throws IOException {
        for (ApplicationModule room : (Iterable<ApplicationModule>) ROOMS.stream()::iterator) {
            Path info =
                    Path.of("src/main/java", room.getBasePackage().getName().replace('.', '/'), "package-info.java");
            assertThat(Files.readAllLines(info).get(0)).matches("/\\*\\* [A-Z].*\\. \\*/");
        }
    }

    @Test
    void thePlanOfTheRoomsIsFresh() throws IOException {
        String plan = plan();
        if (Boolean.getBoolean("werkgraaf.rooms.write") || !Files.exists(PLAN)) {
            Files.writeString(PLAN, plan);
        }
        assertThat(Files.readString(PLAN))
                .as("run mvn test -Dtest=RoomsTest -Dwerkgraaf.rooms.write=true to write the plan anew")
                .isEqualTo(plan);
    }

    private static String plan() throws IOException {
        StringBuilder text = new StringBuilder(
                "# The rooms\n\nGenerated from the code by `RoomsTest`. An arrow points to the room that is used.\n\n```mermaid\nflowchart LR\n");
        StringBuilder table = new StringBuilder("\n| room | purpose | uses |\n|---|---|---|\n");
        for (ApplicationModule room : (Iterable<ApplicationModule>) ROOMS.stream()
                .sorted(java.util.Comparator.comparing(r -> r.getIdentifier().toString()))::iterator) {
            String name = room.getIdentifier().toString().toLowerCase(Locale.ROOT);
            String uses = room.getDirectDependencies(ROOMS)
                    .uniqueModules()
                    .map(other -> other.getIdentifier().toString())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            for (String other : uses.isEmpty() ? new String[0] : uses.split(", ")) {
                text.append("  ").append(name).append(" --> ").append(other).append('\n');
            }
            Path info =
                    Path.of("src/main/java", room.getBasePackage().getName().replace('.', '/'), "package-info.java");
            String purpose = Files.readAllLines(info).get(0).replaceAll("^/\\*\\* | \\*/$", "");
            table.append("| `")
                    .append(name)
                    .append("` | ")
                    .append(purpose)
                    .append(" | ")
                    .append(uses)
                    .append(" |\n");
        }
        return text.append("```\n").append(table).toString();
    }
}
