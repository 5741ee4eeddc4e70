package org.werkgraaf.web.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.web.ComparisonSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CoverageNote;
import org.werkgraaf.web.text.AsOf;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Wording;

/** Writes things side by side in Markdown, each value with the number of a place that states it. */
@Component
class ComparisonMarkdown {
    private final EntityReader reader;
    private final Countries countries;
    private final MessageSource messages;
    private final WebSettings settings;
    private final ComparisonSettings comparisons;

    ComparisonMarkdown(
            EntityReader reader,
            Countries countries,
            MessageSource messages,
            WebSettings settings,
            ComparisonSettings comparisons) {
        this.reader = reader;
        this.countries = countries;
        this.messages = messages;
        this.settings = settings;
        this.comparisons = comparisons;
    }

    /**
     * What is said of the things.
     *
     * @param topic id of the one technique of which countries are compared; absent for all
     * @param csv address of the same without anything left out; the picture stands beside it
     */
    String of(List<Description> things, @Nullable LocalDate asOf, @Nullable String topic, String csv, String lang) {
        PageText text = new PageText(lang, messages);
        Markdown document =
                new Markdown().heading(1, text.message("compare.title")).paragraph(text.message("compare.lead"));
        if (things.size() < 2) {
            return document.paragraph(text.message("compare.another"))
                    .list(List.of(settings.baseUrl() + "/compare.md?things=instrument/cao-81,instrument/cao-68"))
                    .toString();
        }
        AsOf day = new AsOf(reader.calendar(), asOf, text);
        if (asOf != null) {
            document.paragraph(text.message("asOf.others", text.day(asOf.toString())));
        }
        if (things.stream().allMatch(thing -> thing.type().equals(ClassNames.JURISDICTION))) {
            numbers(
                    countries.compare(things.stream().map(Description::id).toList(), lang, asOf, topic),
                    things,
                    text,
                    document);
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Place> places = new ArrayList<>();
        Comparison comparison = Comparison.of(things, reader.presentation(), text);
        List<String> heads = new ArrayList<>();
        heads.add(text.message("compare.property"));
        things.forEach(thing -> heads.add(text.name(thing.labels(), thing.id())));
        List<List<String>> rows = new ArrayList<>();
        for (Comparison.Row row : comparison.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(Markdown.plain(row.label()) + " (" + text.message("compare.verdict." + row.verdict()) + ")");
            row.cells().forEach(cell -> cells.add(cell(cell.values(), day, numbers, places, text)));
            rows.add(cells);
        }
        Map<String, List<CoverageNote>> noted = countries.notes(things, lang, topic);
        if (!noted.isEmpty()) {
            List<String> cells = new ArrayList<>(List.of(text.message("coverage.title")));
            things.forEach(thing -> cells.add(noted.getOrDefault(thing.id(), List.of()).stream()
                    .map(note -> Markdown.plain(note.text()))
                    .collect(Collectors.joining(" "))));
            rows.add(cells);
        }
        document.heading(2, text.message("compare.sides")).table(heads, rows);
        document.heading(2, text.message("thing.sources"))
                .list(places.stream()
                        .map(place -> "[" + numbers.get(place.id()) + "] "
                                + Markdown.link(Wording.place(place, text), settings.baseUrl() + "/id/" + place.id()))
                        .toList());
        return document.files(text, settings.baseUrl(), csv, csv.replaceFirst("[.]csv", ".svg"))
                .paragraph(text.message("quote.version", things.get(0).release()))
                .toString();
    }

    private String cell(List<Value> values, AsOf day, Map<String, Integer> numbers, List<Place> places, PageText text) {
        if (values.isEmpty()) {
            return text.message("compare.none");
        }
        String told = values.stream()
                .limit(comparisons.cellValuesMax())
                .map(value -> value(value, day, numbers, places, text))
                .collect(Collectors.joining("; "));
        int left = values.size() - comparisons.cellValuesMax();
        return left > 0 ? told + "; " + text.message("compare.left", left) : told;
    }

    private static String value(
            Value value, AsOf day, Map<String, Integer> numbers, List<Place> places, PageText text) {
        String words = value.id() == null
                ? text.pick(value.labels(), Wording.number(value.text(), value.datatype()))
                : text.name(value.labels(), value.id());
        String remark = day.remark(value.id(), value.type());
        String said = value.said().stream()
                .limit(1)
                .map(place -> " [" + number(place, numbers, places) + "]")
                .collect(Collectors.joining());
        return Markdown.plain(words)
                + (value.accepted() ? "" : " (" + text.message("thing.rejected") + ")")
                + (remark == null || remark.isEmpty() ? "" : " (" + Markdown.plain(remark) + ")")
                + said;
    }

    private static int number(Place place, Map<String, Integer> numbers, List<Place> places) {
        return numbers.computeIfAbsent(place.id(), id -> {
            places.add(place);
            return places.size();
        });
    }

    /** How much law and how many cases there are of each country; without those of wider and narrower ones apart. */
    private void numbers(Countries.Overview overview, List<Description> things, PageText text, Markdown document) {
        List<String> heads = new ArrayList<>();
        heads.add("");
        things.forEach(thing -> heads.add(text.name(thing.labels(), thing.id())));
        List<List<String>> rows = new ArrayList<>();
        for (Countries.Row row : overview.kinds()) {
            List<String> cells = new ArrayList<>();
            cells.add(Markdown.plain(text.message("types." + row.kind())));
            for (int i = 0; i < row.cells().size(); i++) {
                cells.add(number(
                        row.cells().get(i),
                        row.forNarrower(),
                        overview.coverage().get(i),
                        text));
            }
            rows.add(cells);
        }
        List<String> own = new ArrayList<>();
        own.add(text.message("compare.ownLaw"));
        overview.coverage().forEach(note -> own.add(text.message("coverage." + note.level())));
        rows.add(own);
        document.heading(2, text.message("compare.counts"))
                .paragraph(text.message("compare.counts.note"))
                .table(heads, rows);
        heads.set(0, text.message("type.Technique"));
        document.heading(2, text.message("compare.topics"))
                .paragraph(text.message("compare.topics.note"))
                .table(
                        heads,
                        overview.topics().stream()
                                .map(topic -> topic(topic, text))
                                .toList());
    }

    private List<String> topic(Countries.Topic topic, PageText text) {
        List<String> cells = new ArrayList<>();
        cells.add(Markdown.link(topic.label(), settings.baseUrl() + "/id/" + topic.id()));
        for (Countries.TopicCell cell : topic.cells()) {
            String state = text.message("coverage." + cell.coverage().state());
            String law = cell.law().number() == 0
                    ? state
                    : Markdown.link(
                                    text.message(
                                            "compare.provisions", cell.law().number()),
                                    settings.baseUrl() + cell.law().link())
                            + " (" + text.message("compare.coverage", state) + ")";
            cells.add(
                    cell.cases().number() == 0
                            ? law
                            : law + ", "
                                    + Markdown.link(
                                            text.message(
                                                    "compare.cases",
                                                    cell.cases().number()),
                                            settings.baseUrl() + cell.cases().link()));
        }
        return cells;
    }

    private String number(Countries.Count count, boolean forNarrower, CoverageNote coverage, PageText text) {
        if (count.number() == 0) {
            return text.message(
                    forNarrower && coverage.level().equals("not-covered")
                            ? "coverage.not-covered"
                            : "compare.noneKnown");
        }
        return Markdown.link(text.count(count.number()), settings.baseUrl() + count.link())
                + (count.others() == 0
                        ? ""
                        : " (" + text.message(forNarrower ? "compare.ofWider" : "compare.ofNarrower", count.others())
                                + ")");
    }
}
