package org.werkgraaf.web.overview;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.Matrix;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.table.Table;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.TableFiles;
import org.werkgraaf.web.http.TableFormat;
import org.werkgraaf.web.picture.TakeAway;
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
    private final TableFiles files;
    private final MatrixPicture picture;
    private final WebSettings settings;

    MatrixController(
            Overviews overviews,
            MatrixPage pages,
            ReaderLanguage languages,
            MessageSource messages,
            TableFiles files,
            CellKinds kinds,
            MatrixPicture picture,
            WebSettings settings) {
        this.kinds = kinds;
        this.picture = picture;
        this.settings = settings;
        this.overviews = overviews;
        this.pages = pages;
        this.languages = languages;
        this.messages = messages;
        this.files = files;
    }

    @GetMapping("/matrix")
    ModelAndView matrix(HttpServletRequest request) {
        Overview overview = overviews.now();
        MatrixRequest asked = MatrixRequest.of(request.getParameterMap(), overview.atlas());
        String lang = languages.of(request);
        ModelAndView page = pages.of("matrix", overview, asked, lang);
        page.addObject("families", pages.families(overview, lang));
        Sheet sheet = picture.of(overview, asked, new PageText(lang, messages));
        page.addObject(
                "take",
                new TakeAway(
                        settings.baseUrl(),
                        sheet.title(),
                        sheet.alternative(),
                        asked.link("/embed/matrix", lang, asked.all()),
                        asked.link("/matrix.csv", lang, false),
                        asked.link("/matrix.svg", lang, asked.all()),
                        List.of(1000, 930)));
        return page;
    }

    @GetMapping({"/matrix.csv", "/matrix.xlsx"})
    ResponseEntity<byte[]> table(HttpServletRequest request) {
        TableFormat format = TableFormat.of(request);
        Overview overview = overviews.now();
        MatrixRequest asked = MatrixRequest.of(TableFormat.others(request.getParameterMap()), overview.atlas());
        Matrix matrix = overview.matrix(asked.sides());
        String lang = languages.of(request);
        PageText text = new PageText(lang, messages);
        Table table =
                new Table("row", "rowLabel", "techniques", "column", "columnLabel", "count", "gaps", "kind", "meaning");
        for (Matrix.Row row : asked.rows(matrix, overview.atlas())) {
            for (Atlas.Thing column : matrix.columns()) {
                Matrix.Cell cell = matrix.cell(row, column);
                String kind = kinds.of(matrix, row, column);
                table.row(
                        TableFiles.thing(row.thing().id()),
                        text.name(row.thing().labels(), row.thing().id()),
                        row.members().size(),
                        TableFiles.thing(column.id()),
                        text.name(column.labels(), column.id()),
                        cell.count(),
                        cell.gaps(),
                        kind,
                        meaning(kind, asked.sides().columns(), text));
            }
        }
        String release = overview.atlas().release();
        String variant = format.suffix() + ".matrix." + request.getQueryString() + "." + lang;
        return files.answer(
                Etags.ok(release, Integer.toHexString(variant.hashCode())),
                format,
                request,
                new TableFiles.Named("werkgraaf-matrix", text.message("matrix.title"), release),
                table);
    }

    private static String meaning(String kind, String columns, PageText text) {
        return text.message(
                kind.equals("none")
                        ? "matrix.none." + columns
                        : CellKinds.ofCountry(kind) ? "coverage." + kind : "matrix.kind." + kind);
    }
}
