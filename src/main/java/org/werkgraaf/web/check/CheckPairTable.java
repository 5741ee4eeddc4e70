package org.werkgraaf.web.check;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.table.Table;
import org.werkgraaf.web.http.TableFiles;
import org.werkgraaf.web.text.PageText;

/** Writes two checks beside each other as a table, a row for each norm. */
final class CheckPairTable {
    private CheckPairTable() {}

    /** Those that stand otherwise come first; a norm that is not on the subject of a check has no part and no state in it. */
    static Table of(CheckPair pair, PageText text) {
        Table table = new Table(
                "release",
                "norm",
                "label",
                "provision",
                "provisionLabel",
                "differs",
                "first",
                "firstOn",
                "firstPart",
                "firstPartLabel",
                "firstState",
                "second",
                "secondOn",
                "secondPart",
                "secondPartLabel",
                "secondState");
        String first = said(pair.first(), text);
        String second = said(pair.second(), text);
        pair.differences().forEach(each -> row(table, pair, each, List.of("yes", first, second), text));
        pair.same().forEach(each -> row(table, pair, each, List.of("no", first, second), text));
        return table;
    }

    private static void row(Table table, CheckPair pair, CheckPair.Difference each, List<String> same, PageText text) {
        List<String> provisions = Stream.of(each.first(), each.second())
                .flatMap(Stream::ofNullable)
                .limit(1)
                .flatMap(norm -> norm.provisions().stream())
                .toList();
        table.row(
                pair.first().release(),
                TableFiles.thing(each.norm()),
                each.label(),
                TableFiles.thing(String.join("; ", provisions)),
                provisions.stream()
                        .map(id -> pair.first().label(id).equals(id)
                                ? pair.second().label(id)
                                : pair.first().label(id))
                        .collect(Collectors.joining("; ")),
                same.get(0),
                same.get(1),
                Table.day(pair.first().on()),
                part(each.first()),
                label(each.first(), text),
                each.first() == null ? "" : each.first().state(),
                same.get(2),
                Table.day(pair.second().on()),
                part(each.second()),
                label(each.second(), text),
                each.second() == null ? "" : each.second().state());
    }

    private static String said(CheckAnswer answer, PageText text) {
        return String.join("; ", CheckPhrases.given(answer, text));
    }

    private static String part(CheckAnswer.@Nullable Norm norm) {
        return norm == null ? "" : norm.part();
    }

    private static String label(CheckAnswer.@Nullable Norm norm, PageText text) {
        return norm == null ? "" : text.message("check.section." + norm.part());
    }
}
