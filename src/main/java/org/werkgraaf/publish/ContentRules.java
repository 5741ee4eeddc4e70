package org.werkgraaf.publish;

import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.store.Sha256;
import org.werkgraaf.validate.RuleException;
import org.werkgraaf.validate.RuleSet;
import org.werkgraaf.validate.RuleWords;

/**
 * Reads the shapes and rules that come with the content. They seldom change from one publish, or look at a change, to the next, and to
 * parse them takes longer than to judge one thing by them; so the last ones are kept as long as there is room.
 */
final class ContentRules {
    private static final String RULES = "ontology/rules";
    private static final String SHAPES = "ontology/shapes";
    private static final String PROFILE = RULES + "/profile.tsv";

    private static SoftReference<Known> last = new SoftReference<>(null);

    /**
     * @param digest of the files
     * @param rules what they say
     */
    private record Known(String digest, RuleSet rules) {}

    private ContentRules() {}

    /**
     * Those of some content.
     *
     * @throws RuleException when they cannot be read
     */
    /** What the shapes and rules say, in each language. */
    static RuleWords words(Content content) {
        return RuleWords.of(
                ContentShapes.of(content).graph(),
                content.in(RULES, ".rq").stream().map(ContentFile::text).toList());
    }

    static RuleSet of(Content content) {
        String digest = digest(content);
        @Nullable Known known = last();
        if (known != null && known.digest().equals(digest)) {
            return known.rules();
        }
        RuleSet rules = read(content);
        keep(new Known(digest, rules));
        return rules;
    }

    private static synchronized @Nullable Known last() {
        return last.get();
    }

    private static synchronized void keep(Known known) {
        last = new SoftReference<>(known);
    }

    private static String digest(Content content) {
        MessageDigest digest = Sha256.begin();
        Stream.of(
                        content.in(SHAPES, ".ttl").stream(),
                        content.in(RULES, ".rq").stream(),
                        content.file(PROFILE).stream())
                .flatMap(files -> files)
                .forEach(file -> {
                    digest.update((file.path() + '\n' + file.bytes().length + '\n').getBytes(StandardCharsets.UTF_8));
                    digest.update(file.bytes());
                });
        return Sha256.hex(digest);
    }

    private static RuleSet read(Content content) {
        Graph shapes = ContentShapes.of(content).graph();
        Map<String, String> rules = new TreeMap<>();
        for (ContentFile file : content.in(RULES, ".rq")) {
            String name = file.path().substring(RULES.length() + 1, file.path().length() - ".rq".length());
            rules.put(name, file.text());
        }
        String profile = content.file(PROFILE)
                .map(ContentFile::text)
                .orElseThrow(() -> new RuleException(PROFILE + " is missing. It gives each rule its severity."));
        return RuleSet.of(shapes, rules, profile);
    }
}
