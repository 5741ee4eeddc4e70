package org.werkgraaf.index;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything about one passage that becomes its document.
 *
 * @param passage what is shown
 * @param sourceNames what its source is called, and who wrote and published it, and when
 * @param about names by language of the things that it mentions or says something of, and of what it says of them
 */
record PassageText(Passage passage, List<String> sourceNames, Map<String, List<String>> about) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The same for two readings of one passage from one graph, and only then. */
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(this));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
