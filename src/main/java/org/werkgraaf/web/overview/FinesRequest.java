package org.werkgraaf.web.overview;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.entity.Fine;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.web.ask.KnownParameters;

/**
 * Which fines are asked for.
 *
 * @param currency ISO 4217 code
 * @param year in four digits
 * @param authority id of a court or authority
 * @param technique id of a technique
 * @param by how the table to take away is put together
 */
public record FinesRequest(
        String currency,
        @Nullable Integer year,
        @Nullable String authority,
        @Nullable String technique,
        String by) {
    private static final Set<String> PARAMETERS = Set.of("currency", "year", "authority", "technique", "by");
    private static final String EURO = "EUR";

    public static FinesRequest of(Map<String, String[]> parameters, Overview overview) {
        KnownParameters given = new KnownParameters(parameters, PARAMETERS);
        return new FinesRequest(
                given.choice("currency", currencies(overview), EURO),
                given.year("year"),
                given.thing("authority", ClassNames.AUTHORITY, overview.atlas()),
                given.thing("technique", ClassNames.TECHNIQUE, overview.atlas()),
                given.choice("by", FineSums.BY, "year"));
    }

    /** The currencies in which fines are on record; the euro first. */
    static List<String> currencies(Overview overview) {
        List<String> others = overview.fines().stream()
                .map(Fine::currency)
                .filter(Objects::nonNull)
                .filter(currency -> !currency.equals(EURO))
                .distinct()
                .sorted()
                .toList();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(EURO), others.stream())
                .toList();
    }

    /** Those in the currency, whatever their year, authority or technique. */
    List<Fine> inCurrency(Overview overview) {
        return overview.fines().stream()
                .filter(fine -> currency.equals(fine.currency()))
                .toList();
    }

    /** Those that are asked for, the newest first. */
    List<Fine> select(Overview overview) {
        return inCurrency(overview).stream()
                .filter(fine -> year == null || fine.year().equals(year.toString()))
                .filter(fine -> authority == null || fine.authorities().contains(authority))
                .filter(fine -> technique == null || fine.techniques().contains(technique))
                .toList();
    }

    /** Whether there are more in the same currency. */
    public boolean narrowed() {
        return year != null || authority != null || technique != null;
    }

    /** The page with the cases behind one number. */
    String cases(String name, String value, String lang) {
        return UriComponentsBuilder.fromPath("/fines")
                .queryParam("currency", currency)
                .queryParam(name, value)
                .queryParam("lang", lang)
                .fragment("cases")
                .encode()
                .build()
                .toUriString();
    }

    /** The same of one year in Markdown; of all years when it is empty. */
    String markdown(String of, String lang) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/fines.md").queryParam("currency", currency);
        if (!of.isEmpty()) {
            link.queryParam("year", of);
        }
        return link.queryParam("lang", lang).encode().build().toUriString();
    }

    /** The same, put together otherwise, in another form. */
    String link(String path, String by, String lang) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path)
                .queryParam("currency", currency)
                .queryParam("by", by);
        add(link, "year", year);
        add(link, "authority", authority);
        add(link, "technique", technique);
        return link.queryParam("lang", lang).encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder link, String name, @Nullable Object value) {
        if (value != null) {
            link.queryParam(name, value);
        }
    }
}
