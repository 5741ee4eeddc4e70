package org.werkgraaf.web.overview;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.Matrix;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;

/** Writes the matrix in Markdown, as a table with a word for each pair of which nothing is counted. */
@Component
class MatrixMarkdown {
    private static final String NONE = "–";

    private final MessageSource messages;
    private final WebSettings settings;

    MatrixMarkdown(MessageSource messages, WebSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    String of(Overview overview, MatrixRequest asked, String lang) {
        PageText text = new PageText(lang, messages);
        Matrix matrix = overview.matrix(asked.sides());
        List<Matrix.Row> rows = asked.rows(matrix, overview.atlas());
        List<Atlas.Thing> columns = MatrixPage.cut(matrix.columns(), asked.columnsMost());
        List<Matrix.Row> shown = MatrixPage.cut(rows, asked.rowsMost());
        List<String> heads = new ArrayList<>();
        heads.add(text.message("matrix.rows." + asked.sides().rows()));
        columns.forEach(column -> heads.add(name(column, text)));
        Markdown document = new Markdown()
                .heading(1, text.message("matrix.title"))
                .paragraph(text.message("matrix.lead"))
                .paragraph(text.message(
                        "matrix.shown",
                        shown.size(),
                        rows.size(),
                        columns.size(),
                        matrix.columns().size()))
                .table(
                        heads,
                        shown.stream()
                                .map(row -> cells(row, columns, matrix, text))
                                .toList())
                .list(List.of(
                        text.message("matrix.gap") + ": " + text.message("matrix.kind.gap"),
                        NONE + ": "
                                + text.message("matrix.none." + asked.sides().columns()),
                        "(): " + text.message("matrix.kind.empty.long")));
        if (shown.size() < rows.size() || columns.size() < matrix.columns().size()) {
            document.paragraph(text.message(
                    "markdown.part",
                    shown.size() * columns.size(),
                    rows.size() * matrix.columns().size(),
                    settings.baseUrl() + asked.link("/matrix.csv", lang, false)));
            if (!asked.all()) {
                document.paragraph("[" + text.message("matrix.all") + "](" + settings.baseUrl()
                        + asked.link("/matrix.md", lang, true) + ")");
            }
        }
        return document.paragraph(text.message("quote.version", overview.atlas().release()))
                .toString();
    }

    private List<String> cells(Matrix.Row row, List<Atlas.Thing> columns, Matrix matrix, PageText text) {
        List<String> cells = new ArrayList<>();
        cells.add(Markdown.link(
                name(row.thing(), text),
                settings.baseUrl() + "/id/" + row.thing().id()));
        for (Atlas.Thing column : columns) {
            Matrix.Cell cell = matrix.cell(row, column);
            cells.add(
                    switch (matrix.kind(row, cell)) {
                        case "count" -> text.count(cell.count());
                        case "gap" -> text.message("matrix.gap");
                        case "none" -> NONE;
                        default -> "()";
                    });
        }
        return cells;
    }

    private static String name(Atlas.Thing thing, PageText text) {
        return text.name(thing.shortNames().isEmpty() ? thing.labels() : thing.shortNames(), thing.id());
    }
}
