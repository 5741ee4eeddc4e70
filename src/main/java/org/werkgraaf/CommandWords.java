package org.werkgraaf;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words behind the name of a command that takes files: those, an option of {@code restore}, and settings of the service. What is
 * none of them is a mistake in writing, and nothing is done before it is mended.
 */
final class CommandWords {
    private static final String CONTENT = "--content";
    /** What each takes first, in order. */
    private static final Map<String, List<String>> FILES = Map.ofEntries(
            Map.entry("check", List.of()),
            Map.entry("publish", List.of()),
            Map.entry("prepare", List.of("<folder>")),
            Map.entry("dumps", List.of("<folder>")),
            Map.entry("check-index", List.of()),
            Map.entry("check-store", List.of()),
            Map.entry("backup", List.of("<file>")),
            Map.entry("restore", List.of("<file>")),
            Map.entry(BundleCommands.BUNDLE, List.of("<folder>")),
            Map.entry(BundleCommands.WITHDRAW, List.of("<folder>", "<release>")));
    /** As the service knows them: each name has a dot, but for the two that make it say more. */
    private static final Pattern SETTING =
            Pattern.compile("--(?:[\\w-]+(?:\\.[\\w\\[\\]-]+)+(?:=.*)?|debug|trace)", Pattern.DOTALL);

    private CommandWords() {}

    /** What is wrong with the arguments of a command, as a sentence that says what to write; empty when nothing is. */
    static Optional<String> problem(String name, String[] args) {
        List<String> files = FILES.get(name);
        if (files == null) {
            return Optional.empty();
        }
        int given = (int) Arrays.stream(args)
                .skip(1)
                .takeWhile(each -> !each.startsWith("--"))
                .count();
        if (given < files.size()) {
            return Optional.of("Say " + (files.contains("<file>") ? "which file" : "where") + ": " + form(name) + ".");
        }
        for (int at = 1 + files.size(); at < args.length; at++) {
            if (name.equals("restore") && args[at].equals(CONTENT)) {
                at++;
                if (at == args.length || args[at].startsWith("--")) {
                    return Optional.of("Say which folder: " + form(name) + ".");
                }
            } else if (!SETTING.matcher(args[at]).matches()) {
                return Optional.of("The command " + name + " does not know '" + args[at] + "'. Write: " + form(name)
                        + "; settings go behind it, such as --werkgraaf.var=<folder>.");
            }
        }
        return Optional.empty();
    }

    /** The folder into which {@code restore} is to put the content; empty when it is not asked for. */
    static Optional<Path> content(String[] args) {
        int at = List.of(args).indexOf(CONTENT);
        return at < 0 ? Optional.empty() : Optional.of(Path.of(args[at + 1]));
    }

    private static String form(String name) {
        List<String> files = FILES.getOrDefault(name, List.of());
        return (name + " " + String.join(" ", files)).strip()
                + (name.equals("restore") ? " [" + CONTENT + " <folder>]" : "");
    }
}
