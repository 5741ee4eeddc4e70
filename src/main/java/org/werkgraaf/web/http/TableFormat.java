package org.werkgraaf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.table.CsvForm;
import org.werkgraaf.web.text.GivenText;

/**
 * How a table leaves the service: a workbook, or CSV as its parameters say. The one way for every table.
 *
 * @param workbook whether it is a workbook
 * @param csv how CSV is written
 */
public record TableFormat(boolean workbook, CsvForm csv) {
    /** The type of a workbook. */
    public static final MediaType XLSX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String SEPARATOR = "separator";
    private static final String BYTE_ORDER_MARK = "bom";
    private static final String DECIMAL = "decimal";
    private static final Map<String, Character> SEPARATORS = Map.of("comma", ',', "semicolon", ';', "tab", '\t');
    /** The parameters that say how CSV is written, with what each takes; the first is the default. */
    private static final Map<String, List<String>> PARAMETERS = parameters();

    private static Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put(SEPARATOR, List.of("comma", "semicolon", "tab"));
        parameters.put(BYTE_ORDER_MARK, List.of("no", "yes"));
        parameters.put(DECIMAL, List.of("point", "comma"));
        return parameters;
    }

    /** The format that the end of the address asks for, with its parameters. */
    public static TableFormat of(HttpServletRequest request) {
        return of(request.getRequestURI().endsWith(".xlsx"), request.getParameterMap());
    }

    /**
     * Reads the parameters.
     *
     * @throws RequestException when one has another value, or the separator and the sign before decimals are the same
     */
    public static TableFormat of(boolean workbook, Map<String, String[]> given) {
        if (workbook) {
            PARAMETERS.keySet().stream().filter(given::containsKey).findFirst().ifPresent(name -> {
                throw new RequestException(
                        ErrorCode.UNKNOWN_PARAMETER,
                        "The parameter " + name + " is for CSV only; a workbook has types of its own. Leave it out.");
            });
            return new TableFormat(true, CsvForm.STANDARD);
        }
        String separator = choice(SEPARATOR, given);
        boolean comma = choice(DECIMAL, given).equals("comma");
        if (comma && separator.equals("comma")) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "With decimal=comma a comma cannot stand between the cells too. Add separator=semicolon or"
                            + " separator=tab.");
        }
        return new TableFormat(
                false,
                new CsvForm(
                        SEPARATORS.getOrDefault(separator, ','),
                        choice(BYTE_ORDER_MARK, given).equals("yes"),
                        comma));
    }

    private static String choice(String name, Map<String, String[]> given) {
        List<String> offered = PARAMETERS.getOrDefault(name, List.of());
        List<String> values = Stream.of(given.getOrDefault(name, new String[0]))
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
        if (values.isEmpty()) {
            return offered.get(0);
        }
        if (values.size() > 1 || !offered.contains(values.get(0))) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter " + name + " is '" + GivenText.shorten(String.join(", ", values)) + "'; use one of "
                            + String.join(", ", offered) + ".");
        }
        return values.get(0);
    }

    /** The parameters of a request without those that say how CSV is written. */
    public static Map<String, String[]> others(Map<String, String[]> given) {
        Map<String, String[]> others = new LinkedHashMap<>(given);
        others.keySet().removeAll(PARAMETERS.keySet());
        return others;
    }

    /** Those of the parameters that say how CSV is written, to go on in another address; empty or beginning with an ampersand. */
    public static String carried(Map<String, String[]> given) {
        UriComponentsBuilder link = UriComponentsBuilder.newInstance();
        PARAMETERS
                .keySet()
                .forEach(name -> Stream.of(given.getOrDefault(name, new String[0]))
                        .forEach(value -> link.queryParam(name, value)));
        String query = link.encode().build().getQuery();
        return query == null ? "" : "&" + query;
    }

    /** What ends the name of a file. */
    public String suffix() {
        return workbook ? "xlsx" : "csv";
    }

    MediaType type() {
        return workbook ? XLSX : CSV;
    }
}
