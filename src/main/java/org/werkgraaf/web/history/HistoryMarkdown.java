package org.werkgraaf.web.history;

import java.util.List;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.web.history.ThingHistory.Entry;
import org.werkgraaf.web.history.ThingHistory.Line;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;

/** Writes the changes of a thing in Markdown. */
@Component
class HistoryMarkdown {
    private static final int DAY = 10;

    private final MessageSource messages;

    HistoryMarkdown(MessageSource messages) {
        this.messages = messages;
    }

    String of(ThingHistory history, String lang) {
        PageText text = new PageText(lang, messages);
        Markdown document = new Markdown()
                .heading(1, text.message("changes.title", history.name()))
                .paragraph(text.message("changes.lead"))
                .paragraph(Markdown.link(
                        text.message(history.present() ? "changes.back" : "changes.gone"), history.iri()));
        if (history.changes().isEmpty()) {
            document.paragraph(
                    history.since() == null
                            ? text.message("changes.noneKnown", history.release())
                            : text.message(
                                    "changes.none",
                                    text.day(history.since().toString().substring(0, DAY))));
        }
        history.changes().forEach(change -> write(change, document, text));
        return document.toString();
    }

    private static void write(Entry change, Markdown document, PageText text) {
        document.heading(
                        2,
                        text.day(change.time().toString().substring(0, DAY)) + " · " + Markdown.plain(change.author()))
                .paragraph(Markdown.plain(change.reason()));
        if (!change.approver().isEmpty()) {
            document.paragraph(text.message("changes.approver", Markdown.plain(change.approver())));
        }
        if (!change.answers().isEmpty()) {
            document.paragraph(text.message("changes.answers", Markdown.plain(change.answers())));
        }
        if (!change.reverts().isEmpty()) {
            document.paragraph(text.message("changes.reverts", change.reverts()));
        }
        document.table(
                        List.of(
                                text.message("changes.property"),
                                text.message("changes.before"),
                                text.message("changes.after"),
                                text.message("changes.source")),
                        change.lines().stream().map(line -> row(line, text)).toList())
                .paragraph(change.id());
    }

    private static List<String> row(Line line, PageText text) {
        String lang = line.change().lang();
        return List.of(
                Markdown.plain(line.change().propertyName() + (lang.isEmpty() ? "" : " (" + text.language(lang) + ")")),
                Markdown.plain(String.join("; ", line.change().before())),
                Markdown.plain(String.join("; ", line.change().after())),
                Markdown.plain(Objects.requireNonNullElse(line.source(), text.message("changes.ours"))));
    }
}
