package org.werkgraaf;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.werkgraaf.follow.BundleFolder;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;

/** Hands a release on, or has it served no more by those that follow, from a shell. */
final class BundleCommands {
    static final String BUNDLE = "bundle";
    static final String WITHDRAW = "withdraw";

    private BundleCommands() {}

    private static BundleFolder folder(String[] args, Settings settings) {
        return new BundleFolder(
                Path.of(args[1]), settings.bundle().key(), settings.bundle().kept());
    }

    /** Writes a bundle of the release in the store. */
    static int bundle(GraphStore store, String[] args, Settings settings, PrintStream out) {
        Optional<OpenRelease> stored = store.stored();
        if (stored.isEmpty()) {
            out.println("There is no release in the store. Start the service or run publish first.");
            return 2;
        }
        try (OpenRelease release = stored.get()) {
            boolean made = folder(args, settings).addAgain(release);
            out.println("Release " + release.release().map(Release::id).orElseThrow()
                    + (made ? " is in a bundle in " : " was in a bundle already in ") + args[1]);
            return 0;
        }
    }

    /** Has the list of bundles say that a release is to be served no more. */
    static int withdraw(String[] args, Settings settings, PrintStream out) {
        BundleFolder folder = folder(args, settings);
        Optional<String> next = folder.withdraw(args[2]);
        if (next.isEmpty()) {
            out.println("Nothing is changed: there are bundles of " + folder.releases() + " in " + args[1]
                    + ", and one must be withdrawn and another stay.");
            return 1;
        }
        out.println("Release " + args[2] + " is withdrawn; " + next.get() + " is to be served.");
        return 0;
    }
}
