package org.werkgraaf.web.check;

import java.util.List;
import java.util.stream.Collectors;
import org.werkgraaf.table.Table;
import org.werkgraaf.web.http.TableFiles;

/** Writes an answer as a table, a row for each norm. */
final class CheckTable {
    private CheckTable() {}

    static Table of(CheckAnswer answer) {
        Table table = new Table(
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
            table.row(
                    Table.day(answer.on()),
                    answer.release(),
                    norm.part(),
                    norm.state(),
                    TableFiles.thing(norm.norm()),
                    norm.kind(),
                    norm.label(),
                    norm.summary(),
                    TableFiles.thing(joined(norm.provisions())),
                    labels(answer, norm.provisions()),
                    norm.dutyHolder() == null ? "" : labels(answer, norm.dutyHolder()),
                    norm.when(),
                    Table.day(norm.from()),
                    Table.day(norm.until()),
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
                    TableFiles.thing(norm.reasons().stream()
                            .map(CheckAnswer.Reason::passage)
                            .filter(java.util.Objects::nonNull)
                            .distinct()
                            .collect(Collectors.joining("; "))),
                    norm.reasons().stream()
                            .map(CheckAnswer.Reason::verification)
                            .filter(java.util.Objects::nonNull)
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }
        return table;
    }

    private static String joined(List<String> values) {
        return String.join("; ", values);
    }

    private static String labels(CheckAnswer answer, List<String> ids) {
        return ids.stream().map(answer::label).collect(Collectors.joining("; "));
    }
}
