package org.werkgraaf;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.audit.AuditRequest;
import org.werkgraaf.audit.AuditSheet;
import org.werkgraaf.curate.Proposals;
import org.werkgraaf.draft.Drafts;
import org.werkgraaf.dump.Dump;
import org.werkgraaf.dump.DumpException;
import org.werkgraaf.dump.DumpWriter;
import org.werkgraaf.engine.EngineKeeper;
import org.werkgraaf.index.DeepCheck;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.OpenIndex;
import org.werkgraaf.load.GraphDigest;
import org.werkgraaf.publish.ChangeDesk;
import org.werkgraaf.publish.ContentFolder;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.query.EngineException;
import org.werkgraaf.store.Backup;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.StoreCheck;
import org.werkgraaf.store.StoreException;

/** What can be asked from a shell instead of starting the service. */
final class Commands {
    static final List<String> NAMES = List.of(
            "check",
            "publish",
            "prepare",
            "dumps",
            "check-index",
            "check-store",
            "backup",
            "restore",
            BundleCommands.BUNDLE,
            BundleCommands.WITHDRAW,
            "audit",
            ChangeCommand.NAME,
            AccountCommand.NAME);

    private Commands() {}

    /**
     * Runs a command.
     *
     * @return the exit code: 0 when the content is good, 1 when it was refused, 2 when the store is in use or a
     *     folder is missing or cannot be written
     */
    static int run(String name, String[] args, PrintStream out) {
        Optional<String> problem = CommandWords.problem(name, args);
        if (problem.isPresent()) {
            out.println(problem.get());
            return 2;
        }
        try {
            understand(name, args);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 2;
        }
        SpringApplicationBuilder application = new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true);
        try (ConfigurableApplicationContext context = application.run(settings(name, args))) {
            if (name.equals(ChangeCommand.NAME)) {
                return ChangeCommand.of(args).run(context.getBean(ChangeDesk.class), out);
            }
            if (name.equals(AccountCommand.NAME)) {
                AccountCommand command = AccountCommand.of(args);
                return command.run(context.getBean(Accounts.class), command.password(System.in, System.err), out);
            }
            if (name.equals("check-index")) {
                return checkIndex(
                        context.getBean(GraphStore.class),
                        context.getBean(EntityIndex.class),
                        Optional.ofNullable(
                                context.getBeanProvider(EngineKeeper.class).getIfAvailable()),
                        out);
            }
            if (name.equals("restore")) {
                Path var = context.getBean(Settings.class).var();
                Path file = Path.of(args[1]);
                return CommandWords.content(args)
                        .map(content -> restore(file, var, content, out))
                        .orElseGet(() -> restore(file, var, out));
            }
            if (name.equals("backup")) {
                Path var = context.getBean(Settings.class).var();
                return backup(context.getBean(GraphStore.class), var, Path.of(args[1]), out);
            }
            if (name.equals(BundleCommands.BUNDLE)) {
                return BundleCommands.bundle(
                        context.getBean(GraphStore.class), args, context.getBean(Settings.class), out);
            }
            if (name.equals(BundleCommands.WITHDRAW)) {
                return BundleCommands.withdraw(args, context.getBean(Settings.class), out);
            }
            if (name.equals("check-store")) {
                return checkStore(context.getBean(GraphStore.class), out);
            }
            Publisher publisher = context.getBean(Publisher.class);
            Publication result = switch (name) {
                case "check" -> publisher.check();
                case "prepare" -> publisher.prepare(Path.of(args[1]));
                case "dumps" -> dump(publisher, context.getBean(GraphStore.class), Path.of(args[1]), out);
                case "audit" -> publisher.publish();
                default -> publisher.start();
            };
            if (name.equals("prepare")) {
                // The build goes on: its tests, and the service itself, say what is wrong with the content.
                out.println("Packaged content: " + result.summary());
                return 0;
            }
            if (name.equals("audit") && !result.refused()) {
                out.print(audit(context.getBean(GraphStore.class), args));
                return 0;
            }
            print(result, out);
            return result.refused() ? 1 : 0;
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof StoreException || cause instanceof DumpException) {
                    out.println(cause.getMessage());
                    return 2;
                }
            }
            throw e;
        }
    }

    /** Reads the arguments of commands that take some of their own, before anything is started. */
    private static void understand(String name, String[] args) {
        switch (name) {
            case "audit" -> AuditRequest.of(List.of(args));
            case ChangeCommand.NAME -> ChangeCommand.of(args);
            case AccountCommand.NAME -> AccountCommand.of(args);
            default -> {
                // The others take files and settings.
            }
        }
    }

    /** Publishing and checking the index need the store on disk; the others can run beside a service. */
    private static String[] settings(String name, String[] args) {
        if (List.of("publish", "backup", "restore", BundleCommands.BUNDLE).contains(name)
                || name.startsWith("check-")) {
            return args;
        }
        List<String> settings = new ArrayList<>(List.of(args));
        settings.add("--werkgraaf.storage=memory");
        if (name.equals(ChangeCommand.NAME)) {
            settings.addAll(ChangeCommand.of(args).settings());
        }
        return settings.toArray(String[]::new);
    }

    private static String audit(GraphStore store, String[] args) {
        return store.read(snapshot ->
                AuditSheet.of(snapshot.union(), snapshot.releaseId().orElseThrow(), AuditRequest.of(List.of(args))));
    }

    private static Publication dump(Publisher publisher, GraphStore store, Path folder, PrintStream out) {
        Publication result = publisher.publish();
        if (!result.refused()) {
            Dump dump = store.read(snapshot -> DumpWriter.write(snapshot, folder));
            out.println("Dump: " + dump.index().files().size() + " files in " + dump.folder());
        }
        return result;
    }

    /** Writes the release into one file, as a whole or not at all. */
    private static int backup(GraphStore store, Path var, Path file, PrintStream out) {
        if (Files.exists(file)) {
            out.println("The file " + file + " is there already. Name another one.");
            return 2;
        }
        Optional<OpenRelease> stored = store.stored();
        if (stored.isEmpty()) {
            out.println("There is no release in the store. Start the service or run publish first.");
            return 2;
        }
        try (OpenRelease release = stored.get()) {
            Map<String, byte[]> beside = new TreeMap<>(Proposals.toBackUp(var));
            beside.putAll(Drafts.toBackUp(var));
            Backup.write(release, beside, file);
            out.println("Release " + release.release().map(Release::id).orElseThrow() + " is in " + file);
            return 0;
        }
    }

    private static int restore(Path file, Path var, PrintStream out) {
        try {
            Release release = Backup.restore(file, var);
            out.println("Release " + release.id() + " is back in " + var + "; start the service.");
            return 0;
        } catch (StoreException e) {
            out.println(e.getMessage());
            return e.reason() == StoreException.Reason.DAMAGED ? 1 : 2;
        }
    }

    /** The same, and puts the files from which the release was made into a folder. */
    private static int restore(Path file, Path var, Path content, PrintStream out) {
        int code = restore(file, var, out);
        if (code != 0) {
            return code;
        }
        try (GraphStore store = GraphStore.onDisk(var);
                OpenRelease release = store.stored().orElseThrow()) {
            out.println(ContentFolder.write(release, content) + " files of its content are in " + content + ".");
            return 0;
        } catch (IOException e) {
            out.println("The content was not put back: " + e.getMessage());
            return 2;
        }
    }

    /** Holds every file and every graph against what was published, and leaves all as it is. */
    private static int checkStore(GraphStore store, PrintStream out) {
        Optional<OpenRelease> stored;
        try {
            stored = store.stored();
        } catch (StoreException e) {
            out.println(e.getMessage());
            return e.reason() == StoreException.Reason.DAMAGED ? 1 : 2;
        }
        if (stored.isEmpty()) {
            out.println("There is no release in the store. Start the service or run publish first.");
            return 2;
        }
        try (OpenRelease release = stored.get()) {
            StoreCheck check = StoreCheck.of(release, GraphDigest::of);
            check.differences().forEach(out::println);
            out.println("Release " + check.release() + ": " + check.files() + " files, " + check.graphs() + " graphs, "
                    + check.differences().size() + " differences.");
            return check.agrees() ? 0 : 1;
        }
    }

    /** Holds every document of the index against the store, and leaves both as they are. */
    private static int checkIndex(GraphStore store, EntityIndex index, Optional<EngineKeeper> engine, PrintStream out) {
        Optional<OpenRelease> stored = store.stored();
        if (stored.isEmpty()) {
            out.println("There is no release in the store. Start the service or run publish first.");
            return 2;
        }
        try (OpenRelease release = stored.get()) {
            int result = checkIndex(release, index, out);
            return engine.isEmpty() ? result : Math.max(result, checkEngine(release, index, engine.get(), out));
        }
    }

    /** Holds the graphs of the store that answers SPARQL against those that are here, and the documents of the index against them. */
    private static int checkEngine(OpenRelease release, EntityIndex index, EngineKeeper engine, PrintStream out) {
        String id = release.release().map(Release::id).orElseThrow();
        try (OpenIndex opened = index.open(release)) {
            List<String> differences = release.read(engine::differences);
            differences.forEach(out::println);
            DeepCheck check = opened.deepCheck(engine.union(id));
            check.examples().forEach(out::println);
            out.println("SPARQL at " + engine.state().address() + ", release " + id + ": " + differences.size()
                    + " differences between the graphs, " + check.differences() + " of " + check.documents()
                    + " documents of the index differ from them.");
            return differences.isEmpty() && check.agrees() ? 0 : 1;
        } catch (EngineException e) {
            out.println(e.getMessage());
            return 2;
        }
    }

    private static int checkIndex(OpenRelease release, EntityIndex index, PrintStream out) {
        String id = release.release().map(Release::id).orElseThrow();
        Optional<String> problem = EntityIndex.problem(release.folder().orElseThrow(), id);
        if (problem.isPresent()) {
            out.println("The index of release " + id + " cannot be served: " + problem.get()
                    + " The service makes it again when it starts.");
            return 1;
        }
        try (OpenIndex opened = index.open(release)) {
            DeepCheck check = release.read(snapshot -> opened.deepCheck(snapshot.union()));
            check.examples().forEach(out::println);
            out.println("Index of release " + id + ": " + check.documents() + " documents, " + check.entities()
                    + " entities in the graph, " + check.differences() + " differences.");
            return check.agrees() ? 0 : 1;
        }
    }

    private static void print(Publication result, PrintStream out) {
        result.reasons().forEach(out::println);
        if (result.report() != null) {
            result.report().findings().stream()
                    .filter(finding -> finding.severity() == org.werkgraaf.validate.Severity.WARN)
                    .forEach(out::println);
            out.println("Findings: " + result.report().countBySeverity());
        }
        out.println(result.summary());
    }
}
