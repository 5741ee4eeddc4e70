package org.werkgraaf.web.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.check.CheckAnswer;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;

/** Writes the answer of a check in Markdown: each norm with its provision, its place and what is open. */
@Component
public class CheckMarkdown {
    private final MessageSource messages;
    private final WebSettings settings;

    CheckMarkdown(MessageSource messages, WebSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** How to ask. */
    public String invitation(String lang) {
        PageText text = new PageText(lang, messages);
        return new Markdown()
                .heading(1, text.message("check.title"))
                .paragraph(text.message("check.lead"))
                .paragraph(text.message("check.disclaimer"))
                .list(List.of(
                        settings.baseUrl() + "/check.md?technique=keylogging&jurisdiction=nl&lang=" + lang,
                        settings.baseUrl() + "/about/check.md",
                        settings.baseUrl() + "/api/v1/assess/facts?lang=" + lang))
                .toString();
    }

    /** The whole answer. */
    public String of(CheckAnswer answer, String lang) {
        PageText text = new PageText(lang, messages);
        Markdown document = new Markdown()
                .heading(1, text.message("check.title"))
                .paragraph(text.message("check.disclaimer"))
                .paragraph(Markdown.plain(text.message("check.on", answer.on())))
                .list(answer.given().entrySet().stream()
                        .map(entry -> Markdown.plain(entry.getKey()) + ": "
                                + entry.getValue().stream()
                                        .map(value -> Markdown.plain(answer.label(value)))
                                        .collect(Collectors.joining(", ")))
                        .toList())
                .paragraph(Markdown.plain(CheckBriefs.coverage(answer)));
        Map<String, List<CheckAnswer.Norm>> parts = answer.outcomes().stream()
                .collect(Collectors.groupingBy(CheckAnswer.Norm::part, LinkedHashMap::new, Collectors.toList()));
        if (parts.isEmpty()) {
            document.paragraph(text.message("check.nothing"));
        }
        parts.forEach((part, norms) -> document.heading(2, text.message("check.section." + part))
                .list(norms.stream().map(norm -> line(norm, answer, text)).toList()));
        if (!answer.questions().isEmpty()) {
            document.heading(2, text.message("check.open"))
                    .list(answer.questions().stream()
                            .map(question -> Markdown.plain(question.question()) + " `" + question.parameter() + "` "
                                    + text.message("check.decides", question.norms()))
                            .toList());
        }
        if (!answer.cases().isEmpty()) {
            document.heading(2, text.message("check.cases"))
                    .list(answer.cases().stream()
                            .map(item -> Markdown.link(item.label(), settings.baseUrl() + "/id/" + item.id()) + ": "
                                    + Markdown.plain(item.summary()))
                            .toList());
        }
        return document.paragraph(text.message("check.memo", answer.on(), answer.release()))
                .paragraph(String.valueOf(answer.links().get("html")))
                .files(text, "", String.valueOf(answer.links().get("csv")), "")
                .toString();
    }

    private String line(CheckAnswer.Norm norm, CheckAnswer answer, PageText text) {
        List<String> parts = new ArrayList<>();
        parts.add(Markdown.link(norm.label(), settings.baseUrl() + "/id/" + norm.norm()));
        norm.provisions()
                .forEach(provision ->
                        parts.add(Markdown.link(answer.label(provision), settings.baseUrl() + "/id/" + provision)));
        norm.reasons().stream()
                .map(CheckAnswer.Reason::passage)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(passage -> parts.add(Markdown.plain(CheckBriefs.place(passage, answer))));
        norm.reasons().stream()
                .map(CheckAnswer.Reason::verification)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(verification -> parts.add(text.message("verification." + verification)));
        if (norm.summary() != null && !norm.summary().isEmpty()) {
            parts.add(Markdown.plain(norm.summary()));
        }
        if (!norm.missing().isEmpty()) {
            parts.add(text.message("check.turnsOn") + " `" + String.join("`, `", norm.missing()) + "`");
        }
        return String.join(" · ", parts);
    }
}
