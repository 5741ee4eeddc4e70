package org.werkgraaf.web.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.Matrix;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.ask.KnownParameters;

/**
 * Which matrix is asked for.
 *
 * @param sides what stands in the rows and in the columns
 * @param family id of a technique, to have the techniques below it only; means nothing where the rows are families
 * @param all whether to show more than the rows and columns with most
 */
public record MatrixRequest(Sides sides, @Nullable String family, boolean all) {
    static final String FAMILY = "family";
    static final List<String> ROWS = List.of(FAMILY, "technique");
    private static final Set<String> PARAMETERS = Set.of("rows", "columns", FAMILY, "show");
    private static final int ROWS_SHOWN = 20;
    private static final int COLUMNS_SHOWN = 12;
    /** The most that the whole page shows; the table to take away has everything. */
    private static final int ROWS_MAX = 200;

    private static final int COLUMNS_MAX = 40;

    /**
     * @param rows one of {@link #ROWS}
     * @param columns a class that may be the columns, by the name of its filter in search
     */
    record Sides(String rows, String columns) {}

    /** The classes that may be the columns, by the name of their filter in search, in the order in which they are offered. */
    static Map<String, String> columns(Atlas atlas) {
        Map<String, String> columns = new LinkedHashMap<>();
        atlas.presentation()
                .matrixColumns()
                .forEach(type -> columns.put(Character.toLowerCase(type.charAt(0)) + type.substring(1), type));
        return columns;
    }

    public static MatrixRequest of(Map<String, String[]> parameters, Atlas atlas) {
        KnownParameters given = new KnownParameters(parameters, PARAMETERS);
        List<String> offered = List.copyOf(columns(atlas).keySet());
        String family = given.thing(FAMILY, Wg.TECHNIQUE.getLocalName(), atlas);
        String rows = given.choice("rows", ROWS, family == null ? FAMILY : "technique");
        return new MatrixRequest(
                new Sides(rows, given.choice("columns", offered, offered.get(0))),
                rows.equals(FAMILY) ? null : family,
                given.choice("show", List.of("top", "all"), "top").equals("all"));
    }

    /** The rows that are asked for, without regard to how many are shown. */
    List<Matrix.Row> rows(Matrix matrix, Atlas atlas) {
        return family == null
                ? matrix.rows()
                : matrix.rows().stream()
                        .filter(row -> atlas.families(row.thing().id()).contains(family)
                                || row.thing().id().equals(family))
                        .toList();
    }

    int rowsMost() {
        return all ? ROWS_MAX : ROWS_SHOWN;
    }

    int columnsMost() {
        return all ? COLUMNS_MAX : COLUMNS_SHOWN;
    }

    /** The address of the same in another form. */
    String link(String path, String lang, boolean whole) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path)
                .queryParam("rows", sides.rows())
                .queryParam("columns", sides.columns());
        if (family != null) {
            link.queryParam(FAMILY, family);
        }
        if (whole) {
            link.queryParam("show", "all");
        }
        return link.queryParam("lang", lang).encode().build().toUriString();
    }
}
