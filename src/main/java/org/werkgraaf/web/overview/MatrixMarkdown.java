package org.werkgraaf.web.overview;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.Matrix;
import org.werkgraaf.vocabulary.FacetNames;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;

/** Writes the matrix in Markdown, as a table with a word for each pair of which nothing is counted. */
@Component
class MatrixMarkdown {
    private static final String NONE = "–";

    private final MessageSource messages;
    private final WebSettings settings;
    private final CellKinds kinds;

    MatrixMarkdown(MessageSource messages, WebSettings settings, CellKinds kinds) {
        this.kinds = kinds;
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
                .list(meanings(asked.sides().columns(), text));
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
        return document.files(
                        text,
                        settings.baseUrl(),
                        asked.link("/matrix.csv", lang, asked.all()),
                        asked.link("/matrix.svg", lang, asked.all()))
                .paragraph(text.message("quote.version", overview.atlas().release()))
                .toString();
    }

    private static List<String> meanings(String columns, PageText text) {
        List<String> meanings = new ArrayList<>();
        meanings.add(text.message("matrix.gap") + ": " + text.message("matrix.kind.gap"));
        meanings.add(NONE + ": " + text.message("matrix.none." + columns));
        if (columns.equals(FacetNames.JURISDICTION)) {
            meanings.add(text.message("coverage." + CellKinds.NO_RULE) + ": " + text.message("matrix.noRule"));
            meanings.add(text.message("coverage." + CellKinds.NOT_COVERED) + ": " + text.message("matrix.notCovered"));
        } else {
            meanings.add("(): " + text.message("matrix.kind.empty.long"));
        }
        return meanings;
    }

    private List<String> cells(Matrix.Row row, List<Atlas.Thing> columns, Matrix matrix, PageText text) {
        List<String> cells = new ArrayList<>();
        cells.add(Markdown.link(
                name(row.thing(), text),
                settings.baseUrl() + "/id/" + row.thing().id()));
        for (Atlas.Thing column : columns) {
            Matrix.Cell cell = matrix.cell(row, column);
            cells.add(
                    switch (kinds.of(matrix, row, column)) {
                        case "count" -> text.count(cell.count());
                        case "gap" -> text.message("matrix.gap");
                        case "none" -> NONE;
                        case CellKinds.NO_RULE -> text.message("coverage." + CellKinds.NO_RULE);
                        case CellKinds.NOT_COVERED -> text.message("coverage." + CellKinds.NOT_COVERED);
                        default -> "()";
                    });
        }
        return cells;
    }

    private static String name(Atlas.Thing thing, PageText text) {
        return text.name(thing.shortNames().isEmpty() ? thing.labels() : thing.shortNames(), thing.id());
    }
}
