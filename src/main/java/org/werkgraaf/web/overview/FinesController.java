package org.werkgraaf.web.overview;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.table.Amount;
import org.werkgraaf.table.Table;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.TableFiles;
import org.werkgraaf.web.http.TableFormat;
import org.werkgraaf.web.text.PageText;

/** {@code GET /fines} and {@code /fines.csv}: amounts of fines by year, authority and technique, in one currency at a time. */
@Controller
@Hidden
class FinesController {
    private final Overviews overviews;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final TableFiles files;
    private final FinesPage page;

    FinesController(
            Overviews overviews, ReaderLanguage languages, MessageSource messages, TableFiles files, FinesPage page) {
        this.page = page;
        this.overviews = overviews;
        this.languages = languages;
        this.messages = messages;
        this.files = files;
    }

    @GetMapping("/fines")
    ModelAndView fines(HttpServletRequest request) {
        Overview overview = overviews.now();
        FinesRequest asked = FinesRequest.of(request.getParameterMap(), overview);
        String lang = languages.of(request);
        return page.of(overview, asked, lang);
    }

    @GetMapping({"/fines.csv", "/fines.xlsx"})
    ResponseEntity<byte[]> table(HttpServletRequest request) {
        TableFormat format = TableFormat.of(request);
        Overview overview = overviews.now();
        FinesRequest asked = FinesRequest.of(TableFormat.others(request.getParameterMap()), overview);
        String lang = languages.of(request);
        PageText text = new PageText(lang, messages);
        Table table = new Table(
                asked.by(),
                "label",
                "currency",
                "fines",
                "withAmountImposed",
                PropertyNames.AMOUNT_IMPOSED,
                "withAmountInForce",
                PropertyNames.AMOUNT_IN_FORCE,
                "reduced",
                "amountAfterReductions");
        for (FineSums sums : FineSums.by(asked.by(), asked.select(overview))) {
            table.row(
                    TableFiles.thing(sums.key()),
                    label(asked.by(), sums.key(), overview.atlas(), text),
                    asked.currency(),
                    sums.fines(),
                    sums.withImposed(),
                    sums.withImposed() == 0 ? null : new Amount(sums.imposed(), asked.currency()),
                    sums.withInForce(),
                    sums.withInForce() == 0 ? null : new Amount(sums.inForce(), asked.currency()),
                    sums.reduced(),
                    sums.withImposed() == 0 ? null : new Amount(sums.left(), asked.currency()));
        }
        String release = overview.atlas().release();
        String variant = format.suffix() + ".fines." + request.getQueryString() + "." + lang;
        return files.answer(
                Etags.ok(release, Integer.toHexString(variant.hashCode())),
                format,
                request,
                new TableFiles.Named("werkgraaf-fines-by-" + asked.by(), text.message("fines.title"), release),
                table);
    }

    static String label(String by, String key, Atlas atlas, PageText text) {
        if (key.isEmpty()) {
            return text.message("fines.unknown");
        }
        return by.equals("year")
                ? key
                : atlas.find(key).map(thing -> text.name(thing.labels(), key)).orElse(key);
    }
}
