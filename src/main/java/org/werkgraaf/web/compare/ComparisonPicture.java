package org.werkgraaf.web.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.picture.RowChart;
import org.werkgraaf.picture.RowChart.Value;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.web.picture.PictureWords;
import org.werkgraaf.web.picture.Pictures;
import org.werkgraaf.web.text.PageText;

/** A comparison in numbers for print: of countries how much is on record, by kind; of other things how many values of each property. */
@Component
class ComparisonPicture {
    private final PictureWords words;
    private final Pictures pictures;
    private final EntityReader reader;

    ComparisonPicture(PictureWords words, Pictures pictures, EntityReader reader) {
        this.words = words;
        this.pictures = pictures;
        this.reader = reader;
    }

    /**
     * Draws it.
     *
     * @param countries their numbers, where all things are countries
     * @param topic id of the technique that alone is looked at
     */
    Sheet of(List<Description> things, Countries.@Nullable Overview countries, @Nullable String topic, PageText text) {
        List<RowChart.Row> all = rows(things, countries, topic, text);
        List<RowChart.Row> shown = all.subList(0, Math.min(all.size(), pictures.rowsMax()));
        List<String> names = things.stream()
                .map(thing -> text.name(thing.labels(), thing.id()))
                .toList();
        List<String> notes = new ArrayList<>();
        if (shown.size() < all.size()) {
            notes.add(text.message("picture.cut", shown.size(), all.size()));
        }
        notes.add(text.message("picture.none"));
        if (countries != null) {
            notes.add(text.message("picture.wider"));
        }
        return new RowChart(
                        words.heading(
                                text.message("picture.title", text.message("compare.title"), String.join(" – ", names)),
                                unit(countries, topic, text),
                                notes,
                                things.get(0).release(),
                                text),
                        names,
                        shown,
                        tick -> text.count(Math.round(tick)),
                        PictureWords.logarithmic(text))
                .draw();
    }

    /** What the numbers are. */
    static String unit(Countries.@Nullable Overview countries, @Nullable String topic, PageText text) {
        if (countries == null) {
            return text.message("picture.unit.values");
        }
        return topic == null || countries.topics().isEmpty()
                ? text.message("picture.unit.things")
                : text.message("picture.unit.topic", countries.topics().get(0).label());
    }

    /** The numbers that are drawn, a row each. */
    List<RowChart.Row> rows(
            List<Description> things, Countries.@Nullable Overview countries, @Nullable String topic, PageText text) {
        if (countries == null) {
            return Comparison.of(things, reader.presentation(), text).rows().stream()
                    .map(row -> new RowChart.Row(
                            row.label(),
                            row.cells().stream()
                                    .map(cell -> value(cell.values().size(), text))
                                    .toList()))
                    .toList();
        }
        if (topic != null && !countries.topics().isEmpty()) {
            List<Countries.TopicCell> cells = countries.topics().get(0).cells();
            return List.of(
                    new RowChart.Row(
                            text.message("picture.rules"),
                            cells.stream()
                                    .map(cell -> value(cell.law().number(), text))
                                    .toList()),
                    new RowChart.Row(
                            text.message("types.Case"),
                            cells.stream()
                                    .map(cell -> value(cell.cases().number(), text))
                                    .toList()));
        }
        return countries.kinds().stream()
                .map(row -> new RowChart.Row(
                        text.message("types." + row.kind()),
                        IntStream.range(0, things.size())
                                .mapToObj(i -> value(row.cells().get(i).number(), text))
                                .toList()))
                .toList();
    }

    private static Value value(long number, PageText text) {
        return new Value((double) number, number == 0 ? "–" : text.count(number));
    }
}
