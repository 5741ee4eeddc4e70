package org.werkgraaf.engine;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.http.auth.AuthHeader;
import org.jspecify.annotations.Nullable;

/** Says who we are when the other store asks: by Basic or by Digest (RFC 7616, with SHA-256 or MD5). */
final class Credentials {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-256");
    private static final int CNONCE_BYTES = 12;

    private final String user;
    private final String password;
    private volatile @Nullable Asked asked;

    Credentials(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** What was asked for last, with how often it was answered. */
    private record Asked(boolean basic, Map<String, String> fields, AtomicInteger count) {}

    /** The header for a request when it is known from earlier ones what is asked for. */
    Optional<String> known(HttpRequest request) {
        Asked known = asked;
        return known == null ? Optional.empty() : Optional.of(header(known, request));
    }

    /** The header that answers a challenge; empty when there is nothing to say, or nothing that is understood. */
    Optional<String> answer(List<String> challenges, HttpRequest request) {
        if (user.isEmpty()) {
            return Optional.empty();
        }
        for (String each : challenges) {
            AuthHeader challenge = AuthHeader.parseChallenge(each);
            if (challenge != null && (challenge.isBasicAuth() || isKnownDigest(challenge))) {
                Map<String, String> fields = challenge.getAuthParams();
                Asked fresh =
                        new Asked(challenge.isBasicAuth(), fields == null ? Map.of() : fields, new AtomicInteger());
                asked = fresh;
                return Optional.of(header(fresh, request));
            }
        }
        return Optional.empty();
    }

    private static boolean isKnownDigest(AuthHeader challenge) {
        return challenge.isDigestAuth() && ALGORITHMS.contains(algorithm(challenge.getAuthParams()));
    }

    private static String algorithm(Map<String, String> fields) {
        return fields.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    }

    private String header(Asked challenge, HttpRequest request) {
        if (challenge.basic()) {
            return "Basic "
                    + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        }
        String realm = challenge.fields().getOrDefault("realm", "");
        String nonce = challenge.fields().getOrDefault("nonce", "");
        String opaque = challenge.fields().get("opaque");
        boolean counted = challenge.fields().getOrDefault("qop", "").contains("auth");
        String path = request.uri().getRawPath()
                + (request.uri().getRawQuery() == null
                        ? ""
                        : "?" + request.uri().getRawQuery());
        String by = algorithm(challenge.fields());
        String secret = hash(by, user + ":" + realm + ":" + password);
        String what = hash(by, request.method() + ":" + path);
        String count = "%08x".formatted(challenge.count().incrementAndGet());
        byte[] random = new byte[CNONCE_BYTES];
        RANDOM.nextBytes(random);
        String cnonce = HexFormat.of().formatHex(random);
        String response = counted
                ? hash(by, secret + ":" + nonce + ":" + count + ":" + cnonce + ":auth:" + what)
                : hash(by, secret + ":" + nonce + ":" + what);
        return "Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + path
                + "\", response=\"" + response + "\", algorithm=" + by
                + (opaque == null ? "" : ", opaque=\"" + opaque + "\"")
                + (counted ? ", qop=auth, nc=" + count + ", cnonce=\"" + cnonce + "\"" : "");
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
