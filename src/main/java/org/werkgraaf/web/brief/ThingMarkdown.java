package org.werkgraaf.web.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Calendar;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CoverageNote;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.text.AsOf;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Wording;

/** Writes all that the graph says of a thing in Markdown, each value with the number of the places that state it. */
@Component
public class ThingMarkdown {
    /** Of a relation, when all of them are told. */
    private static final int VALUES_MAX = 40;
    /** Of a relation that is asked for by itself. */
    static final int PAGE = 200;

    private final EntityReader reader;
    private final MessageSource messages;
    private final WebSettings settings;
    private final CoverageNotes coverage;

    ThingMarkdown(EntityReader reader, MessageSource messages, WebSettings settings, CoverageNotes coverage) {
        this.coverage = coverage;
        this.reader = reader;
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * What is said of a thing, in one language: of each relation as much as can be read at once, and of what is left out how many and
     * where.
     *
     * @param asOf the day on which it is told what holds; absent for today
     * @param part one relation, by pages; absent for all of them
     * @throws org.werkgraaf.web.http.RequestException when the thing has no such relation
     */
    public String of(Description thing, String lang, @Nullable LocalDate asOf, @Nullable AnswerPart part) {
        PageText text = new PageText(lang, messages);
        AsOf day = new AsOf(reader.calendar(), asOf, text);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Place> places = new ArrayList<>();
        Markdown document = new Markdown().heading(1, ThingBriefs.name(thing, text));
        document.paragraph(Markdown.plain(text.pick(thing.typeLabels(), thing.type()))
                + verification(thing.verification(), text) + " · `" + thing.id() + "`");
        document.paragraph(Markdown.plain(Objects.requireNonNullElse(day.sentence(thing), "")))
                .paragraph(Markdown.plain(text.pick(thing.definitions(), "")))
                .paragraph(textOf(day, thing, text));
        String names = thing.altLabels().values().stream()
                .flatMap(List::stream)
                .map(Markdown::plain)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            document.paragraph(text.message("thing.alsoKnown") + ": " + names);
        }
        document.heading(2, text.message("thing.facts"));
        List<String> lines = new ArrayList<>();
        List<String> left = new ArrayList<>();
        List<ThingFacts.Group> groups =
                part == null ? ThingFacts.of(thing, text) : ThingFacts.only(part.name(), thing, text);
        for (ThingFacts.Group group : groups) {
            AnswerPart shown = part == null
                    ? new AnswerPart(group.relation(), 1, VALUES_MAX)
                    : new AnswerPart(group.relation(), part.page(), part.size());
            for (ThingFacts.Entry entry : shown.of(group.entries())) {
                lines.add(line(group, entry, day, numbers, places, text));
            }
            if (!shown.isLast(group.entries().size())) {
                left.add(rest(
                        thing.id(),
                        group,
                        new AnswerPart(shown.name(), part == null ? 1 : shown.page() + 1, PAGE),
                        text));
            }
        }
        document.list(lines).list(left.stream().distinct().toList());
        List<CoverageNote> notes = part == null ? coverage.ofThing(thing, lang) : List.of();
        if (!notes.isEmpty()) {
            boolean bySubject = thing.type().equals(ClassNames.JURISDICTION);
            document.heading(2, text.message("coverage.title"))
                    .paragraph(text.message(bySubject ? "coverage.note.country" : "coverage.note"))
                    .list(notes.stream()
                            .map(note -> Markdown.plain(
                                    bySubject
                                            ? note.label() + ": " + text.message("coverage." + note.state())
                                            : note.text()))
                            .toList());
        }
        if (!places.isEmpty()) {
            document.heading(2, text.message("thing.sources"));
            document.list(places.stream()
                    .map(place -> said(place, numbers.getOrDefault(place.id(), 0), text))
                    .toList());
        }
        return document.paragraph(foot(thing.id(), thing.release(), text)).toString();
    }

    /** What a provision asked on the day that was named, or that its text of that day is not known; empty when it is today's. */
    private String textOf(AsOf day, Description thing, PageText text) {
        String named = text.day(day.day());
        Calendar.Version version = day.version(thing);
        if (version != null) {
            return Markdown.plain(text.message("asOf.version", named) + " " + text.pick(version.definitions(), ""))
                    + " "
                    + Markdown.link(
                            text.name(version.labels(), version.id()), settings.baseUrl() + "/id/" + version.id());
        }
        return day.isVersionUnknown(thing) ? Markdown.plain(text.message("asOf.versionUnknown", named)) : "";
    }

    /** Where all values of a relation are, or the next of them. */
    private String rest(String id, ThingFacts.Group group, AnswerPart next, PageText text) {
        return text.message(
                "markdown.part",
                next.page() == 1 ? VALUES_MAX : next.before(),
                group.entries().size(),
                Markdown.link(
                        group.label() + (group.relation().startsWith("^") ? " (^)" : ""),
                        settings.baseUrl() + "/id/" + id + ".md?relation="
                                + group.relation().replace("^", "%5E")
                                + (next.page() == 1 ? "" : "&page=" + next.page()) + "&lang=" + text.lang()));
    }

    private String line(
            ThingFacts.Group group,
            ThingFacts.Entry entry,
            AsOf day,
            Map<String, Integer> numbers,
            List<Place> places,
            PageText text) {
        String value = entry.id() == null
                ? Markdown.plain(entry.label())
                : Markdown.link(entry.label(), settings.baseUrl() + "/id/" + entry.id());
        String said = entry.said().stream()
                .map(place -> "[" + number(place, numbers, places) + "]")
                .distinct()
                .collect(Collectors.joining());
        return Markdown.plain(group.label())
                + (group.relation().startsWith("^") ? " (^)" : "")
                + (group.through() == null
                        ? ""
                        : " (" + text.message("search.through") + " " + Markdown.plain(group.through()) + ")")
                + ": " + value
                + (entry.accepted() ? "" : " (" + text.message("thing.rejected") + ")")
                + remark(day.remark(entry.id(), null))
                + (said.isEmpty() ? "" : " " + said);
    }

    private static String remark(@Nullable String remark) {
        return remark == null || remark.isEmpty() ? "" : " (" + Markdown.plain(remark) + ")";
    }

    private static int number(Place place, Map<String, Integer> numbers, List<Place> places) {
        return numbers.computeIfAbsent(place.id(), id -> {
            places.add(place);
            return places.size();
        });
    }

    private String said(Place place, int number, PageText text) {
        String paraphrase = text.pick(place.paraphrases(), "");
        return "[" + number + "] "
                + Markdown.link(Wording.place(place, text), settings.baseUrl() + "/id/" + place.id())
                + verification(place.verification(), text)
                + (paraphrase.isEmpty() ? "" : ": " + Markdown.plain(paraphrase));
    }

    private static String verification(@Nullable String verification, PageText text) {
        return verification == null ? "" : " (" + text.message("verification." + verification) + ")";
    }

    private String foot(String id, String release, PageText text) {
        return text.message("quote.version", release) + ", " + settings.baseUrl() + "/id/" + id;
    }
}
