package org.werkgraaf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the rooms, and the plan of them in {@code docs/rooms.md}. */
class RoomsTest {
    private static final Path PLAN = Path.of("docs/rooms.md");
    private static final String WEB = "web.";
    private static final ApplicationModules ROOMS = ApplicationModules.of(Werkgraaf.class);
    private static final JavaClasses CLASSES = classes();

    /** Of libraries only the names count, so their classes need not be read. */
    private static JavaClasses classes() {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.werkgraaf");
        });
    }

    @Test
    void everyRoomUsesOnlyTheRoomsThatItMay() {
        ROOMS.verify();
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.lucene.., index",
        "org.dhatim.fastexcel.., table",
        "org.apache.fontbox.., picture",
        "org.apache.jena.rdfpatch.., change",
        "org.apache.jena.shacl.., validate",
        "org.apache.jena.tdb2.., store",
        "org.apache.jena.fuseki.., web.sparql",
        "org.springframework.security.crypto.., account",
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

    /** What makes a cell safe for a spreadsheet is written once. */
    @Test
    void onlyOneRoomWritesCsv() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.werkgraaf.table..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("CSVPrinter")
                .check(CLASSES);
    }

    /** What REST, pages and assistants share must not know by which way it was asked. */
    @ParameterizedTest
    @ValueSource(strings = {"web.ask", "web.text"})
    void noServletComesInto(String room) {
        noClasses()
                .that()
                .resideInAPackage("org.werkgraaf." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void everyRoomNamesTheRoomsThatItMayUse() throws ClassNotFoundException {
        for (ApplicationModule room : (Iterable<ApplicationModule>) ROOMS.stream()::iterator) {
            Package info = Class.forName(room.getBasePackage().getName() + ".package-info")
                    .getPackage();
            org.springframework.modulith.ApplicationModule wall =
                    info.getAnnotation(org.springframework.modulith.ApplicationModule.class);
            assertThat(wall).as(room.getIdentifier().toString()).isNotNull();
            assertThat(wall.allowedDependencies())
                    .as(room.getIdentifier().toString())
                    .doesNotContain(org.springframework.modulith.ApplicationModule.OPEN_TOKEN);
        }
    }

    /** Only there does the compiler look for null where nothing says that it may be. */
    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }

    @Test
    void noTwoTypesHaveTheSameSimpleName() throws IOException {
        Map<String, List<Path>> files = new TreeMap<>();
        for (String folder : List.of("src/main/java", "src/test/java", "src/bench/java")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                        .forEach(
                                file -> files.computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                                        .add(file));
            }
        }
        files.values().removeIf(each -> each.size() == 1);
        assertThat(files).as("types with the same simple name").isEmpty();
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
                "# The rooms\n\nGenerated from the code by `RoomsTest`. An arrow points to the room that is used.\n");
        StringBuilder below = new StringBuilder();
        StringBuilder web = new StringBuilder();
        StringBuilder table = new StringBuilder("\n| room | purpose | uses |\n|---|---|---|\n");
        for (ApplicationModule room : (Iterable<ApplicationModule>) ROOMS.stream()
                .sorted(Comparator.comparing(r -> r.getIdentifier().toString()))::iterator) {
            String name = room.getIdentifier().toString();
            List<String> uses = room.getDirectDependencies(ROOMS)
                    .uniqueModules()
                    .map(other -> other.getIdentifier().toString())
                    .distinct()
                    .sorted()
                    .toList();
            for (String other : uses) {
                if (!name.startsWith(WEB)) {
                    below.append(arrow(name, other));
                } else if (other.startsWith(WEB)) {
                    web.append(arrow(name.substring(WEB.length()), other.substring(WEB.length())));
                }
            }
            Path info =
                    Path.of("src/main/java", room.getBasePackage().getName().replace('.', '/'), "package-info.java");
            String purpose = Files.readAllLines(info).get(0).replaceAll("^/\\*\\* | \\*/$", "");
            table.append("| `%s` | %s | %s |\n".formatted(name, purpose, String.join(", ", uses)));
        }
        return text.append(drawing("Below HTTP", below))
                .append(drawing("Inside `web`", web))
                .append("\n## All\n")
                .append(table)
                .toString();
    }

    private static String arrow(String from, String to) {
        return "  " + from + " --> " + to + "\n";
    }

    private static String drawing(String heading, CharSequence arrows) {
        return "\n## " + heading + "\n\n```mermaid\nflowchart LR\n" + arrows + "```\n";
    }
}
