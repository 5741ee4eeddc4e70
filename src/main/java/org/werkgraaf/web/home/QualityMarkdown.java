package org.werkgraaf.web.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.publish.QualityReport;
import org.werkgraaf.publish.TextMissing;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;

/** Writes in Markdown how good the content is. */
@Component
class QualityMarkdown {
    private final MessageSource messages;
    private final WebSettings settings;

    QualityMarkdown(MessageSource messages, WebSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    String of(QualityReport report, String lang) {
        PageText text = new PageText(lang, messages);
        List<String> verifications =
                List.copyOf(report.statementsByVerification().keySet());
        Markdown document = new Markdown()
                .heading(1, text.message("quality.title"))
                .paragraph(text.message("quality.lead"))
                .list(List.of(
                        text.message("quality.statements") + ": " + text.count(report.statements()),
                        text.message("quality.passages") + ": " + text.count(report.passages()),
                        text.message("quality.oneSource") + ": " + text.count(report.statementsFromOneSource())))
                .heading(2, text.message("quality.verification"))
                .list(report.statementsByVerification().entrySet().stream()
                        .map(each -> text.message("verification." + each.getKey()) + ": " + text.count(each.getValue())
                                + " – " + text.message("verification." + each.getKey() + ".long"))
                        .toList())
                .heading(2, text.message("quality.law"))
                .paragraph(text.message(
                        "quality.law.share", QualityView.share(report), text.count(QualityView.law(report))))
                .heading(2, text.message("quality.byClass"))
                .table(
                        heads(text.message("quality.class"), verifications, text),
                        rows(report.verificationByClass(), type -> text.message("types." + type), verifications, text));
        if (!report.texts().isEmpty()) {
            document.heading(2, text.message("quality.texts"))
                    .paragraph(text.message("quality.texts.lead"))
                    .table(
                            List.of(
                                    text.message("quality.text"),
                                    text.message("quality.state"),
                                    text.message("quality.readOn"),
                                    text.message("quality.statements")),
                            report.texts().stream()
                                    .map(each -> List.of(
                                            Markdown.link(
                                                    text.pick(each.labels(), each.source()),
                                                    settings.baseUrl() + "/id/" + each.source()),
                                            each.state() == null ? "–" : each.state(),
                                            each.readOn() == null ? "–" : each.readOn(),
                                            text.count(each.statements())))
                                    .toList());
        }
        if (!report.missing().isEmpty()) {
            document.heading(2, text.message("quality.missing"))
                    .paragraph(text.message("quality.missing.lead"))
                    .table(
                            List.of(
                                    text.message("quality.act"),
                                    text.message("quality.missing.parts"),
                                    text.message("quality.settle")),
                            report.missing().stream()
                                    .map(each -> missing(each, text))
                                    .toList());
        }
        if (!report.duplicates().isEmpty()) {
            document.heading(2, text.message("quality.duplicates"))
                    .paragraph(text.message("quality.duplicates.lead"))
                    .table(
                            List.of(
                                    text.message("quality.duplicates.one"),
                                    text.message("quality.duplicates.other"),
                                    text.message("quality.duplicates.reason")),
                            report.duplicates().stream()
                                    .map(each -> List.of(
                                            link(each.one(), text),
                                            link(each.other(), text),
                                            text.message("quality.duplicates.reason." + each.reason())))
                                    .toList());
        }
        return document.heading(2, text.message("quality.findings"))
                .paragraph(text.message("quality.findings.lead"))
                .table(
                        List.of(
                                text.message("quality.rule"),
                                text.message("quality.count"),
                                text.message("quality.meaning")),
                        report.findingsByRule().stream()
                                .map(each -> List.of(
                                        Markdown.plain(each.rule()),
                                        text.count(each.count()),
                                        Markdown.plain(each.problem())))
                                .toList())
                .paragraph(text.message("quality.json") + ": " + settings.baseUrl() + "/about/quality.json")
                .paragraph(text.message("quote.version", report.release()))
                .toString();
    }

    private String link(TextMissing.Named thing, PageText text) {
        return Markdown.link(text.pick(thing.labels(), thing.id()), settings.baseUrl() + "/id/" + thing.id());
    }

    private List<String> missing(TextMissing missing, PageText text) {
        String address = missing.address();
        return List.of(
                Markdown.link(
                        text.pick(missing.act().labels(), missing.act().id()),
                        settings.baseUrl() + "/id/" + missing.act().id()),
                missing.parts().stream()
                        .map(part -> part.id().equals(missing.act().id())
                                ? text.message("quality.missing.whole")
                                : text.pick(part.labels(), part.id()))
                        .map(Markdown::plain)
                        .collect(Collectors.joining("; ")),
                address == null
                        ? text.message("quality.settle.gazette")
                        : Markdown.link(text.message("quality.settle.at", text.site(address)), address));
    }

    private static List<String> heads(String first, List<String> verifications, PageText text) {
        List<String> heads = new ArrayList<>();
        heads.add(first);
        verifications.forEach(each -> heads.add(text.message("verification." + each)));
        return heads;
    }

    private static List<List<String>> rows(
            Map<String, Map<String, Long>> counts,
            Function<String, String> name,
            List<String> verifications,
            PageText text) {
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((type, byVerification) -> {
            List<String> cells = new ArrayList<>();
            cells.add(Markdown.plain(name.apply(type)));
            verifications.forEach(each -> cells.add(text.count(byVerification.getOrDefault(each, 0L))));
            rows.add(cells);
        });
        return rows;
    }
}
