package org.werkgraaf.web.brief;

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
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.text.PageText;

/** Writes all that the graph says of a thing in Markdown, each value with the number of the places that state it. */
@Component
public class ThingMarkdown {
    private final MessageSource messages;
    private final WebSettings settings;

    ThingMarkdown(MessageSource messages, WebSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** The whole thing, in one language. */
    public String of(Description thing, String lang) {
        PageText text = new PageText(lang, messages);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Place> places = new ArrayList<>();
        Markdown document = new Markdown().heading(1, ThingBriefs.name(thing, text));
        document.paragraph(Markdown.plain(text.pick(thing.typeLabels(), thing.type()))
                + verification(thing.verification(), text) + " · `" + thing.id() + "`");
        document.paragraph(Markdown.plain(text.pick(thing.definitions(), "")));
        String names = thing.altLabels().values().stream()
                .flatMap(List::stream)
                .map(Markdown::plain)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            document.paragraph(text.message("thing.alsoKnown") + ": " + names);
        }
        document.heading(2, text.message("thing.facts"));
        List<String> lines = new ArrayList<>();
        for (ThingFacts.Group group : ThingFacts.of(thing, text)) {
            for (ThingFacts.Entry entry : group.entries()) {
                lines.add(line(group, entry, numbers, places, text));
            }
        }
        document.list(lines);
        if (!places.isEmpty()) {
            document.heading(2, text.message("thing.sources"));
            document.list(places.stream()
                    .map(place -> said(place, numbers.getOrDefault(place.id(), 0), text))
                    .toList());
        }
        return document.paragraph(foot(thing.id(), thing.release(), text)).toString();
    }

    private String line(
            ThingFacts.Group group,
            ThingFacts.Entry entry,
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
                + (said.isEmpty() ? "" : " " + said);
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
