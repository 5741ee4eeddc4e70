package org.werkgraaf.web.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.Matrix;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.Choices;
import org.werkgraaf.web.text.PageText;

/** What the page and the card of the matrix show. */
@Component
public class MatrixPage {
    private final MessageSource messages;
    private final WebSettings settings;
    private final CellKinds kinds;

    MatrixPage(MessageSource messages, WebSettings settings, CellKinds kinds) {
        this.kinds = kinds;
        this.messages = messages;
        this.settings = settings;
    }

    public ModelAndView of(String view, Overview overview, MatrixRequest asked, String lang) {
        PageText text = new PageText(lang, messages);
        Matrix matrix = overview.matrix(asked.sides());
        List<Matrix.Row> rows = asked.rows(matrix, overview.atlas());
        List<Atlas.Thing> columns = cut(matrix.columns(), asked.columnsMost());
        List<Head> heads = columns.stream()
                .map(column -> head(column, text).onlyThroughOthers(kinds.isUncovered(column)))
                .toList();
        ModelAndView page = new ModelAndView(view);
        page.addObject("asked", asked);
        page.addObject("rowsOf", asked.sides().rows());
        page.addObject("columnsOf", asked.sides().columns());
        page.addObject("rowChoices", MatrixRequest.ROWS);
        page.addObject(
                "columnChoices",
                List.copyOf(MatrixRequest.columns(overview.atlas()).keySet()));
        page.addObject("family", asked.family());
        page.addObject("heads", heads);
        page.addObject(
                "lines",
                cut(rows, asked.rowsMost()).stream()
                        .map(row -> line(matrix, row, columns, asked, text, lang))
                        .toList());
        page.addObject("rowCount", rows.size());
        page.addObject("columnCount", matrix.columns().size());
        page.addObject("csvLink", asked.link("/matrix.csv", lang, false));
        page.addObject("allLink", asked.link("/matrix", lang, true));
        page.addObject("topLink", asked.link("/matrix", lang, false));
        page.addObject("pageLink", asked.link("/matrix", lang, asked.all()));
        page.addObject("embedLink", asked.link("/embed/matrix", lang, asked.all()));
        return page;
    }

    /** The families that have more than one technique. */
    List<Choices.Choice> families(Overview overview, String lang) {
        Matrix matrix = overview.matrix(new MatrixRequest.Sides(
                MatrixRequest.FAMILY,
                MatrixRequest.columns(overview.atlas()).keySet().iterator().next()));
        List<String> ids = matrix.rows().stream()
                .filter(row -> row.members().size() > 1)
                .map(row -> row.thing().id())
                .toList();
        return Choices.of(overview.atlas(), ids, new PageText(lang, messages), lang);
    }

    private Line line(
            Matrix matrix, Matrix.Row row, List<Atlas.Thing> columns, MatrixRequest asked, PageText text, String lang) {
        List<Cell> cells = new ArrayList<>();
        for (Atlas.Thing column : columns) {
            Matrix.Cell cell = matrix.cell(row, column);
            cells.add(new Cell(
                    cell.count(),
                    kinds.of(matrix, row, column),
                    cell.count() == 0 ? "" : search(row, column, asked, lang),
                    cell.count() == 0 ? "" : text.name(column.labels(), column.id())));
        }
        boolean opens = asked.sides().rows().equals(MatrixRequest.FAMILY)
                && row.members().size() > 1;
        MatrixRequest inside = new MatrixRequest(
                new MatrixRequest.Sides("technique", asked.sides().columns()),
                row.thing().id(),
                false);
        return new Line(
                head(row.thing(), text),
                row.members().size(),
                opens ? inside.link("/matrix", lang, false) : "",
                row.total() == 0,
                cells);
    }

    /** The search that finds what is counted; of a family too large for one search, the matrix of its techniques. */
    private String search(Matrix.Row row, Atlas.Thing column, MatrixRequest asked, String lang) {
        if (row.members().size() >= settings.filtersMax()) {
            return new MatrixRequest(
                            new MatrixRequest.Sides("technique", asked.sides().columns()),
                            row.thing().id(),
                            true)
                    .link("/matrix", lang, true);
        }
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/search");
        row.members().forEach(member -> link.queryParam("technique", member));
        return link.queryParam(asked.sides().columns(), column.id())
                .encode()
                .build()
                .toUriString();
    }

    private static Head head(Atlas.Thing thing, PageText text) {
        Map<String, String> names = thing.shortNames().isEmpty() ? thing.labels() : thing.shortNames();
        return new Head(
                thing.id(),
                text.name(names, thing.id()),
                text.name(thing.labels(), thing.id()),
                text.foreign(names),
                false);
    }

    static <T> List<T> cut(List<T> things, int most) {
        return things.subList(0, Math.min(most, things.size()));
    }

    /**
     * @param id of the thing
     * @param name in short
     * @param full in full
     * @param lang of the name, when it is not the page's
     * @param uncovered whether it is a country of which no law of its own is here
     */
    record Head(
            String id,
            String name,
            String full,
            @org.jspecify.annotations.Nullable String lang,
            boolean uncovered) {
        Head onlyThroughOthers(boolean without) {
            return new Head(id, name, full, lang, without);
        }
    }

    /**
     * @param head the technique or family
     * @param members how many techniques count for it
     * @param inside address of the matrix of its techniques; empty when it has none below it
     * @param unknown whether nothing is known in any column
     * @param cells from left to right
     */
    record Line(Head head, int members, String inside, boolean unknown, List<Cell> cells) {}

    /**
     * @param count how many things have to do with both
     * @param kind count, gap, none or empty
     * @param link to what is counted; empty when there is nothing
     * @param column name of the column; empty when there is nothing
     */
    record Cell(int count, String kind, String link, String column) {}
}
