package org.werkgraaf.web.edit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ThingId;

/** Makes ids of names. */
final class EditIds {
    private static final int LENGTH_MAX = 60;
    private static final int TRIES = 1000;

    private EditIds() {}

    /** A name in lower case letters, digits and hyphens; empty when nothing is left of it. */
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (plain.length() <= LENGTH_MAX) {
            return plain;
        }
        int end = plain.lastIndexOf('-', LENGTH_MAX);
        return plain.substring(0, end > 0 ? end : LENGTH_MAX);
    }

    /** An id below a segment that is not taken; with a number behind the name when the name itself is. */
    static Optional<ThingId> free(String segment, String slug, Predicate<ThingId> taken) {
        return slug.isEmpty()
                ? Optional.empty()
                : Stream.concat(
                                Stream.of(slug),
                                IntStream.rangeClosed(2, TRIES).mapToObj(number -> slug + "-" + number))
                        .flatMap(each -> ThingId.parse(segment + "/" + each).stream())
                        .filter(taken.negate())
                        .findFirst();
    }
}
