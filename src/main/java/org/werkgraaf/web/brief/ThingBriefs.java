package org.werkgraaf.web.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.meaning.Times;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.ask.MissingThing;
import org.werkgraaf.web.brief.ThingBrief.Fact;
import org.werkgraaf.web.brief.ThingBrief.Said;
import org.werkgraaf.web.brief.ThingBrief.Value;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.Days;
import org.werkgraaf.web.text.GivenText;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Wording;

/** Tells a thing in short: some values of each relation, or all of one relation by pages. */
@Component
public class ThingBriefs {
    /** About 800 tokens with what stands around the facts. */
    private static final int ROOM = 1250;

    private static final int VALUES = 4;
    private static final int PLACES_OF_VALUE = 1;
    private static final int PLACES_IN_LIST = 5;

    private final EntityReader reader;
    private final MessageSource messages;
    private final WebSettings settings;
    private final CoverageNotes coverage;

    ThingBriefs(EntityReader reader, MessageSource messages, WebSettings settings, CoverageNotes coverage) {
        this.coverage = coverage;
        this.reader = reader;
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * The thing of an id or IRI.
     *
     * @throws RequestException when there is none
     */
    public Description find(String given) {
        String id = given.startsWith(ThingId.THINGS) ? given.substring(ThingId.THINGS.length()) : given;
        int slash = id.indexOf('/');
        return ThingId.parse(id)
                .flatMap(reader::find)
                .orElseThrow(() -> slash < 0
                        ? new RequestException(
                                ErrorCode.BAD_PARAMETER,
                                "The id is '" + GivenText.shorten(given)
                                        + "'; it takes an id such as technique/keylogging. Search for the name.")
                        : MissingThing.of(id.substring(0, slash), id.substring(slash + 1)));
    }

    /**
     * Some values of each relation, or those of one.
     *
     * @param part a relation; absent for a little of each
     * @throws RequestException when the thing has no such relation
     */
    public ThingBrief of(Description thing, String lang, @Nullable AnswerPart part) {
        PageText text = new PageText(lang, messages);
        return part == null ? beginning(thing, text) : only(thing, text, part);
    }

    private ThingBrief beginning(Description thing, PageText text) {
        Budget budget = new Budget(ROOM);
        Numbers numbers = new Numbers(text);
        List<Fact> facts = new ArrayList<>();
        Map<String, Integer> more = new LinkedHashMap<>();
        for (ThingFacts.Group group : ThingFacts.of(thing, text)) {
            List<Value> shown = new ArrayList<>();
            for (ThingFacts.Entry entry : group.entries()) {
                if (shown.size() == VALUES || !budget.take(entry.label(), String.valueOf(entry.id()))) {
                    break;
                }
                shown.add(value(entry, PLACES_OF_VALUE, numbers, budget));
            }
            if (shown.size() < group.entries().size()) {
                more.merge(group.relation(), group.entries().size() - shown.size(), Integer::sum);
            }
            if (!shown.isEmpty()) {
                facts.add(fact(group, shown));
            }
        }
        String rest = more.isEmpty()
                ? ""
                : "'more' counts what is left out, by relation: describe this id with that relation.";
        return brief(thing, text, facts, numbers.said(budget), more.isEmpty() ? null : more, rest);
    }

    private ThingBrief only(Description thing, PageText text, AnswerPart part) {
        List<ThingFacts.Group> wanted = ThingFacts.only(part.name(), thing, text);
        Numbers numbers = new Numbers(text);
        Budget budget = new Budget(ROOM);
        List<Fact> facts = new ArrayList<>();
        int at = 0;
        for (ThingFacts.Group group : wanted) {
            List<Value> shown = new ArrayList<>();
            for (ThingFacts.Entry entry : group.entries()) {
                if (at >= part.before() && at < part.before() + part.size()) {
                    shown.add(value(entry, PLACES_IN_LIST, numbers, budget));
                }
                at++;
            }
            if (!shown.isEmpty()) {
                facts.add(fact(group, shown));
            }
        }
        return brief(thing, text, facts, numbers.said(budget), null, part.rest(at));
    }

    private ThingBrief brief(
            Description thing,
            PageText text,
            List<Fact> facts,
            List<Said> places,
            @Nullable Map<String, Integer> more,
            String left) {
        String definition = text.pick(thing.definitions(), "");
        String rest = Stream.of(left, withoutText(places))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
        return new ThingBrief(
                thing.id(),
                name(thing, text),
                thing.type(),
                definition.isEmpty() ? null : definition,
                thing.verification(),
                dates(thing),
                coverage.statesOf(thing, text.lang()),
                facts,
                places,
                more,
                rest.isEmpty(),
                rest.isEmpty() ? null : rest,
                thing.release(),
                settings.baseUrl() + "/id/" + thing.id());
    }

    /** What places say is left out when there is no room for it. */
    private static String withoutText(List<Said> places) {
        long without = places.stream()
                .filter(place -> Boolean.TRUE.equals(place.more()))
                .count();
        return without == 0 ? "" : "Of " + without + " places the text is left out: describe the id of the place.";
    }

    /** On which days it holds; a case has the days of its decisions among its facts. */
    private ThingBrief.@Nullable Dates dates(Description thing) {
        Times times = reader.calendar().times(thing.id());
        if (thing.type().equals(ClassNames.CASE)) {
            return null;
        }
        return times.on(Days.today())
                .map(standing -> new ThingBrief.Dates(
                        switch (standing.state()) {
                            case HOLDS -> "holds";
                            case NOT_YET, TO_TRANSPOSE -> "not-yet";
                            case NO_LONGER -> "no-longer";
                            case NEVER -> "never";
                            default -> "unknown";
                        },
                        times.from().map(LocalDate::toString).orElse(null),
                        times.until().map(LocalDate::toString).orElse(null)))
                .orElse(null);
    }

    /** A passage has no name: its source and the place in it stand for one. */
    static String name(Description thing, PageText text) {
        return thing.type().equals(ClassNames.PASSAGE) && !thing.places().isEmpty()
                ? Wording.place(thing.places().get(0), text)
                : text.name(thing.labels(), thing.id());
    }

    private static Fact fact(ThingFacts.Group group, List<Value> values) {
        return new Fact(
                group.relation(), group.label(), group.disputed() ? Boolean.TRUE : null, group.through(), values);
    }

    private static Value value(ThingFacts.Entry entry, int placesMax, Numbers numbers, Budget budget) {
        List<Integer> said = Wording.bestFirst(entry.said()).stream()
                .limit(placesMax)
                .map(place -> numbers.of(place, budget))
                .toList();
        int others = entry.said().size() - said.size();
        return new Value(
                entry.id(),
                entry.label(),
                entry.accepted() ? null : Boolean.FALSE,
                said.isEmpty() ? null : said,
                others == 0 ? null : others);
    }

    /** Numbers places in the order in which facts name them. */
    private static final class Numbers {
        private final PageText text;
        private final Map<String, Place> places = new LinkedHashMap<>();
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        Numbers(PageText text) {
            this.text = text;
        }

        int of(Place place, Budget budget) {
            if (places.putIfAbsent(place.id(), place) == null) {
                budget.take(Wording.place(place, text), place.id());
                numbers.put(place.id(), places.size());
            }
            return Objects.requireNonNull(numbers.get(place.id()));
        }

        /** What they say, as long as there is room for it. */
        List<Said> said(Budget budget) {
            List<Said> said = new ArrayList<>();
            places.forEach((id, place) -> {
                String paraphrase = text.pick(place.paraphrases(), "");
                boolean told = !paraphrase.isEmpty() && budget.take(paraphrase);
                said.add(new Said(
                        said.size() + 1,
                        id,
                        Wording.place(place, text),
                        place.verification(),
                        told ? paraphrase : null,
                        told || paraphrase.isEmpty() ? null : Boolean.TRUE));
            });
            return said;
        }
    }
}
