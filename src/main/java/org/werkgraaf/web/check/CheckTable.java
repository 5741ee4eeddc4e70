package org.werkgraaf.web.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.table.Table;
import org.werkgraaf.web.http.TableFiles;

/** Writes an answer as a table: how far the law on each subject is in the graph, then a row for each norm. */
final class CheckTable {
    private static final int COLUMNS = 19;

    /** The column of the first day. */
    private static final int FROM = 12;

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
        answer.coverage().forEach(topic -> coverage(answer, topic, table));
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

    /** Stands where a norm would: without it a country of which nothing is known would look like one without rules. */
    private static void coverage(CheckAnswer answer, CheckAnswer.Coverage topic, Table table) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                Table.day(answer.on()),
                answer.release(),
                "coverage",
                topic.level(),
                TableFiles.thing(topic.topic()),
                "Coverage",
                answer.label(topic.jurisdiction()) + ": " + topic.label(),
                topic.levelLabel()));
        cells.addAll(Collections.nCopies(FROM - cells.size(), ""));
        cells.add(Table.day(topic.since()));
        cells.addAll(Collections.nCopies(COLUMNS - cells.size(), ""));
        table.row(cells);
    }

    private static String joined(List<String> values) {
        return String.join("; ", values);
    }

    private static String labels(CheckAnswer answer, List<String> ids) {
        return ids.stream().map(answer::label).collect(Collectors.joining("; "));
    }
}
