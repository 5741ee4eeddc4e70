package org.werkgraaf.web.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;

/** Writes two checks beside each other in Markdown: what stands otherwise, and what plays a part in one of them alone. */
@Component
class CheckPairMarkdown {
    private final MessageSource messages;
    private final WebSettings settings;

    CheckPairMarkdown(MessageSource messages, WebSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** @param csv where the same is as CSV */
    String of(CheckPair pair, String lang, String csv) {
        PageText text = new PageText(lang, messages);
        String first = pair.firstName(text);
        String second = pair.secondName(text);
        Markdown document = new Markdown()
                .heading(1, text.message("check.compare.title"))
                .paragraph(text.message("check.disclaimer"))
                .list(List.of(
                        text.message("check.compare.first") + ": " + side(pair.first(), text),
                        text.message("check.compare.second") + ": " + side(pair.second(), text)))
                .heading(2, text.message("check.compare.differ", pair.shared().size()));
        if (!pair.shared().isEmpty()) {
            document.table(
                    List.of(text.message("check.compare.rule"), Markdown.plain(first), Markdown.plain(second)),
                    pair.differences().stream()
                            .filter(each -> each.first() != null && each.second() != null)
                            .map(each -> List.of(
                                    link(each.norm(), each.label()),
                                    part(each.first(), text),
                                    part(each.second(), text)))
                            .toList());
        }
        document.heading(2, text.message("check.compare.alone")).paragraph(text.message("check.compare.alone.long"));
        alone(Markdown.plain(first), pair.onlyFirst(), pair.first(), text, document);
        alone(Markdown.plain(second), pair.onlySecond(), pair.second(), text, document);
        return document.heading(
                        2, text.message("check.compare.same", pair.same().size()))
                .list(pair.same().stream()
                        .map(each -> link(each.norm(), each.label()) + " · " + part(each.first(), text))
                        .toList())
                .paragraph(text.message("quote.version", pair.first().release()))
                .files(text, settings.baseUrl(), csv, "")
                .toString();
    }

    private void alone(
            String name,
            Map<String, List<CheckAnswer.Norm>> parts,
            CheckAnswer answer,
            PageText text,
            Markdown document) {
        document.heading(3, name);
        if (parts.isEmpty()) {
            document.paragraph(text.message("check.compare.none"));
        }
        parts.forEach((part, norms) -> document.paragraph("**" + text.message("check.section." + part) + "**")
                .list(norms.stream()
                        .map(norm -> link(norm.norm(), norm.label())
                                + norm.provisions().stream()
                                        .limit(1)
                                        .map(each -> " · " + Markdown.plain(answer.label(each)))
                                        .collect(Collectors.joining()))
                        .toList()));
    }

    private static String side(CheckAnswer answer, PageText text) {
        return text.message("check.on", text.day(answer.on()))
                + Stream.concat(CheckPhrases.given(answer, text).stream(), CheckPhrases.taken(answer, text).stream())
                        .map(given -> " · " + Markdown.plain(given))
                        .collect(Collectors.joining());
    }

    private static String part(CheckAnswer.@org.jspecify.annotations.Nullable Norm norm, PageText text) {
        return norm == null ? "" : text.message("check.section." + norm.part());
    }

    private String link(String id, String label) {
        return Markdown.link(label, settings.baseUrl() + "/id/" + id);
    }
}
