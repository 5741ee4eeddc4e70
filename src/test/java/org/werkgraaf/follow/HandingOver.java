package org.werkgraaf.follow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;

/** A writer and readers of it in one process, without a web server. */
final class HandingOver {
    static final FollowLimits LIMITS = new FollowLimits(3600, 50_000_000, 200_000_000, 20_000, 2_000, 2);

    private HandingOver() {}

    /** Makes releases of small content and hands them on. */
    static final class Writer implements AutoCloseable {
        private final SmallContent content;
        private final GraphStore store;
        private final Publisher publisher;
        private final Path bundles;

        Writer(Path folder) {
            content = new SmallContent(folder.resolve("content"));
            store = GraphStore.onDisk(folder.resolve("writer"));
            publisher = publisher(content, store, folder);
            bundles = folder.resolve("bundles");
        }

        /** Publishes techniques of which each label has that word, and writes the bundle. */
        Release publish(String word, String key) {
            content.techniques(word);
            publisher.publish();
            try (Lease lease = store.lease()) {
                new BundleFolder(bundles, key, 3).add(lease.release());
            }
            return store.release().orElseThrow();
        }

        /** Hands on what was withdrawn. */
        void again(String key) {
            try (Lease lease = store.lease()) {
                new BundleFolder(bundles, key, 3).addAgain(lease.release());
            }
        }

        Path bundles() {
            return bundles;
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** Follows. */
    static final class Reader implements AutoCloseable {
        final GraphStore store;
        final Publisher publisher;
        final Follower follower;

        Reader(Path folder, String name, String from, String key, FollowLimits limits) {
            store = GraphStore.onDisk(folder.resolve(name));
            publisher = publisher(new SmallContent(folder.resolve("content-of-" + name)), store, folder);
            follower = new Follower(store, publisher, from, key, limits, store.root());
            publisher.follow(follower::look);
            publisher.start();
        }

        String served() {
            return store.release().map(Release::id).orElse("none");
        }

        String kept() {
            return store.previous()
                    .flatMap(OpenRelease::release)
                    .map(Release::id)
                    .orElse("none");
        }

        /** Looks, and tells what went wrong. */
        String look() {
            follower.look();
            return follower.state().problem();
        }

        @Override
        public void close() {
            follower.close();
            store.close();
        }
    }

    private static Publisher publisher(SmallContent content, GraphStore store, Path folder) {
        return new Publisher(
                content.reader(),
                store,
                new EntityIndex(store, 100, 0),
                folder.resolve("none").toString(),
                Clock.systemUTC());
    }

    /** A pair of keys in PEM, in files. */
    record Keys(String own, String publicKey) {
        static Keys in(Path folder, String name) throws Exception {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new Keys(
                    write(folder.resolve(name + ".pem"), "PRIVATE KEY", pair.getPrivate()),
                    write(folder.resolve(name + "-public.pem"), "PUBLIC KEY", pair.getPublic()));
        }

        private static String write(Path file, String kind, Key key) throws IOException {
            String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(key.getEncoded());
            return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n")
                    .toString();
        }
    }
}
