package org.werkgraaf.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.werkgraaf.Settings;
import org.werkgraaf.web.http.ErrorCode;

/** The documents name what exists, all of it and nothing else. */
class DocsTest {
    /** Written in parts, so that this file does not hold the words. */
    private static final Pattern UNFINISHED =
            Pattern.compile("\\bTO" + "DO\\b|\\bFIX" + "ME\\b|(?i:\\bas an A" + "I\\b)");

    @Test
    void everySettingIsDocumentedWithItsDefault() {
        Map<String, String> documented = new TreeMap<>();
        Document.read("docs/operations.md")
                .text()
                .lines()
                .filter(line -> line.startsWith("| `werkgraaf."))
                .map(line -> line.split("\\|"))
                .forEach(cells -> documented.put(plain(cells[1]), plain(cells[2])));

        assertThat(documented).isEqualTo(settings("werkgraaf", Settings.class));
    }

    @Test
    void everySettingThatADocumentNamesExists() {
        Map<String, String> settings = settings("werkgraaf", Settings.class);

        for (Document document : Document.all()) {
            assertThat(document.find("\\b(werkgraaf(?:\\.[a-z]+)+\\.[a-z][a-z-]*[a-z])\\b"))
                    .as(document.toString())
                    .allMatch(settings::containsKey);
        }
    }

    @Test
    void everyErrorHasAParagraph() {
        Document errors = Document.read("docs/errors.md");

        assertThat(errors.find("(?m)^## (.+)$"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(errors.text())
                    .contains(
                            "## " + code.code() + "\n\nStatus " + code.status().value() + ". ");
        }
    }

    @ParameterizedTest
    @MethodSource("org.werkgraaf.docs.Document#all")
    void everyLinkToAFileFindsIt(Document document) {
        document.links().stream()
                .map(link -> link.replaceFirst("#.*", ""))
                .filter(link -> !link.isEmpty() && !link.startsWith("/") && !link.contains("://"))
                .forEach(link -> assertThat(document.path().resolveSibling(link).normalize())
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("org.werkgraaf.docs.Document#all")
    void everyLinkToAHeadingFindsIt(Document document) {
        document.links().stream()
                .filter(link -> link.startsWith("/about") && link.contains("#"))
                .forEach(link -> {
                    String[] parts = link.split("#");
                    // The text of another language is asked for by a parameter.
                    String path = parts[0].replaceFirst("\\?lang=en$", "");
                    String name = path.equals("/about") ? "about" : path.substring("/about/".length());
                    assertThat(Document.read("docs/" + name + ".md").anchors())
                            .as(link)
                            .contains(parts[1]);
                });
    }

    @Test
    void everyDecisionHasTheSameParts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/adr"))) {
            for (Path file : files.sorted().toList()) {
                Document decision = Document.read(file);
                int number = Integer.parseInt(file.getFileName().toString().substring(0, 4));
                assertThat(decision.text())
                        .as(file.toString())
                        .startsWith("# " + number + ". ")
                        .contains("\n\nStatus: ");
                assertThat(decision.find("(?m)^## (.+)$"))
                        .as(file.toString())
                        .containsExactly("Context", "Decision", "Consequences", "Considered");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"src", "docs", "data", "ontology", "queries"})
    void nothingIsLeftUnfinished(String folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (isText(file) && UNFINISHED.matcher(Files.readString(file)).find()) {
                    found.add(file.toString());
                }
            }
        }

        assertThat(found).isEmpty();
    }

    /** Names and defaults of all settings below a record. */
    private static Map<String, String> settings(String prefix, Class<?> type) {
        Map<String, String> settings = new TreeMap<>();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            String name = prefix + "."
                    + components[i].getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (components[i].getType().isRecord()) {
                settings.putAll(settings(name, components[i].getType()));
            } else {
                settings.put(name, defaultOf(type.getDeclaredConstructors()[0].getParameters()[i]));
            }
        }
        return settings;
    }

    private static String defaultOf(Parameter parameter) {
        return String.join(",", parameter.getAnnotation(DefaultValue.class).value());
    }

    private static String plain(String cell) {
        return cell.replace("`", "").replace("(empty)", "").strip();
    }

    private static boolean isText(Path file) {
        try {
            Files.readString(file);
            return true;
        } catch (MalformedInputException e) {
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
