package org.werkgraaf.languages;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fourth language, made of the English texts: each stands in brackets, each longer word has accents and an ending of its own. What
 * it needs is what any new language needs: lines in the registry, a file of messages, and texts in the content.
 */
final class PseudoLanguage {
    /** Java knows how it writes dates and numbers; the service has nothing of it. */
    static final String CODE = "eo";

    static final char OPEN = '⟦';
    static final char CLOSE = '⟧';
    static final String ENDING = "zu";
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String REGISTRY = "org/werkgraaf/vocabulary/languages.properties";
    private static final Path PROFILE = Path.of("profile.tsv");
    /** The rule knows how the language names days and numbers, which these words do not follow. */
    private static final String FIGURES = "(figure-not-given\t\\w+\t)\\d+";

    /** None that a language of the content has, so that two names do not become one. */
    private static final Map<Character, Character> ACCENTS =
            new TreeMap<>(Map.of('a', 'ā', 'e', 'ē', 'i', 'ī', 'o', 'ō', 'u', 'ū', 'n', 'ň', 'c', 'č'));
    /** What is escaped or filled in stays; of the rest, words of three letters or more are changed. */
    private static final Pattern WORD = Pattern.compile("\\\\.|\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}|(\\p{L}{3,})");

    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+)\"@en\\b");
    private static final Pattern TEXT_OF_HEADER = Pattern.compile("(?m)^#\\+ (summary|description): (.*)$");
    private static final Pattern LABEL_OF_HEADER =
            Pattern.compile("\\ben: (\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"|'[^']*'|[^,}]+)");
    /** Lists of texts, each of which stands by itself. */
    private static final List<String> LISTS = List.of("home.examples", "check.cues");

    private PseudoLanguage() {}

    /** The words of a text in this language, without the brackets. */
    static String words(String english) {
        return WORD.matcher(english)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? found.group() : accented(found.group(1)) + ENDING));
    }

    /** A text in this language. */
    static String text(String english) {
        return OPEN + words(english) + CLOSE;
    }

    private static String accented(String word) {
        return word.chars()
                .mapToObj(letter -> String.valueOf(ACCENTS.getOrDefault((char) letter, (char) letter)))
                .collect(Collectors.joining());
    }

    /** Writes what stands before the classes of the service: the registry, the messages and one page of the documentation. */
    static void writeResources(Path folder) throws IOException {
        Properties registry = read(RESOURCES.resolve(REGISTRY));
        registry.setProperty("offered", registry.getProperty("offered") + " " + CODE);
        registry.setProperty(CODE + ".name", "Esperanto");
        registry.setProperty(CODE + ".locale", CODE);
        registry.setProperty(CODE + ".analysis", "plain");
        registry.setProperty(CODE + ".compounds", "false");
        registry.setProperty(CODE + ".content", "all");
        write(registry, folder.resolve(REGISTRY));
        Properties messages = read(RESOURCES.resolve("messages_en.properties"));
        messages.replaceAll((key, text) -> LISTS.contains(key)
                ? Arrays.stream(((String) text).split("\\|"))
                        .map(each -> key.equals("check.cues") ? words(each) : text(each))
                        .collect(Collectors.joining("|"))
                : text((String) text));
        write(messages, folder.resolve("messages_" + CODE + ".properties"));
        write(
                "# " + text("About Werkgraaf") + "\n\n" + text("A page of the documentation.") + "\n",
                folder.resolve("werkgraaf/docs/about." + CODE + ".md"));
    }

    /**
     * Writes the content with every English text in this language too.
     *
     * @param missing English texts that have none
     */
    static void writeContent(Path folder, List<String> missing) throws IOException {
        for (Path file : files(Path.of("ontology"), Path.of("data"))) {
            if (!file.startsWith("ontology/tests") && !file.endsWith("COVERAGE.md")) {
                write(statements(file, Files.readString(file), missing), folder.resolve(file));
            }
        }
        for (Path file : files(Path.of("queries"))) {
            if (file.getParent().equals(Path.of("queries"))) {
                write(header(Files.readString(file)), folder.resolve(file));
            }
        }
    }

    private static String statements(Path file, String text, List<String> missing) {
        if (file.endsWith(PROFILE)) {
            return text.replaceAll(FIGURES, "$1" + Integer.MAX_VALUE);
        }
        if (!file.toString().matches(".*\\.(ttl|trig)")) {
            return text;
        }
        return LITERAL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        missing.contains(found.group(1))
                                ? found.group()
                                : found.group() + " , \"" + text(found.group(1)) + "\"@" + CODE))
                .replace("rdf:rest ( \"en\" \"fr\" )", "rdf:rest ( \"en\" \"fr\" \"" + CODE + "\" )");
    }

    private static String header(String text) {
        String texts = TEXT_OF_HEADER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group() + "\n#+ " + found.group(1) + "-" + CODE
                        + ": \"" + text(plain(found.group(2))) + "\""));
        return LABEL_OF_HEADER
                .matcher(texts)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group() + ", " + CODE + ": \"" + text(plain(found.group(1))) + "\""));
    }

    /** A text of YAML without quotes around it, to stand between double quotes. */
    private static String plain(String yaml) {
        String text = yaml.strip();
        boolean quoted = text.length() > 1 && (text.startsWith("\"") || text.startsWith("'"));
        return text.startsWith("\"")
                ? text.substring(1, text.length() - 1)
                : (quoted ? text.substring(1, text.length() - 1) : text)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"");
    }

    private static List<Path> files(Path... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void write(Properties properties, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    private static void write(String text, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
