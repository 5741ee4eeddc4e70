package org.werkgraaf.web.check;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.werkgraaf.table.CsvTable;

/** Writes an answer as a table, a row for each norm. */
final class CheckTable {
    private CheckTable() {}

    static String csv(CheckAnswer answer) {
        StringWriter text = new StringWriter();
        try (CsvTable csv = new CsvTable(text)) {
            csv.row(
                    "on",
                    "release",
                    "part",
                    "state",
                    "norm",
                    "kind",
                    "label",
                    "summary",
                    "provision",
                    "provisionLabel",
                    "dutyHolders",
                    "when",
                    "from",
                    "until",
                    "missing",
                    "failed",
                    "exceptions",
                    "passages",
                    "verification");
            for (CheckAnswer.Norm norm : answer.outcomes()) {
                csv.row(
                        answer.on(),
                        answer.release(),
                        norm.part(),
                        norm.state(),
                        norm.norm(),
                        norm.kind(),
                        norm.label(),
                        norm.summary(),
                        joined(norm.provisions()),
                        labels(answer, norm.provisions()),
                        norm.dutyHolder() == null ? "" : labels(answer, norm.dutyHolder()),
                        norm.when(),
                        norm.from(),
                        norm.until(),
                        joined(norm.missing()),
                        norm.reasons().stream()
                                .filter(reason -> Boolean.FALSE.equals(reason.holds()))
                                .map(reason -> reason.criterion() + ": " + reason.asked())
                                .collect(Collectors.joining("; ")),
                        norm.exceptions() == null
                                ? ""
                                : labels(
                                        answer,
                                        norm.exceptions().stream()
                                                .map(CheckAnswer.Exception::exception)
                                                .toList()),
                        norm.reasons().stream()
                                .map(CheckAnswer.Reason::passage)
                                .filter(java.util.Objects::nonNull)
                                .distinct()
                                .collect(Collectors.joining("; ")),
                        norm.reasons().stream()
                                .map(CheckAnswer.Reason::verification)
                                .filter(java.util.Objects::nonNull)
                                .distinct()
                                .collect(Collectors.joining("; ")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to memory", e);
        }
        return text.toString();
    }

    private static String joined(List<String> values) {
        return String.join("; ", values);
    }

    private static String labels(CheckAnswer answer, List<String> ids) {
        return ids.stream().map(answer::label).collect(Collectors.joining("; "));
    }
}
