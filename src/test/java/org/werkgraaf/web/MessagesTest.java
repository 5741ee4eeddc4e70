package org.werkgraaf.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.http.ErrorCode;

/** The texts of the interface against the templates and classes that use them. */
class MessagesTest {
    /** What classes and chapters are called stands in ontology/presentation.ttl. */
    private static final Set<String> OF_THE_CONTENT = Set.of("type.", "types.", "chapter.");

    private static final String BASE = "messages.properties";
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern WHOLE =
            Pattern.compile("#\\{([\\w.-]+)|(?:msg|message|msgOrNull|getMessage)\\(\\s*'([\\w.-]+)'\\s*[,)]"
                    + "|(?:numbered|message)\\(\\s*\"([\\w.-]+)\"(?!\\s*\\+)");
    private static final Pattern PREFIX = Pattern.compile(
            "(?:msg|message|msgOrNull)\\(\\s*'([\\w.-]+\\.)'\\s*\\+|(?:getMessage|message)\\(\\s*\"([\\w.-]+\\.)\"\\s*\\+");

    @Test
    void everyLanguageHasEveryText() throws IOException {
        Properties dutch = read(BASE);
        for (String other : Languages.ALL) {
            assertThat(new TreeSet<>(read(file(other)).stringPropertyNames()))
                    .as(other)
                    .isEqualTo(new TreeSet<>(dutch.stringPropertyNames()));
        }
    }

    @Test
    void noTextIsEmptyOrLeftInDutch() throws IOException {
        Properties dutch = read(BASE);
        for (String lang : Languages.ALL) {
            Properties other = read(file(lang));
            for (String key : dutch.stringPropertyNames()) {
                assertThat(other.getProperty(key)).as(key).isNotBlank();
                if (dutch.getProperty(key).length() > 40 && !file(lang).equals(BASE)) {
                    assertThat(other.getProperty(key)).as(key).isNotEqualTo(dutch.getProperty(key));
                }
            }
        }
    }

    @Test
    void onlyOneLanguageHasNoFileOfItsOwn() {
        assertThat(Languages.ALL.stream().filter(lang -> file(lang).equals(BASE)))
                .containsExactly(Languages.FIRST);
    }

    private static String file(String lang) {
        String own = "messages_" + lang + ".properties";
        return Files.exists(RESOURCES.resolve(own)) ? own : BASE;
    }

    @Test
    void everyTextThatIsUsedExists() throws IOException {
        Set<String> keys = read(BASE).stringPropertyNames();
        assertThat(keys)
                .containsAll(found(WHOLE).stream()
                        .filter(key -> OF_THE_CONTENT.stream().noneMatch(key::startsWith))
                        .toList());
        for (String prefix : found(PREFIX)) {
            if (OF_THE_CONTENT.contains(prefix)) {
                continue;
            }
            assertThat(keys).as(prefix).anyMatch(key -> key.startsWith(prefix));
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> whole = found(WHOLE);
        Set<String> prefixes = found(PREFIX);
        List<String> unused = read(BASE).stringPropertyNames().stream()
                .filter(key -> !whole.contains(key) && prefixes.stream().noneMatch(key::startsWith))
                .sorted()
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void everyErrorHasATextForReaders() throws IOException {
        Set<String> keys = read(BASE).stringPropertyNames();
        assertThat(keys)
                .containsAll(Arrays.stream(ErrorCode.values())
                        .map(code -> "error." + code.code())
                        .toList());
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String text : sources()) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    if (matcher.group(group) != null) {
                        found.add(matcher.group(group));
                    }
                }
            }
        }
        return found;
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates"));
                Stream<Path> classes = Files.walk(Path.of("src/main/java/org/werkgraaf/web"))) {
            return Stream.concat(templates, classes)
                    .filter(Files::isRegularFile)
                    .map(MessagesTest::text)
                    .collect(Collectors.toList());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}
