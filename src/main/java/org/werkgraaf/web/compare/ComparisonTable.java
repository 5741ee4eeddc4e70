package org.werkgraaf.web.compare;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.table.Table;
import org.werkgraaf.web.ask.CoverageNote;
import org.werkgraaf.web.http.TableFiles;
import org.werkgraaf.web.text.AsOf;
import org.werkgraaf.web.text.PageText;

/** Turns a comparison into a table, a row for each value of a thing. */
final class ComparisonTable {
    private ComparisonTable() {}

    /** @param notes what is noted of the law of each country for a thing, by its id */
    static Table of(
            List<Description> things,
            Presentation presentation,
            AsOf asOf,
            PageText text,
            Map<String, List<CoverageNote>> notes) {
        Table table = new Table(
                "property",
                "label",
                "verdict",
                "thing",
                "value",
                "valueId",
                "sharedBy",
                "accepted",
                "remark",
                "sources",
                "thingLabel");
        if (things.isEmpty()) {
            return table;
        }
        for (Comparison.Row row : Comparison.of(things, presentation, text).rows()) {
            for (int i = 0; i < things.size(); i++) {
                for (Value value : row.cells().get(i).values()) {
                    table.row(
                            (row.incoming() ? "^" : "") + row.name(),
                            row.label(),
                            row.verdict(),
                            TableFiles.thing(things.get(i).id()),
                            value.id() == null
                                    ? Table.day(text.pick(value.labels(), value.text()))
                                    : text.name(value.labels(), value.text()),
                            TableFiles.thing(value.id()),
                            row.sharedBy(value),
                            value.accepted(),
                            asOf.remark(value.id(), value.type()),
                            TableFiles.thing(value.said().stream()
                                    .map(Place::id)
                                    .distinct()
                                    .collect(Collectors.joining(" "))),
                            name(things.get(i), text));
                }
            }
        }
        things.forEach(thing -> notes.getOrDefault(thing.id(), List.of())
                .forEach(note -> table.row(
                        "coverage",
                        text.message("coverage.title"),
                        null,
                        TableFiles.thing(thing.id()),
                        note.label() + ": " + text.message("coverage." + note.state()),
                        TableFiles.thing(note.country()),
                        null,
                        null,
                        note.text(),
                        null,
                        name(thing, text))));
        return table;
    }

    private static String name(Description thing, PageText text) {
        return text.name(thing.labels(), thing.id());
    }
}
