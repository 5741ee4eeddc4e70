package org.werkgraaf;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.werkgraaf.change.ChangeException;
import org.werkgraaf.change.ChangeFormat;
import org.werkgraaf.change.ChangeRow;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ChangeWords;
import org.werkgraaf.load.LoadException;
import org.werkgraaf.publish.ChangeDesk;
import org.werkgraaf.publish.ChangeVerdict;
import org.werkgraaf.vocabulary.Languages;

/**
 * {@code change}: writes a change into the files of the content.
 *
 * @param file the file of the change; empty when one is taken back
 * @param options what was given, by name
 * @param dryRun whether it is only told what it would do
 */
record ChangeCommand(String file, Map<String, String> options, boolean dryRun) {
    static final String NAME = "change";

    private static final Set<String> OPTIONS =
            Set.of("data", "ontology", "author", "reason", "answers", "revert", "lang");
    private static final String USAGE =
            "Say change --data DIR --author NAME --reason TEXT FILE, or --revert ID instead of the"
                    + " file; --dry-run only looks.";

    /**
     * Reads the arguments.
     *
     * @param args the command itself, options with a value each, and the file
     * @throws IllegalArgumentException when something lacks or is not known, with what to do
     */
    static ChangeCommand of(String[] args) {
        Map<String, String> options = new HashMap<>();
        String file = "";
        boolean dryRun = false;
        for (int i = 1; i < args.length; i++) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (name.equals("dry-run")) {
                dryRun = true;
            } else if (OPTIONS.contains(name) && i + 1 < args.length) {
                i++;
                options.put(name, args[i]);
            } else if (name.isEmpty() && file.isEmpty()) {
                file = args[i];
            } else if (!name.contains("=")) {
                throw new IllegalArgumentException("'" + args[i] + "' is not understood. " + USAGE);
            }
        }
        String lang = options.getOrDefault("lang", Languages.DOCUMENTATION);
        if (file.isEmpty() != options.containsKey("revert") || !Languages.ALL.contains(lang)) {
            throw new IllegalArgumentException(
                    USAGE + " --lang takes one of " + String.join(", ", Languages.ALL) + ".");
        }
        return new ChangeCommand(file, Map.copyOf(options), dryRun);
    }

    /** The settings of the service that the options stand for. */
    List<String> settings() {
        List<String> settings = new ArrayList<>();
        for (String folder : List.of("data", "ontology")) {
            if (options.containsKey(folder)) {
                settings.add("--werkgraaf.content." + folder + "=" + options.get(folder));
            }
        }
        return settings;
    }

    /**
     * Makes the change.
     *
     * @return 0 when it was made, or could be; 1 when it was refused; 2 when it cannot be read
     */
    int run(ChangeDesk desk, PrintStream out) {
        try {
            ChangeSet change = change(desk);
            ChangeVerdict verdict = dryRun ? desk.look(change) : desk.apply(change);
            print(verdict, out);
            return verdict.accepted() ? 0 : 1;
        } catch (ChangeException e) {
            out.println(e.getMessage());
            return e.reason() == ChangeException.Reason.CONFLICT ? 1 : 2;
        } catch (LoadException e) {
            out.println("The content as it is cannot be loaded; correct it first.");
            e.problems().forEach(out::println);
            return 1;
        } catch (IOException e) {
            out.println("The file " + file + " cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private ChangeSet change(ChangeDesk desk) throws IOException {
        String author = given("author");
        String reason = given("reason");
        if (options.containsKey("revert")) {
            return desk.reverting(given("revert"), author, reason);
        }
        return ChangeFormat.read(Files.readString(Path.of(file))).by(author, reason, given("answers"));
    }

    private String given(String option) {
        return options.getOrDefault(option, "");
    }

    private void print(ChangeVerdict verdict, PrintStream out) {
        ChangeWords words = new ChangeWords(verdict.labels(), options.getOrDefault("lang", Languages.DOCUMENTATION));
        String thing = "";
        for (ChangeRow row : words.rows(verdict.lines())) {
            if (!row.thing().equals(thing)) {
                thing = row.thing();
                out.println(row.thingName() + " (" + thing + ")");
            }
            out.println("  " + row.text());
        }
        verdict.planned().paths().forEach(path -> out.println("file: " + path));
        verdict.noted().forEach(out::println);
        for (ChangeVerdict.Broken broken : verdict.broken()) {
            out.println(broken.reason());
            broken.by().forEach(line -> out.println("  because of " + words.line(line)));
        }
        String id = verdict.planned().change().id();
        if (!verdict.accepted()) {
            out.println("refused, " + verdict.broken().size() + " reasons; nothing was written");
        } else if (verdict.written()) {
            out.println("applied as " + id + "; a running service takes it with POST /admin/publish");
        } else {
            out.println("good; nothing was written");
        }
    }
}
