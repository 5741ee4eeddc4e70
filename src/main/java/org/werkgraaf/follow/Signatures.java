package org.werkgraaf.follow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Signs with a private key by Ed25519, or verifies with a public one; with neither, nothing is signed and anything is taken. */
final class Signatures {
    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES_MAX = 10_000;

    private final @Nullable PrivateKey own;
    private final @Nullable PublicKey theirs;

    private Signatures(@Nullable PrivateKey own, @Nullable PublicKey theirs) {
        this.own = own;
        this.theirs = theirs;
    }

    /**
     * Signs with the key in a file; empty for none.
     *
     * @throws IllegalArgumentException when there is no such key in it
     */
    static Signatures signing(String file) {
        return file.isEmpty() ? new Signatures(null, null) : new Signatures(privateKey(file), null);
    }

    /**
     * Verifies with the key in a file; empty for none.
     *
     * @throws IllegalArgumentException when there is no such key in it
     */
    static Signatures verifying(String file) {
        return file.isEmpty() ? new Signatures(null, null) : new Signatures(null, publicKey(file));
    }

    /** The signature in Base64; null without a key. */
    @Nullable String sign(byte[] bytes) {
        if (own == null) {
            return null;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign by " + ALGORITHM, e);
        }
    }

    /**
     * Makes sure that what is signed anew was signed by the same key; with none, anything is taken.
     *
     * @throws IOException when it was not
     */
    void requireOwn(byte[] bytes, @Nullable String signature) throws IOException {
        // Ed25519 gives the same signature for the same bytes.
        if (own != null && !String.valueOf(sign(bytes)).equals(signature)) {
            throw new IOException(
                    "the list of bundles there is not signed by the key in werkgraaf.bundle.key, so nothing is added to it and"
                            + " it is not signed again. Find out who wrote it; put the list back, give the key that signed it, or"
                            + " start in an empty folder");
        }
    }

    /** @throws IOException when there is a key and the signature is not of the one that belongs to it */
    void verify(byte[] bytes, @Nullable String signature) throws IOException {
        if (theirs == null) {
            return;
        }
        if (signature == null) {
            throw new IOException("The list is not signed, and werkgraaf.reader.public-key asks for a signature.");
        }
        if (!isTheirs(theirs, bytes, signature)) {
            throw new IOException(
                    "The signature of the list is not of the key in werkgraaf.reader.public-key, or the list was changed.");
        }
    }

    private static boolean isTheirs(PublicKey key, byte[] bytes, String signature) {
        try {
            Signature verifying = Signature.getInstance(ALGORITHM);
            verifying.initVerify(key);
            verifying.update(bytes);
            return verifying.verify(Base64.getDecoder().decode(signature));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot verify by " + ALGORITHM, e);
        }
    }

    private static PrivateKey privateKey(String file) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pem(file, "PRIVATE KEY")));
        } catch (GeneralSecurityException e) {
            throw noKey("werkgraaf.bundle.key", file, e);
        }
    }

    private static PublicKey publicKey(String file) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(pem(file, "PUBLIC KEY")));
        } catch (GeneralSecurityException e) {
            throw noKey("werkgraaf.reader.public-key", file, e);
        }
    }

    private static IllegalArgumentException noKey(String setting, String file, Exception cause) {
        return new IllegalArgumentException(
                "The setting " + setting + " is '" + file + "', which is not a file with an Ed25519 key in PEM.",
                cause);
    }

    private static byte[] pem(String file, String kind) throws GeneralSecurityException {
        try (var in = Files.newInputStream(Path.of(file))) {
            String text = new String(in.readNBytes(KEY_BYTES_MAX), StandardCharsets.US_ASCII);
            String begin = "-----BEGIN " + kind + "-----";
            int from = text.indexOf(begin);
            int to = text.indexOf("-----END " + kind + "-----");
            if (from < 0 || to < from) {
                throw new GeneralSecurityException("It has no " + kind);
            }
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        } catch (IOException | IllegalArgumentException e) {
            throw new GeneralSecurityException("It cannot be read", e);
        }
    }
}
