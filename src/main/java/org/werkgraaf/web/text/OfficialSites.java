package org.werkgraaf.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the sites on which law and decisions are published by those who made them from those that copy them. */
public final class OfficialSites {
    private static final Set<String> NAMES = read();

    private OfficialSites() {}

    /** Whether a web address is on an official site. */
    public static boolean has(String address) {
        String site = site(address);
        for (int dot = 0; dot >= 0; dot = site.indexOf('.', dot + 1)) {
            if (NAMES.contains(dot == 0 ? site : site.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    /** The name of the site of a web address, as people write it; empty when it has none. */
    public static String site(String address) {
        // An address may have signs that a URI may not, after its site.
        String[] parts = address.split("/", 4);
        String host = parts.length > 2
                ? URI.create("x://" + parts[2].split("[?#]")[0]).getHost()
                : null;
        return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www[.]", "");
    }

    private static Set<String> read() {
        try (InputStream list = OfficialSites.class.getResourceAsStream("official-sites.txt")) {
            if (list == null) {
                throw new IOException("The list official-sites.txt is missing");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the official sites", e);
        }
    }
}
