package org.werkgraaf.web.http;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of an address, above all behind the question mark, read as browsers read it. */
final class QueryText {
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    /** What browsers leave as it is, though an address should not have it. */
    private static final Pattern RAW = Pattern.compile("[^!#$%&'()*+,\\-./0-9:;=?@A-Z_a-z~]+");

    private static final Pattern VALUE_WITHOUT_NAME = Pattern.compile("(?:^|&)=");

    /** One letter at a time between those of ASCII, as in the words of western Europe. */
    private static final Pattern OLD_LETTERS = Pattern.compile("(?:\\p{ASCII}|\\p{IsLatin}(?![^\\x00-\\x7F]))*");

    private static final Charset OLD = Charset.forName("windows-1252");

    private QueryText() {}

    /**
     * The same address in UTF-8: a percent sign that encodes nothing is meant as one, and letters that are encoded as older programs
     * do ({@code sant%E9}) are the letters they were.
     *
     * @return null when its bytes are no text in either way
     */
    static @Nullable String mended(String query) {
        String percents = STRAY_PERCENT.matcher(escaped(query)).replaceAll("%25");
        Matcher encoded = ENCODED.matcher(percents);
        StringBuilder mended = new StringBuilder();
        while (encoded.find()) {
            byte[] bytes = bytes(encoded.group());
            String text = decoded(bytes, StandardCharsets.UTF_8);
            if (text != null) {
                encoded.appendReplacement(mended, Matcher.quoteReplacement(encoded.group()));
                continue;
            }
            String old = decoded(bytes, OLD);
            if (old == null || !OLD_LETTERS.matcher(old).matches()) {
                return null;
            }
            encoded.appendReplacement(mended, Matcher.quoteReplacement(URLEncoder.encode(old, StandardCharsets.UTF_8)));
        }
        return encoded.appendTail(mended).toString();
    }

    /** The same with percent signs for what an address should not have as it is. */
    static String escaped(String address) {
        return RAW.matcher(address).replaceAll(raw -> URLEncoder.encode(raw.group(), StandardCharsets.UTF_8));
    }

    /** How many parameters it has at most. */
    static int parameters(String query) {
        return 1 + (int) query.chars().filter(each -> each == '&').count();
    }

    /** Whether an equals sign has no name of a parameter before it, as in {@code ?=5}. */
    static boolean hasValueWithoutName(String query) {
        return VALUE_WITHOUT_NAME.matcher(query).find();
    }

    private static byte[] bytes(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < encoded.length(); i += 3) {
            bytes.write(Integer.parseInt(encoded.substring(i, i + 2), 16));
        }
        return bytes.toByteArray();
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
