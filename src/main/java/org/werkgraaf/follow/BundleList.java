package org.werkgraaf.follow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which bundles there are and which of them is to be served. It is the one file that changes, and it is replaced as a whole.
 *
 * @param version of the form of the list and its bundles
 * @param number higher than that of each list before, so that nobody can put an old one back unnoticed
 * @param current name of the file of the bundle that is to be served
 * @param bundles those that can be fetched, the newest last
 * @param withdrawn ids of releases that are to be served no more
 */
record BundleList(int version, long number, String current, List<Bundle> bundles, List<String> withdrawn) {
    /** Its name. */
    static final String FILE = "bundles.json";
    /** More is not read. */
    static final int BYTES_MAX = 1_000_000;

    static final int VERSION = 1;

    /** Far above any time in milliseconds, and far below where numbers end. */
    private static final long NUMBER_MAX = Long.MAX_VALUE / 2;

    private static final int WITHDRAWN_MAX = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    BundleList {
        bundles = List.copyOf(bundles);
        withdrawn = List.copyOf(withdrawn);
    }

    /** Before the first bundle. */
    static BundleList none() {
        return new BundleList(VERSION, 0, "", List.of(), List.of());
    }

    /**
     * What is in the file: the list as a text, so that the signature is over its very bytes.
     *
     * @param list JSON of the list
     * @param signature of the UTF-8 of that text by Ed25519, in Base64; null when it is not signed
     */
    private record Envelope(String list, @Nullable String signature) {}

    /**
     * Reads a list.
     *
     * @param keys verifies its signature, or takes it without one
     * @throws IOException when it is not one that can be followed; the message says why
     */
    static BundleList read(byte[] bytes, Signatures keys) throws IOException {
        try {
            Envelope envelope = JSON.readValue(bytes, Envelope.class);
            byte[] text = envelope.list().getBytes(StandardCharsets.UTF_8);
            keys.verify(text, envelope.signature());
            int version = JSON.readTree(text).path("version").asInt(0);
            if (version > VERSION) {
                throw new IOException("The list is of form " + version + ", and this version of the service reads "
                        + VERSION + ". Run the same version here as there.");
            }
            BundleList list = JSON.readValue(text, BundleList.class);
            if (list.find(list.current()).isEmpty() || !list.bundles().stream().allMatch(Bundle::isPlausible)) {
                throw new IOException("The list names no bundle that can be fetched.");
            }
            return list;
        } catch (JacksonException | NullPointerException e) {
            throw new IOException("The file " + FILE + " is no list of bundles, or only a part of one.", e);
        }
    }

    /**
     * Reads the list to which something is to be added.
     *
     * @param keys signs it again, and must have signed it before
     * @throws IOException when it was signed by nobody or by others, or cannot be followed by a later one
     */
    static BundleList readOwn(byte[] bytes, Signatures keys) throws IOException {
        BundleList list = read(bytes, Signatures.verifying(""));
        Envelope envelope = JSON.readValue(bytes, Envelope.class);
        keys.requireOwn(envelope.list().getBytes(StandardCharsets.UTF_8), envelope.signature());
        if (list.number() < 0 || list.number() > NUMBER_MAX) {
            throw new IOException("the list of bundles there has the number " + list.number()
                    + ", which no service writes. Start in an empty folder, and have readers follow that");
        }
        return list;
    }

    /** As a file has it. */
    byte[] toBytes(Signatures keys) {
        String text = JSON.writeValueAsString(this);
        return JSON.writeValueAsBytes(new Envelope(text, keys.sign(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** The bundle in a file. */
    Optional<Bundle> find(String file) {
        return bundles.stream().filter(each -> each.file().equals(file)).findFirst();
    }

    /** The bundle that is to be served. */
    Optional<Bundle> wanted() {
        return find(current);
    }

    /** Whether a release is to be served no more. */
    boolean isWithdrawn(String release) {
        return withdrawn.contains(release);
    }

    /** A later list with a bundle that is to be served, and as many of the newest as are kept. */
    BundleList with(Bundle bundle, int kept, long now) {
        List<Bundle> all = new ArrayList<>(bundles.stream()
                .filter(each -> !each.file().equals(bundle.file()))
                .toList());
        all.add(bundle);
        return new BundleList(
                VERSION,
                after(now),
                bundle.file(),
                all.subList(Math.max(0, all.size() - kept), all.size()),
                withdrawn.stream()
                        .filter(each -> !each.equals(bundle.release()))
                        .toList());
    }

    /** A later list without a release; the newest of the others is to be served. Empty when there is no other, or no such release. */
    Optional<BundleList> without(String release, long now) {
        List<Bundle> others =
                bundles.stream().filter(each -> !each.release().equals(release)).toList();
        if (others.isEmpty() || others.size() == bundles.size()) {
            return Optional.empty();
        }
        List<String> all = Stream.concat(withdrawn.stream(), Stream.of(release))
                .skip(Math.max(0, withdrawn.size() + 1 - WITHDRAWN_MAX))
                .toList();
        String next = wanted().filter(others::contains)
                .orElse(others.get(others.size() - 1))
                .file();
        return Optional.of(new BundleList(VERSION, after(now), next, others, all));
    }

    private long after(long now) {
        return Math.max(now, number + 1);
    }
}
