package org.werkgraaf.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.LoadException;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.StoreException;

/**
 * The content that a release kept.
 *
 * @param content the files
 * @param questions the saved questions among them
 */
record KeptContent(Content content, List<SavedQuestion> questions) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptContent.class);

    /**
     * Reads it.
     *
     * @param folder of the release
     * @param now the content as it is now, which spares unpacking that of the release when it is the same
     * @throws StoreException when it cannot be read
     */
    static KeptContent of(Release release, Path folder, Optional<Content> now) {
        try {
            Optional<Content> same = now.filter(each -> each.digest().equals(release.contentDigest()));
            Content content = same.isPresent() ? same.get() : ContentArchive.read(folder);
            return new KeptContent(content, questions(release.id(), content));
        } catch (IOException e) {
            throw StoreException.of("read the content of release " + release.id(), folder, e);
        }
    }

    /** A newer version of the service may no longer take a question of the release; the content that is published next has others. */
    private static List<SavedQuestion> questions(String id, Content content) {
        try {
            return ContentQuestions.of(content);
        } catch (LoadException e) {
            LOG.warn(
                    "The saved questions of release {} are not offered: {}",
                    id,
                    e.problems().get(0));
            return List.of();
        }
    }
}
