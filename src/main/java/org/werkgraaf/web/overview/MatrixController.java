package org.werkgraaf.web.overview;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.Matrix;
import org.werkgraaf.table.CsvTable;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.PageText;

/** {@code GET /matrix} and {@code /matrix.csv}: what the graph has on each pair of a technique and a risk, act or country. */
@Controller
@Hidden
class MatrixController {
    private final Overviews overviews;
    private final MatrixPage pages;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final CellKinds kinds;

    MatrixController(
            Overviews overviews, MatrixPage pages, ReaderLanguage languages, MessageSource messages, CellKinds kinds) {
        this.kinds = kinds;
        this.overviews = overviews;
        this.pages = pages;
        this.languages = languages;
        this.messages = messages;
    }

    @GetMapping("/matrix")
    ModelAndView matrix(HttpServletRequest request) {
        Overview overview = overviews.now();
        MatrixRequest asked = MatrixRequest.of(request, overview.atlas());
        String lang = languages.of(request);
        ModelAndView page = pages.of("matrix", overview, asked, lang);
        page.addObject("families", pages.families(overview, lang));
        return page;
    }

    @GetMapping("/matrix.csv")
    ResponseEntity<String> csv(HttpServletRequest request) throws IOException {
        Overview overview = overviews.now();
        MatrixRequest asked = MatrixRequest.of(request, overview.atlas());
        Matrix matrix = overview.matrix(asked.sides());
        String lang = languages.of(request);
        PageText text = new PageText(lang, messages);
        StringWriter out = new StringWriter();
        try (CsvTable csv = new CsvTable(out)) {
            csv.row("row", "rowLabel", "techniques", "column", "columnLabel", "count", "gaps", "kind", "meaning");
            for (Matrix.Row row : asked.rows(matrix, overview.atlas())) {
                for (Atlas.Thing column : matrix.columns()) {
                    Matrix.Cell cell = matrix.cell(row, column);
                    String kind = kinds.of(matrix, row, column);
                    csv.row(
                            row.thing().id(),
                            text.name(row.thing().labels(), row.thing().id()),
                            row.members().size(),
                            column.id(),
                            text.name(column.labels(), column.id()),
                            cell.count(),
                            cell.gaps(),
                            kind,
                            meaning(kind, asked.sides().columns(), text));
                }
            }
        }
        String variant = "matrix." + request.getQueryString() + "." + lang;
        return Etags.ok(overview.atlas().release(), Integer.toHexString(variant.hashCode()))
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"werkgraaf-matrix.csv\"")
                .body(out.toString());
    }

    private static String meaning(String kind, String columns, PageText text) {
        return text.message(
                kind.equals("none")
                        ? "matrix.none." + columns
                        : CellKinds.ofCountry(kind) ? "coverage." + kind : "matrix.kind." + kind);
    }
}
