package org.werkgraaf.web.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.Fine;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.picture.TakeAway;
import org.werkgraaf.web.text.PageText;

/** What the page and the card of the fines show. */
@Component
public class FinesPage {
    private static final int CARD_ROWS = 6;

    private final FinesPicture pictures;
    private final MessageSource messages;
    private final WebSettings settings;

    FinesPage(FinesPicture pictures, MessageSource messages, WebSettings settings) {
        this.pictures = pictures;
        this.messages = messages;
        this.settings = settings;
    }

    ModelAndView of(Overview overview, FinesRequest asked, String lang) {
        PageText text = new PageText(lang, messages);
        List<Fine> inCurrency = asked.inCurrency(overview);
        ModelAndView page = new ModelAndView("fines");
        page.addObject("asked", asked);
        page.addObject("currencies", FinesRequest.currencies(overview));
        page.addObject(
                "sections",
                FineSums.BY.stream()
                        .map(by -> section(by, overview, asked, text, lang))
                        .toList());
        page.addObject("all", FineSums.of("", inCurrency));
        page.addObject("lowered", lowered(inCurrency, overview.atlas(), text));
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

    /** In a frame: one drawing, and the way to the rest. */
    public ModelAndView card(Overview overview, FinesRequest asked, String lang) {
        PageText text = new PageText(lang, messages);
        List<FineSums> sums = FineSums.by(asked.by(), asked.select(overview));
        ModelAndView card = new ModelAndView("embed-fines");
        card.addObject("by", asked.by());
        card.addObject("currency", asked.currency());
        card.addObject("all", FineSums.of("", asked.select(overview)));
        card.addObject(
                "drawing",
                FinesDrawing.of(
                        sums,
                        CARD_ROWS,
                        each -> FinesController.label(asked.by(), each.key(), overview.atlas(), text),
                        asked.currency(),
                        text));
        card.addObject("pageLink", asked.link("/fines", asked.by(), lang));
        card.addObject("release", overview.atlas().release());
        return card;
    }

    private Section section(String by, Overview overview, FinesRequest asked, PageText text, String lang) {
        Function<FineSums, String> label = sums -> FinesController.label(by, sums.key(), overview.atlas(), text);
        List<FineSums> sums = FineSums.by(by, asked.inCurrency(overview));
        FinesRequest whole = new FinesRequest(asked.currency(), null, null, null, by);
        Sheet sheet = pictures.of(overview, whole, text);
        return new Section(
                by,
                sums.stream()
                        .map(each -> new Row(
                                label.apply(each), each, each.key().isEmpty() ? "" : asked.cases(by, each.key(), lang)))
                        .toList(),
                FinesDrawing.of(sums, FinesDrawing.ROWS_MAX, label, asked.currency(), text),
                whole.link("/fines.csv", by, lang),
                new TakeAway(
                        settings.baseUrl(),
                        sheet.title(),
                        sheet.alternative(),
                        whole.link("/embed/fines", by, lang),
                        whole.link("/fines.csv", by, lang),
                        whole.link("/fines.svg", by, lang),
                        List.of(860, 660)));
    }

    private static List<Lowered> lowered(List<Fine> fines, Atlas atlas, PageText text) {
        return fines.stream()
                .filter(Fine::isReduced)
                .map(fine -> {
                    Fine.Reduction how = fine.reduction();
                    return how == null
                            ? new Lowered(fine, null, null, "")
                            : new Lowered(
                                    fine, atlas.find(how.step()).orElse(null), how.date(), by(fine, how, atlas, text));
                })
                .toList();
    }

    /** Who lowered it, and whether that was who imposed it. */
    private static String by(Fine fine, Fine.Reduction how, Atlas atlas, PageText text) {
        if (how.authorities().isEmpty()) {
            return "";
        }
        String names = how.authorities().stream()
                .map(id -> FinesController.label("authority", id, atlas, text))
                .collect(Collectors.joining(", "));
        boolean itself = fine.authorities().containsAll(how.authorities());
        return itself ? text.message("fines.lowered.self", names) : text.message("fines.lowered.by", names);
    }

    private static List<String> chosen(FinesRequest asked, Atlas atlas, PageText text) {
        List<String> chosen = new ArrayList<>();
        if (asked.year() != null) {
            chosen.add(asked.year().toString());
        }
        if (asked.authority() != null) {
            chosen.add(FinesController.label("authority", asked.authority(), atlas, text));
        }
        if (asked.technique() != null) {
            chosen.add(FinesController.label("technique", asked.technique(), atlas, text));
        }
        return chosen;
    }

    /**
     * @param by year, authority or technique
     * @param rows of the table
     * @param drawing the same as dots
     * @param csv address of the same as a table to take away
     * @param take how to show it elsewhere
     */
    record Section(String by, List<Row> rows, FinesDrawing drawing, String csv, TakeAway take) {}

    /**
     * @param label name of the year, authority or technique
     * @param sums what is counted
     * @param cases address of the cases behind it; empty when there is none
     */
    record Row(String label, FineSums sums, String cases) {}

    /**
     * A fine of which less is left.
     *
     * @param fine what was imposed, and what stands
     * @param step how it came; absent when not on record
     * @param date when
     * @param by who decided so, in words; empty when not on record
     */
    record Lowered(
            Fine fine, Atlas.@Nullable Thing step, @Nullable String date, String by) {}
}
