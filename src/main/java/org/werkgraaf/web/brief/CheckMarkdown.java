package org.werkgraaf.web.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.check.CheckAnswer;
import org.werkgraaf.web.check.CheckPhrases;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;

/** Writes the answer of a check in Markdown: each norm with its provision, its place and what is open. */
@Component
public class CheckMarkdown {
    private static final String NOT_YET = "not-yet";
    private static final String NO_LONGER = "no-longer";
    private static final String OTHERS = "others";

    /** Parts of norms that nothing which was given touches, or that bind somebody else: told by name, provision and what is open. */
    private static final Set<String> BY_NAME = Set.of("aside", OTHERS);

    /** A part of more norms is told so too, as when no country is given. */
    private static final int TOLD_WHOLE = 50;

    /** How many norms are named for one effect; whoever follows its link reads all. */
    private static final int NAMED = 5;

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
                .paragraph(Markdown.plain(text.message("check.on", text.day(answer.on()))))
                .list(Stream.concat(
                                CheckPhrases.given(answer, text).stream(), CheckPhrases.taken(answer, text).stream())
                        .map(Markdown::plain)
                        .toList())
                .paragraph(Markdown.plain(CheckPhrases.coverage(answer)));
        Map<String, List<CheckAnswer.Norm>> parts = answer.once().stream()
                .collect(Collectors.groupingBy(CheckAnswer.Norm::part, LinkedHashMap::new, Collectors.toList()));
        if (parts.isEmpty()) {
            document.paragraph(text.message("check.nothing"));
        }
        parts.forEach((part, norms) -> document.heading(2, text.message("check.section." + part))
                .list(norms.stream()
                        .map(norm -> line(norm, BY_NAME.contains(part) || norms.size() > TOLD_WHOLE, answer, text))
                        .toList()));
        if (!answer.questions().isEmpty()) {
            document.heading(2, text.message("check.open"))
                    .list(answer.questions().stream()
                            .map(question -> asked(question, answer, text))
                            .toList());
        }
        if (!answer.changes().isEmpty()) {
            document.heading(2, text.message("check.changes"))
                    .list(answer.changes().stream()
                            .map(change -> change(change, answer, text))
                            .toList());
        }
        if (!answer.cases().isEmpty()) {
            document.heading(2, text.message("check.cases"))
                    .list(answer.cases().stream()
                            .map(item -> Markdown.link(item.label(), settings.baseUrl() + "/id/" + item.id()) + ": "
                                    + Markdown.plain(item.summary()))
                            .toList());
        }
        return document.paragraph(text.message("check.memo", text.day(answer.on()), answer.release()))
                .paragraph(String.valueOf(answer.links().get("html")))
                .files(text, "", String.valueOf(answer.links().get("csv")), "")
                .toString();
    }

    /** An open question; of what only a person can judge, what there is to judge and what weighs it. */
    private String asked(CheckAnswer.Question question, CheckAnswer answer, PageText text) {
        List<String> parts = new ArrayList<>();
        parts.add(Markdown.plain(question.question()) + " `" + question.parameter() + "` "
                + text.message("check.decides", question.norms()));
        if (question.open() != null) {
            parts.add(text.message("check.judge"));
        }
        if (question.meaning() != null) {
            parts.add(Markdown.plain(question.meaning()));
        }
        if (question.weighed() != null) {
            parts.add(text.message("check.weighed") + " "
                    + question.weighed().stream()
                            .map(one -> link(one.by(), answer))
                            .collect(Collectors.joining(", ")));
        }
        return String.join(" · ", parts);
    }

    /** What would be otherwise, and which norms would stand how. */
    private String change(CheckAnswer.Change change, CheckAnswer answer, PageText text) {
        return Markdown.link(change.condition(), settings.baseUrl() + change.link()) + ": "
                + change.effects().entrySet().stream()
                        .map(effect -> text.message("check.then." + effect.getKey()) + text.message("check.colon") + " "
                                + named(effect.getValue(), answer, text))
                        .collect(Collectors.joining(" · "));
    }

    private static String named(List<String> norms, CheckAnswer answer, PageText text) {
        List<String> names = new ArrayList<>(norms.stream()
                .limit(NAMED)
                .map(answer::norm)
                .map(Markdown::plain)
                .toList());
        if (norms.size() > NAMED) {
            names.add(text.message("check.more", norms.size() - NAMED));
        }
        return String.join("; ", names);
    }

    private String link(String id, CheckAnswer answer) {
        return Markdown.link(answer.label(id), settings.baseUrl() + "/id/" + id);
    }

    private String line(CheckAnswer.Norm norm, boolean byName, CheckAnswer answer, PageText text) {
        List<String> parts = new ArrayList<>();
        parts.add(Markdown.link(norm.label(), settings.baseUrl() + "/id/" + norm.norm()));
        parts.addAll(days(norm, answer.on(), text));
        norm.provisions()
                .forEach(provision ->
                        parts.add(Markdown.link(answer.label(provision), settings.baseUrl() + "/id/" + provision)));
        CheckPhrases.place(norm).filter(passage -> !byName).ifPresent(passage -> {
            parts.add(Markdown.plain(CheckBriefs.place(passage, answer)));
            String verification = CheckBriefs.verification(passage, answer);
            if (verification != null) {
                parts.add(text.message("verification." + verification));
            }
        });
        if (!byName && norm.summary() != null && !norm.summary().isEmpty()) {
            parts.add(Markdown.plain(norm.summary()));
        }
        if (!norm.missing().isEmpty()) {
            parts.add(text.message("check.dependsOn") + " "
                    + norm.missing().stream()
                            .map(name -> Markdown.plain(CheckPhrases.open(name, answer, text))
                                    + (byName ? "" : " (`" + name + "`)"))
                            .collect(Collectors.joining(", ")));
        }
        parts.addAll(OTHERS.equals(norm.part()) ? owed(norm, answer, text) : failures(norm, answer, text));
        if (!byName) {
            unless(norm, answer, text).ifPresent(parts::add);
        }
        return String.join(" · ", parts);
    }

    /** Who it is that owes it, instead of whoever asks. */
    private static List<String> owed(CheckAnswer.Norm norm, CheckAnswer answer, PageText text) {
        return norm.dutyHolder() == null
                ? List.of()
                : List.of(Markdown.plain(text.message("check.owes") + " "
                        + norm.dutyHolder().stream().map(answer::label).collect(Collectors.joining(", "))));
    }

    /** From when, or until when. */
    private static List<String> days(CheckAnswer.Norm norm, String on, PageText text) {
        boolean ahead = norm.state().equals(NOT_YET) || OTHERS.equals(norm.part());
        if (norm.from() != null && ahead && norm.from().compareTo(on) > 0) {
            return List.of(text.message("check.from", text.day(norm.from())));
        }
        return norm.until() != null && norm.state().equals(NO_LONGER)
                ? List.of(text.message("check.until", text.day(norm.until())))
                : List.of();
    }

    /** The exceptions that may take it away. */
    private Optional<String> unless(CheckAnswer.Norm norm, CheckAnswer answer, PageText text) {
        List<String> open = Optional.ofNullable(norm.exceptions()).orElse(List.of()).stream()
                .filter(exception -> exception.holds() == null)
                .map(exception ->
                        link(exception.exception(), answer) + " (" + answer.label(exception.provision()) + ")")
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(text.message("check.unless") + " " + String.join("; ", open));
    }

    /** Which criteria failed, and which exception took it away. */
    private static List<String> failures(CheckAnswer.Norm norm, CheckAnswer answer, PageText text) {
        List<String> failures = new ArrayList<>();
        norm.reasons().stream()
                .filter(reason -> Boolean.FALSE.equals(reason.holds()))
                .forEach(reason -> failures.add(Markdown.plain(text.message("check.fails") + " "
                        + reason.asked()
                        + (reason.given().isEmpty()
                                ? ""
                                : " (" + text.message("check.givenWas") + " " + reason.given() + ")"))));
        if (norm.exceptions() != null) {
            norm.exceptions().stream()
                    .filter(exception -> Boolean.TRUE.equals(exception.holds()))
                    .forEach(exception -> failures.add(Markdown.plain(
                            text.message("check.excepted") + " " + answer.label(exception.exception()))));
        }
        return failures;
    }
}
