package org.werkgraaf.web.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.Matrix;
import org.werkgraaf.picture.GridChart;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.web.picture.PictureWords;
import org.werkgraaf.web.picture.Pictures;
import org.werkgraaf.web.text.PageText;

/** The matrix for print. */
@Component
class MatrixPicture {
    private static final String GAP = "!";
    private static final String NOTHING = "–";

    private final PictureWords words;
    private final Pictures pictures;
    private final CellKinds kinds;

    MatrixPicture(PictureWords words, Pictures pictures, CellKinds kinds) {
        this.kinds = kinds;
        this.words = words;
        this.pictures = pictures;
    }

    Sheet of(Overview overview, MatrixRequest asked, PageText text) {
        Matrix matrix = overview.matrix(asked.sides());
        List<Matrix.Row> all = asked.rows(matrix, overview.atlas());
        List<Matrix.Row> rows = MatrixPage.cut(all, Math.min(asked.rowsMost(), pictures.rowsMax()));
        List<Atlas.Thing> columns = MatrixPage.cut(matrix.columns(), Math.min(asked.columnsMost(), pictures.rowsMax()));
        String title = text.message(
                "picture.title",
                text.message("matrix.title"),
                text.message("matrix.rows." + asked.sides().rows()) + " × "
                        + text.message("facet." + asked.sides().columns()));
        List<String> notes = new ArrayList<>();
        notes.add(text.message(
                "matrix.shown",
                rows.size(),
                all.size(),
                columns.size(),
                matrix.columns().size()));
        Set<String> found = rows.stream()
                .flatMap(row -> columns.stream().map(column -> kinds.of(matrix, row, column)))
                .collect(Collectors.toSet());
        if (found.contains("gap")) {
            notes.add(GAP + " " + text.message("matrix.kind.gap"));
        }
        if (found.contains(CellKinds.NO_RULE)) {
            notes.add("0 " + text.message("matrix.noRule"));
        }
        if (found.contains(CellKinds.NOT_COVERED)) {
            notes.add(NOTHING + " " + text.message("matrix.notCovered"));
        } else {
            notes.add(NOTHING + " " + text.message("matrix.kind.empty.long"));
        }
        return new GridChart(
                        words.heading(
                                title,
                                text.message("matrix.kind.count"),
                                notes,
                                overview.atlas().release(),
                                text),
                        columns.stream().map(column -> name(column, text)).toList(),
                        rows.stream()
                                .map(row -> new GridChart.Row(
                                        name(row.thing(), text),
                                        columns.stream()
                                                .map(column -> cell(
                                                        kinds.of(matrix, row, column), matrix.cell(row, column), text))
                                                .toList()))
                                .toList())
                .draw();
    }

    private static GridChart.Cell cell(String kind, Matrix.Cell cell, PageText text) {
        return new GridChart.Cell(
                cell.count(),
                switch (kind) {
                    case "count" -> text.count(cell.count());
                    case "gap" -> text.count(cell.count()) + GAP;
                    case CellKinds.NO_RULE -> "0";
                    default -> NOTHING;
                });
    }

    private static String name(Atlas.Thing thing, PageText text) {
        return text.name(thing.shortNames().isEmpty() ? thing.labels() : thing.shortNames(), thing.id());
    }
}
