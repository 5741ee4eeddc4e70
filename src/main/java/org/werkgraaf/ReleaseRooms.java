package org.werkgraaf;

import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.change.ChangeException;
import org.werkgraaf.change.ChangeFolder;
import org.werkgraaf.follow.BundleFolder;
import org.werkgraaf.follow.Bundler;
import org.werkgraaf.follow.FollowLimits;
import org.werkgraaf.follow.Follower;
import org.werkgraaf.follow.Following;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.StoreException;
import org.werkgraaf.stream.StreamLimits;

/**
 * The rooms that make and hold a release. They need nothing but the settings.
 *
 * @param reader where the content is
 * @param store serves releases
 * @param index what is searched
 * @param publisher makes releases
 * @param following fetches them from another service, or hands them on
 */
record ReleaseRooms(
        ContentReader reader, GraphStore store, EntityIndex index, Publisher publisher, Following following) {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseRooms.class);

    /** Where the build leaves a prepared release of the packaged content. */
    private static final String PREPARED = "classpath:werkgraaf/prepared";

    /** What cannot be finished is for a person to look at; the content is judged as it is. */
    private static void finish(ChangeFolder changes) {
        try {
            changes.recover();
        } catch (ChangeException | StoreException e) {
            LOG.error(e.getMessage());
        }
    }

    /**
     * Takes the folder of the releases for this process.
     *
     * @throws org.werkgraaf.store.StoreException when another process has it, or it cannot be written
     */
    static ReleaseRooms of(Settings settings) {
        Settings.ContentSettings content = settings.content();
        ContentReader reader =
                new ContentReader(content.ontology(), content.data(), content.queries(), content.fileBytesMax());
        ChangeFolder.of(reader).ifPresent(ReleaseRooms::finish);
        GraphStore store = settings.inMemory() ? GraphStore.inMemory() : GraphStore.onDisk(settings.var());
        EntityIndex index = new EntityIndex(
                store, settings.search().facetValuesMax(), settings.search().answersKept());
        Publisher publisher = new Publisher(
                reader,
                store,
                index,
                PREPARED,
                Clock.systemUTC(),
                new StreamLimits(
                        settings.stream().releasesMax(),
                        settings.stream().daysMax(),
                        settings.stream().stepBytesMax()));
        return new ReleaseRooms(reader, store, index, publisher, following(settings, store, publisher));
    }

    private static Following following(Settings settings, GraphStore store, Publisher publisher) {
        Settings.BundleSettings bundle = settings.bundle();
        Bundler bundler = bundle.folder().isEmpty()
                ? null
                : new Bundler(store, new BundleFolder(Path.of(bundle.folder()), bundle.key(), bundle.kept()));
        if (!settings.isReader()) {
            return new Following(null, bundler);
        }
        Settings.ReaderSettings limits = settings.reader();
        Follower follower = new Follower(
                store,
                publisher,
                settings.follow(),
                limits.publicKey(),
                new FollowLimits(
                        limits.lookSeconds(),
                        limits.bundleBytesMax(),
                        limits.releaseBytesMax(),
                        limits.fetchMillisMax(),
                        limits.stallMillisMax(),
                        limits.redirectsMax()),
                store.root());
        publisher.follow(follower::look);
        return new Following(follower, bundler);
    }
}
