package org.werkgraaf.load;

import java.nio.charset.StandardCharsets;

/**
 * One file of the content.
 *
 * @param path its path from the content's root with forward slashes, such as {@code data/entities/cases.ttl}
 * @param bytes what it holds
 */
public record ContentFile(String path, byte[] bytes) {
    /** The file as UTF-8 text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether the file lies below the folder and ends as given. */
    boolean isIn(String folder, String ending) {
        return path.startsWith(folder + "/") && path.endsWith(ending);
    }
}
