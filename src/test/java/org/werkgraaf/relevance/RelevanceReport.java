package org.werkgraaf.relevance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** A page with the figures by kind and each question of which no best answer came first. */
final class RelevanceReport {
    private RelevanceReport() {}

    static void write(Path file, Map<String, Figures> figures, List<Judgement> judgements) {
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Relevance</title>
                <style>body{font:15px sans-serif;margin:2rem}td,th{text-align:left;padding:.2rem .8rem;vertical-align:top}
                .best{font-weight:bold}.miss{background:#fdd}</style><h1>Relevance of search</h1>
                <table><tr><th>kind<th>questions<th>success@1<th>success@3<th>MRR<th>nDCG@10
                """);
        figures.forEach((kind, each) -> page.append("<tr><td>")
                .append(kind)
                .append("<td>")
                .append(each.line().replace("\t", "<td>")));
        page.append("</table><h2>Not first</h2><table><tr><th>question<th>rank<th>wanted<th>found");
        judgements.stream().filter(each -> each.rank() != 1).forEach(each -> row(page, each));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.append("</table></html>\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(StringBuilder page, Judgement judgement) {
        JudgedQuestion question = judgement.question();
        page.append(judgement.rank() == 0 || judgement.rank() > 3 ? "<tr class=miss><td>" : "<tr><td>")
                .append(HtmlUtils.htmlEscape(question.words()))
                .append(" <small>")
                .append(question.kind() + ".tsv:" + question.line() + ", " + question.lang())
                .append("</small><td>")
                .append(judgement.rank() == 0 ? "none in ten" : judgement.rank())
                .append("<td>")
                .append(HtmlUtils.htmlEscape(question.grades().toString()))
                .append("<td>");
        judgement.found().stream()
                .limit(5)
                .forEach(id -> page.append("<div class="
                        + (question.grades().getOrDefault(id, 0) > 1 ? "best" : "other") + ">" + id + "</div>"));
    }
}
