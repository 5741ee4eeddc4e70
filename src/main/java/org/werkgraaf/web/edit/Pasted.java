package org.werkgraaf.web.edit;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.Wg;

/**
 * An identifier or address that somebody pasted. It says something by itself: nothing is fetched for it.
 *
 * @param property of which it is a value; absent when it is an address that holds no identifier
 * @param value the identifier; empty when there is none
 * @param address the address that was pasted; absent when it was an identifier
 */
record Pasted(
        @Nullable Node property, String value, @Nullable String address) {
    private static final List<Node> PROPERTIES = List.of(Wg.ECLI, Wg.BWB, Wg.CELEX, Wg.ELI);
    /** What stands around a CELEX number in the addresses of EUR-Lex. */
    private static final Pattern CELEX_IN = Pattern.compile("CELEX:([^&#?]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ECLI_IN = Pattern.compile("ECLI:[A-Z0-9:.]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BWB_IN = Pattern.compile("BWB[A-Z][0-9]{7}", Pattern.CASE_INSENSITIVE);
    private static final String ELI_IN = "http://data.europa.eu/eli/";
    private static final Pattern COURT = Pattern.compile("(ECLI:([A-Z]{2}):)([A-Z0-9]{1,7}:)([0-9]{4}):.*");
    private static final Pattern ACT = Pattern.compile("(([0-9])([0-9]{4})([A-Z]{1,2}))0*([0-9]+).*");

    /**
     * What a text stands for.
     *
     * @param form of the values of a property, as the shapes ask it
     * @return empty when it is neither an identifier nor an address
     */
    static Optional<Pasted> of(String text, Function<Node, Optional<Pattern>> form) {
        String plain = text.strip();
        return isAddress(plain) ? Optional.of(inAddress(plain, form)) : identifier(plain, form);
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Pasted inAddress(String address, Function<Node, Optional<Pattern>> form) {
        String decoded = decoded(address);
        return Stream.of(
                        find(ECLI_IN, 0, decoded),
                        find(CELEX_IN, 1, decoded),
                        find(BWB_IN, 0, decoded),
                        Optional.of(decoded).filter(each -> each.startsWith(ELI_IN)))
                .flatMap(Optional::stream)
                .flatMap(found -> identifier(found, form).stream())
                .map(found -> new Pasted(found.property(), found.value(), address))
                .findFirst()
                .orElseGet(() -> new Pasted(null, "", address));
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static Optional<String> find(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    private static Optional<Pasted> identifier(String text, Function<Node, Optional<Pattern>> form) {
        String close = text.replaceAll("\\s+", "");
        String upper = close.toUpperCase(Locale.ROOT).replaceFirst("^CELEX:", "");
        return PROPERTIES.stream()
                .flatMap(property -> form
                        .apply(property)
                        .flatMap(pattern -> Stream.of(upper, close)
                                .filter(each -> pattern.matcher(each).matches())
                                .findFirst())
                        .map(value -> new Pasted(property, value, null))
                        .stream())
                .findFirst();
    }

    /** The beginning that identifiers of the same court, or of the same kind of act, share; empty when there is none. */
    String family() {
        Matcher court = COURT.matcher(value);
        Matcher act = ACT.matcher(value);
        return court.matches()
                ? court.group(1) + court.group(3)
                : act.matches() ? act.group(2) + "." + act.group(4) : "";
    }

    /** The beginning that identifiers of the same country, or register, share; empty when there is none. */
    String register() {
        Matcher court = COURT.matcher(value);
        Matcher act = ACT.matcher(value);
        return court.matches()
                ? court.group(1)
                : act.matches() ? act.group(2) : property == null ? "" : property.getLocalName();
    }

    /** The code of the country, as ECLI has it. */
    Optional<String> country() {
        Matcher court = COURT.matcher(value);
        return court.matches() ? Optional.of(court.group(2).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** The year of a decision. */
    Optional<String> year() {
        Matcher court = COURT.matcher(value);
        return court.matches() ? Optional.of(court.group(4)) : Optional.empty();
    }

    /** How an address has the identifier in it: with a mark for it, or for the year and number in it; empty when it has neither. */
    Optional<String> template(String other) {
        if (other.contains(value)) {
            return Optional.of(other.substring(0, other.indexOf(value)) + "{id}");
        }
        return numbered()
                .filter(other::contains)
                .map(part -> other.replace(part, "/{year}/{number}/"))
                .filter(template -> template.contains("{number}"));
    }

    /** The address that such a template makes of this identifier. */
    Optional<String> filled(String template) {
        return template.contains("{id}")
                ? Optional.of(template.replace("{id}", value))
                : numbered().map(part -> template.replace("/{year}/{number}/", part));
    }

    private Optional<String> numbered() {
        Matcher act = ACT.matcher(value);
        return act.matches() ? Optional.of("/" + act.group(3) + "/" + act.group(5) + "/") : Optional.empty();
    }

    /** Another identifier of the same kind. */
    Pasted with(String other) {
        return new Pasted(property, other, null);
    }
}
