package org.werkgraaf.web.overview;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.Fine;
import org.werkgraaf.table.CsvTable;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.PageText;

/** {@code GET /fines} and {@code /fines.csv}: amounts of fines by year, authority and technique, in one currency at a time. */
@Controller
@Hidden
class FinesController {
    private final Overviews overviews;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    FinesController(Overviews overviews, ReaderLanguage languages, MessageSource messages) {
        this.overviews = overviews;
        this.languages = languages;
        this.messages = messages;
    }

    @GetMapping("/fines")
    ModelAndView fines(HttpServletRequest request) {
        Overview overview = overviews.now();
        FinesRequest asked = FinesRequest.of(request, overview);
        String lang = languages.of(request);
        PageText text = new PageText(lang, messages);
        List<Fine> inCurrency = asked.inCurrency(overview);
        List<Section> sections = new ArrayList<>();
        for (String by : FineSums.BY) {
            Function<FineSums, String> label = sums -> label(by, sums.key(), overview.atlas(), text);
            List<FineSums> sums = FineSums.by(by, inCurrency);
            sections.add(new Section(
                    by,
                    sums.stream()
                            .map(each -> new Row(
                                    label.apply(each),
                                    each,
                                    each.key().isEmpty() ? "" : asked.cases(by, each.key(), lang)))
                            .toList(),
                    FinesDrawing.of(sums, label, asked.currency(), text),
                    asked.csv(by, lang)));
        }
        ModelAndView page = new ModelAndView("fines");
        page.addObject("asked", asked);
        page.addObject("currencies", FinesRequest.currencies(overview));
        page.addObject("sections", sections);
        page.addObject("all", FineSums.of("", inCurrency));
        page.addObject(
                "withoutCurrency",
                overview.fines().stream()
                        .filter(fine -> fine.currency() == null)
                        .count());
        page.addObject("cases", asked.select(overview));
        page.addObject("chosen", chosen(asked, overview.atlas(), text));
        page.addObject("casesAll", "/fines?currency=" + asked.currency() + "&lang=" + lang + "#cases");
        return page;
    }

    @GetMapping("/fines.csv")
    ResponseEntity<String> csv(HttpServletRequest request) throws IOException {
        Overview overview = overviews.now();
        FinesRequest asked = FinesRequest.of(request, overview);
        String lang = languages.of(request);
        PageText text = new PageText(lang, messages);
        StringWriter out = new StringWriter();
        try (CsvTable csv = new CsvTable(out)) {
            csv.row(
                    asked.by(),
                    "label",
                    "currency",
                    "fines",
                    "withAmountImposed",
                    PropertyNames.AMOUNT_IMPOSED,
                    "withAmountInForce",
                    PropertyNames.AMOUNT_IN_FORCE);
            for (FineSums sums : FineSums.by(asked.by(), asked.select(overview))) {
                csv.row(
                        sums.key(),
                        label(asked.by(), sums.key(), overview.atlas(), text),
                        asked.currency(),
                        sums.fines(),
                        sums.withImposed(),
                        sums.withImposed() == 0 ? "" : sums.imposed().toPlainString(),
                        sums.withInForce(),
                        sums.withInForce() == 0 ? "" : sums.inForce().toPlainString());
            }
        }
        String variant = "fines." + request.getQueryString() + "." + lang;
        return Etags.ok(overview.atlas().release(), Integer.toHexString(variant.hashCode()))
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"werkgraaf-fines.csv\"")
                .body(out.toString());
    }

    private static List<String> chosen(FinesRequest asked, Atlas atlas, PageText text) {
        List<String> chosen = new ArrayList<>();
        if (asked.year() != null) {
            chosen.add(asked.year().toString());
        }
        if (asked.authority() != null) {
            chosen.add(label("authority", asked.authority(), atlas, text));
        }
        if (asked.technique() != null) {
            chosen.add(label("technique", asked.technique(), atlas, text));
        }
        return chosen;
    }

    static String label(String by, String key, Atlas atlas, PageText text) {
        if (key.isEmpty()) {
            return text.message("fines.unknown");
        }
        return by.equals("year")
                ? key
                : atlas.find(key).map(thing -> text.name(thing.labels(), key)).orElse(key);
    }

    /**
     * @param by year, authority or technique
     * @param rows of the table
     * @param drawing the same as bars
     * @param csv address of the same as a table to take away
     */
    record Section(String by, List<Row> rows, FinesDrawing drawing, String csv) {}

    /**
     * @param label name of the year, authority or technique
     * @param sums what is counted
     * @param cases address of the cases behind it; empty when there is none
     */
    record Row(String label, FineSums sums, String cases) {}
}
