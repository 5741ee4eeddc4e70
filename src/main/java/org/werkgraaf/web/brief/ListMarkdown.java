package org.werkgraaf.web.brief;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CoverageNote;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;

/** Writes searches, questions and their answers in Markdown. */
@Component
public class ListMarkdown {
    private final MessageSource messages;
    private final WebSettings settings;

    ListMarkdown(MessageSource messages, WebSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * What a search found.
     *
     * @param words what was searched for
     * @param next address of the next page; absent on the last
     */
    public String of(SearchBrief found, String words, @Nullable String next, String lang) {
        PageText text = new PageText(lang, messages);
        Markdown document = new Markdown()
                .heading(1, text.message("search.heading", found.total()) + " " + words)
                .paragraph(Markdown.plain(Objects.requireNonNullElse(found.note(), "")));
        document.list(found.hits().stream().map(hit -> line(hit, text)).toList());
        List<SearchBrief.Said> passages = found.passages();
        if (passages != null) {
            document.heading(2, text.message("search.passages"))
                    .list(passages.stream()
                            .map(said -> Markdown.link(said.text(), settings.baseUrl() + "/id/" + said.id()) + " – "
                                    + Markdown.plain(said.place()))
                            .toList());
        }
        if (next != null) {
            document.paragraph("[" + text.message("search.next") + "](" + next + ")");
        }
        return document.paragraph(text.message("quote.version", found.release()))
                .toString();
    }

    private String line(SearchBrief.Hit hit, PageText text) {
        String about = Stream.of(
                        hit.jurisdiction(),
                        hit.date(),
                        hit.verification() == null ? null : text.message("verification." + hit.verification()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return Markdown.link(hit.label(), settings.baseUrl() + "/id/" + hit.id())
                + (about.isEmpty() ? "" : " (" + Markdown.plain(about) + ")")
                + (hit.summary() == null ? "" : ": " + Markdown.plain(hit.summary()))
                + (hit.place() == null ? "" : " – " + Markdown.plain(hit.place()));
    }

    /** The saved questions. */
    public String of(List<SavedQuestion> questions, String release, String lang) {
        PageText text = new PageText(lang, messages);
        return new Markdown()
                .heading(1, text.message("question.title"))
                .list(questions.stream()
                        .map(question -> Markdown.link(
                                        question.summary(lang),
                                        settings.baseUrl() + "/questions/" + question.name() + ".md?lang=" + lang)
                                + " " + Markdown.plain(question.description(lang)))
                        .toList())
                .paragraph(text.message("quote.version", release))
                .toString();
    }

    /**
     * The answer to a saved question.
     *
     * @param names what the columns are called, by column
     * @param coverage what it means that a rule is not among the rows
     * @param next address of the next page; absent on the last
     * @param csv address of the whole table below that of the service
     * @param svg address of its picture there; empty when it has none
     */
    public String of(
            TableBrief answer,
            java.util.Map<String, String> names,
            List<CoverageNote> coverage,
            @Nullable String next,
            String csv,
            String svg,
            String lang) {
        PageText text = new PageText(lang, messages);
        Markdown document = new Markdown()
                .heading(1, Objects.requireNonNullElse(answer.question(), ""))
                .table(
                        answer.columns().stream()
                                .map(column -> names.getOrDefault(column, column))
                                .toList(),
                        answer.rows().stream()
                                .map(row -> row.stream().map(this::cell).toList())
                                .toList());
        if (answer.rows().isEmpty()) {
            document.paragraph(nothing(answer, text));
        }
        document.list(coverage.stream().map(note -> Markdown.plain(note.text())).toList());
        if (answer.complete()) {
            document.paragraph(text.message(
                    "question.all",
                    text.count(answer.rows().size()),
                    answer.rows().size()));
        }
        if (next != null) {
            document.paragraph("[" + text.message("search.next") + "](" + next + ")");
        }
        return document.files(text, settings.baseUrl(), csv, svg)
                .paragraph(text.message("quote.version", answer.release()))
                .toString();
    }

    private String cell(@Nullable Object cell) {
        if (cell instanceof TableBrief.Named named) {
            return named.id().contains("/") && !named.id().contains(":")
                    ? Markdown.link(named.label(), settings.baseUrl() + "/id/" + named.id())
                    : Markdown.plain(named.label());
        }
        return cell == null ? "" : Markdown.plain(String.valueOf(cell));
    }

    /** That there are no rows at all, or that they end before this page. */
    private static String nothing(TableBrief answer, PageText text) {
        long total = Objects.requireNonNullElse(answer.total(), 0L);
        return total == 0
                ? text.message("question.nothing")
                : text.message("question.beyond.rows", text.count(total), total);
    }
}
