package org.werkgraaf.web.quote;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/**
 * What a frozen link found: whether an answer is still what it was in the release that the link names.
 *
 * @param release id of that release
 * @param releasedOn its ISO day
 * @param state {@code same}, {@code changed}, or {@code wrong} when the link cannot have come from that release
 * @param changedOn ISO day of the release in which a thing last changed; absent for a search or a question
 * @param present address of the answer as it is now
 * @param dump address of the release's files, when they are still kept
 */
public record Frozen(
        String release,
        String releasedOn,
        String state,
        @Nullable String changedOn,
        String present,
        @Nullable String dump) {
    private static final Pattern RELEASE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-[0-9a-f]{8}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16}");

    /** The link to freeze an answer: it names the release and says in short what was answered. */
    public static String link(String release, String digest, String address) {
        return "/r/" + release + "/" + digest + address;
    }

    /**
     * Reads what a frozen link says.
     *
     * @throws RequestException when it is not one
     */
    public static void check(String release, String digest) {
        if (!RELEASE.matcher(release).matches() || !DIGEST.matcher(digest).matches()) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "'/r/" + GivenText.shorten(release) + "/" + GivenText.shorten(digest)
                            + "/' is not a frozen link. It has the form"
                            + " /r/<release>/<16 digits>/id/<type>/<name>; copy it whole.");
        }
    }

    /** What to say of an answer, by comparing it with what the link says. */
    public static Frozen of(
            String release,
            String digest,
            String nowRelease,
            String nowDigest,
            @Nullable String changedOn,
            String present,
            @Nullable String dump) {
        String other = release.equals(nowRelease) ? "wrong" : "changed";
        String state = digest.equals(nowDigest) ? "same" : other;
        return new Frozen(release, release.substring(0, 10), state, changedOn, present, dump);
    }
}
