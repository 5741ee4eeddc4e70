package org.werkgraaf.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file of the repository, from which Maven runs the tests.
 *
 * @param path where it is
 * @param text what it holds
 */
record Document(Path path, String text) {
    static Document read(String path) {
        return read(Path.of(path));
    }

    static Document read(Path path) {
        try {
            return new Document(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** The Markdown files at the top, in {@code docs} and in {@code data}. */
    static List<Document> all() {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> data = Files.walk(Path.of("data"))) {
            return Stream.of(top, docs, data)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Document::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts in fences of a language. */
    List<String> blocks(String language) {
        return find("(?ms)^```" + language + "\\n(.*?)^```$");
    }

    /** The first group of each match. */
    List<String> find(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    /** The targets of all links outside fences. */
    List<String> links() {
        return prose().find("]\\(([^)]+)\\)");
    }

    /** The ids that the headings have on the site. */
    List<String> anchors() {
        return prose().find("(?m)^#+ (.+)$").stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private Document prose() {
        return new Document(path, text.replaceAll("(?ms)^```.*?^```$", ""));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
