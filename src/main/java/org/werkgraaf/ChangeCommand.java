package org.werkgraaf;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.werkgraaf.change.ChangeException;
import org.werkgraaf.change.ChangeFormat;
import org.werkgraaf.change.ChangeRow;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ChangeWords;
import org.werkgraaf.change.ThingSplit;
import org.werkgraaf.load.LoadException;
import org.werkgraaf.publish.ChangeDesk;
import org.werkgraaf.publish.ChangeVerdict;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;

/**
 * {@code change}: writes a change into the files of the content.
 *
 * @param file the file of the change; empty when one is taken back
 * @param options what was given, by name
 * @param dryRun whether it is only told what it would do
 */
record ChangeCommand(String file, Map<String, String> options, boolean dryRun) {
    static final String NAME = "change";

    private static final String MERGE = "merge";
    private static final String SPLIT = "split";
    private static final String INTO = "into";
    private static final String PASSAGES = "passages";
    private static final String POINTING = "pointing";
    private static final Set<String> OPTIONS = Set.of(
            "data",
            "ontology",
            "queries",
            "confirm",
            "author",
            "reason",
            "answers",
            "revert",
            "lang",
            MERGE,
            SPLIT,
            INTO,
            PASSAGES,
            POINTING);
    private static final String USAGE =
            "Say change --data DIR --queries DIR --author NAME --reason TEXT FILE, or --revert ID, or --merge ID --into ID instead of the"
                    + " file, or --split ID --into ID --passages ID,ID with or without one; --dry-run only looks.";

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
        long instead = Stream.of("revert", MERGE).filter(options::containsKey).count();
        boolean whole = options.containsKey(SPLIT) ? instead == 0 : instead == (file.isEmpty() ? 1 : 0);
        boolean regroups = options.containsKey(SPLIT) || options.containsKey(MERGE);
        if (!whole || regroups != options.containsKey(INTO) || !Languages.ALL.contains(lang)) {
            throw new IllegalArgumentException(
                    USAGE + " --lang takes one of " + String.join(", ", Languages.ALL) + ".");
        }
        return new ChangeCommand(file, Map.copyOf(options), dryRun);
    }

    /** The settings of the service that the options stand for. */
    List<String> settings() {
        List<String> settings = new ArrayList<>();
        for (String folder : List.of("data", "ontology", "queries")) {
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
            ChangeVerdict verdict = dryRun ? desk.look(change) : desk.apply(change, given("confirm"));
            print(verdict, out);
            return verdict.written() || dryRun && verdict.accepted() ? 0 : 1;
        } catch (ChangeException e) {
            out.println(e.getMessage());
            return e.reason() == ChangeException.Reason.CONFLICT ? 1 : 2;
        } catch (LoadException e) {
            out.println("The content as it is cannot be loaded; correct it first.");
            e.problems().forEach(out::println);
            return 1;
        } catch (IOException e) {
            out.println(
                    file.isEmpty()
                            ? String.valueOf(e.getMessage())
                            : "The file " + file + " cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private ChangeSet change(ChangeDesk desk) throws IOException {
        String author = given("author");
        String reason = given("reason");
        if (options.containsKey("revert")) {
            return desk.reverting(given("revert"), author, reason);
        }
        if (options.containsKey(MERGE)) {
            return desk.merging(id(MERGE), id(INTO), author, reason);
        }
        if (options.containsKey(SPLIT)) {
            return desk.splitting(
                    new ThingSplit(id(SPLIT), id(INTO), ids(PASSAGES), ids(POINTING)),
                    file.isEmpty()
                            ? ChangeSet.wanted(author, reason, given("answers"), List.of(), List.of())
                            : read(author, reason));
        }
        return read(author, reason);
    }

    private ThingId id(String option) throws IOException {
        return id(option, given(option));
    }

    private static ThingId id(String option, String text) throws IOException {
        return ThingId.parse(text)
                .orElseThrow(
                        () -> new IOException("--" + option + " is '" + text + "'; give an id such as case/manfield"));
    }

    private Set<ThingId> ids(String option) throws IOException {
        Set<ThingId> ids = new LinkedHashSet<>();
        for (String text : given(option).split(",")) {
            if (!text.isBlank()) {
                ids.add(id(option, text.strip()));
            }
        }
        return ids;
    }

    private ChangeSet read(String author, String reason) throws IOException {
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
        verdict.answers().cases().forEach(broken -> {
            out.println(broken.result().name() + " (" + broken.result().why() + ") would come out wrong:");
            broken.result().mistakes().forEach(mistake -> out.println("  " + mistake));
            broken.by().forEach(line -> out.println("  because of " + words.line(line)));
        });
        verdict.answers().questions().forEach(changed -> {
            out.println(changed.change().name() + " would be answered otherwise:");
            changed.change().gone().forEach(row -> out.println("  goes: " + row));
            changed.change().come().forEach(row -> out.println("  comes: " + row));
            changed.by().forEach(line -> out.println("  because of " + words.line(line)));
        });
        verdict.answers().unasked().forEach(each -> out.println("not asked: " + each.reason() + " " + each.words()));
        String id = verdict.planned().change().id();
        String confirm = verdict.answers().confirmation();
        if (!verdict.accepted()) {
            out.println("refused, " + verdict.reasons().size() + " reasons; nothing was written");
        } else if (!verdict.written() && !confirm.isEmpty()) {
            out.println("answers lose something; if that is right, say --confirm " + confirm + "; nothing was written");
        } else if (verdict.written()) {
            out.println("applied as " + id + "; a running service takes it with POST /admin/publish");
        } else {
            out.println("good; nothing was written");
        }
    }
}
