package org.werkgraaf.web.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Fine;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;

/** Writes the fines in Markdown: their sums, and the cases behind them. */
@Component
class FinesMarkdown {
    private static final int CASES_MAX = 60;
    private static final int ROWS_MAX = 20;

    private final MessageSource messages;
    private final WebSettings settings;

    FinesMarkdown(MessageSource messages, WebSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    String of(Overview overview, FinesRequest asked, String lang) {
        PageText text = new PageText(lang, messages);
        List<Fine> fines = asked.select(overview);
        Markdown document = new Markdown()
                .heading(1, text.message("fines.title"))
                .paragraph(text.message("fines.lead"))
                .paragraph(text.message("fines.note") + " " + text.message("fines.note.currency", asked.currency()));
        for (String by : FineSums.BY) {
            sums(by, fines, overview, asked, text, document, lang);
        }
        List<String> lowered = fines.stream()
                .filter(Fine::isReduced)
                .map(fine -> line(fine, asked, text) + reduction(fine, overview, text))
                .toList();
        document.heading(2, text.message("fines.lowered"))
                .list(lowered.isEmpty() ? List.of(text.message("fines.lowered.none")) : lowered);
        document.heading(2, text.message("fines.cases"))
                .list(fines.stream()
                        .limit(CASES_MAX)
                        .map(fine -> line(fine, asked, text))
                        .toList());
        if (fines.size() > CASES_MAX) {
            document.paragraph(text.message("markdown.part", CASES_MAX, fines.size(), text.message("fines.by.year")))
                    .list(years(fines.subList(CASES_MAX, fines.size()), asked, lang));
        }
        return document.paragraph(text.message("quote.version", overview.atlas().release()))
                .toString();
    }

    private void sums(
            String by,
            List<Fine> fines,
            Overview overview,
            FinesRequest asked,
            PageText text,
            Markdown document,
            String lang) {
        List<FineSums> sums = FineSums.by(by, fines);
        document.heading(2, text.message("fines.by." + by));
        if (!by.equals("year")) {
            document.paragraph(text.message("fines.twice." + by));
        }
        document.table(
                List.of(
                        text.message("fines.head." + by),
                        text.message("fines.count"),
                        text.message("fines.imposed"),
                        text.message("fines.left"),
                        text.message("fines.inForce")),
                sums.stream()
                        .limit(ROWS_MAX)
                        .map(each -> List.of(
                                Markdown.plain(FinesController.label(by, each.key(), overview.atlas(), text)),
                                String.valueOf(each.fines()),
                                sum(each.imposed(), each.withImposed(), each.fines(), asked, text),
                                each.withImposed() == 0
                                        ? text.message("fines.unknown")
                                        : amount(each.left(), asked, text),
                                sum(each.inForce(), each.withInForce(), each.fines(), asked, text)))
                        .toList());
        if (sums.size() > ROWS_MAX) {
            document.paragraph(text.message(
                    "markdown.part", ROWS_MAX, sums.size(), settings.baseUrl() + asked.link("/fines.csv", by, lang)));
        }
        document.files(
                text, settings.baseUrl(), asked.link("/fines.csv", by, lang), asked.link("/fines.svg", by, lang));
    }

    private static String sum(BigDecimal sum, int known, int fines, FinesRequest asked, PageText text) {
        return known == 0
                ? text.message("fines.unknown")
                : amount(sum, asked, text)
                        + (known < fines ? " (" + text.message("fines.part", known, fines) + ")" : "");
    }

    private String line(Fine fine, FinesRequest asked, PageText text) {
        List<String> parts = new ArrayList<>();
        parts.add(Objects.requireNonNullElse(fine.date(), text.message("quote.undated")));
        parts.add(Markdown.link(
                text.name(fine.thing().labels(), fine.thing().id()),
                settings.baseUrl() + "/id/" + fine.thing().id()));
        parts.add(amount(fine.imposed(), asked, text));
        if (fine.inForce() != null) {
            parts.add(text.message("amount.inForce", amount(fine.inForce(), asked, text)));
        }
        if (fine.disputed()) {
            parts.add(text.message("fines.disputed"));
        }
        return String.join(" · ", parts);
    }

    /** When, by whom and by which step it was lowered. */
    private String reduction(Fine fine, Overview overview, PageText text) {
        Fine.Reduction how = fine.reduction();
        if (how == null) {
            return " · " + text.message("fines.lowered.unknown");
        }
        String step = FinesController.label("step", how.step(), overview.atlas(), text);
        return " · " + (how.date() == null ? "" : how.date() + " ")
                + Markdown.link(step, settings.baseUrl() + "/id/" + how.step());
    }

    /** The years of those left out, with how many there are of each, and where they stand. */
    private List<String> years(List<Fine> left, FinesRequest asked, String lang) {
        Map<String, Long> years =
                left.stream().collect(Collectors.groupingBy(Fine::year, LinkedHashMap::new, Collectors.counting()));
        return years.entrySet().stream()
                .map(year -> Markdown.link(
                                year.getKey().isEmpty() ? "?" : year.getKey(),
                                settings.baseUrl() + asked.markdown(year.getKey(), lang))
                        + " (" + year.getValue() + ")")
                .toList();
    }

    private static String amount(@Nullable BigDecimal amount, FinesRequest asked, PageText text) {
        return amount == null ? text.message("fines.unknown") : text.money(amount.toPlainString(), asked.currency());
    }
}
