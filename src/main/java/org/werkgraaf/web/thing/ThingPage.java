package org.werkgraaf.web.thing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.HistoryStep;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Statement;
import org.werkgraaf.entity.Description.Through;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ProposalSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.ask.TechniqueTables;
import org.werkgraaf.web.quote.Citations;
import org.werkgraaf.web.quote.Frozen;
import org.werkgraaf.web.quote.QuoteText;
import org.werkgraaf.web.quote.Reference;
import org.werkgraaf.web.quote.StructuredData;
import org.werkgraaf.web.text.AsOf;
import org.werkgraaf.web.text.NumberWords;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Relations;

/** The page of one thing. */
@Component
public class ThingPage {
    private final MessageSource messages;
    private final EntityIndex index;
    private final EntityReader reader;
    private final SourceSubjects subjects;
    private final WebSettings settings;
    private final CoverageNotes coverage;
    private final TechniqueTables tables;
    private final ProposalSettings proposals;

    ThingPage(
            MessageSource messages,
            EntityIndex index,
            EntityReader reader,
            SourceSubjects subjects,
            WebSettings settings,
            CoverageNotes coverage,
            TechniqueTables tables,
            ProposalSettings proposals) {
        this.proposals = proposals;
        this.coverage = coverage;
        this.tables = tables;
        this.messages = messages;
        this.index = index;
        this.reader = reader;
        this.subjects = subjects;
        this.settings = settings;
    }

    /**
     * @param asOf the day on which the reader wants to see the law; absent for the present day
     * @param wanted what of it the reader wants to see
     */
    public ModelAndView of(Description thing, String lang, @Nullable LocalDate asOf, Wanted wanted) {
        PageText text = new PageText(lang, messages);
        LongPage part = new LongPage(thing, wanted, text, asOf == null ? null : asOf.toString());
        Presentation presentation = reader.presentation();
        Map<String, String> units = NumberWords.of(thing, presentation.units());
        Relations all = Relations.of(thing, presentation, text);
        Relations relations = part.of(all);
        Optional<Profile> profile = presentation.profile(thing.type());
        Chapters chapters = Chapters.of(profile.map(Profile::chapters).orElse(List.of()), relations, text);
        ModelAndView page = new ModelAndView("thing");
        page.addObject("lang", lang);
        page.addObject("thing", thing);
        page.addObject("asOf", new AsOf(reader.calendar(), asOf, text));
        page.addObject("heading", heading(thing, text));
        page.addObject("proposing", proposals.on());
        page.addObject("part", part);
        page.addObject("relations", relations);
        page.addObject("chapters", chapters);
        page.addObject(
                "brief",
                part.isPart()
                        ? List.of()
                        : Brief.of(profile.map(Profile::brief).orElse(List.of()), relations, chapters)
                                .items());
        List<Through> through = part.through();
        page.addObject("through", through);
        page.addObject("citations", citations(thing, relations, chapters, through, part));
        page.addObject("timeline", HistoryLine.of(thing.history(), units, text).points());
        page.addObject("searched", presentation.isIndexed(thing.type()));
        page.addObject("historyFirst", profile.filter(Profile::historyFirst).isPresent());
        page.addObject(
                "checkLink",
                profile.flatMap(each -> each.check(thing.id(), lang)).orElse(null));
        page.addObject(
                "tables",
                thing.type().equals(ClassNames.TECHNIQUE) && !part.isPart() ? tables.of(thing.id(), lang) : List.of());
        page.addObject("ownPlace", ownPlace(thing).orElse(null));
        boolean source = thing.type().equals(ClassNames.SOURCE);
        page.addObject("subjects", source && !wanted.isPart() ? subjects.of(thing.id(), lang) : List.of());
        page.addObject(
                "official",
                profile.filter(Profile::text)
                        .map(each -> OfficialText.of(thing, act(thing)))
                        .orElse(List.of()));
        page.addObject("otherNames", otherNames(thing, lang));
        page.addObject("says", source ? says(thing, wanted, text, asOf) : null);
        boolean claim = thing.type().equals(ClassNames.CLAIM);
        page.addObject("claimed", claim ? thing.places() : List.of());
        page.addObject("statements", claim ? Map.of() : statements(thing, presentation));
        page.addObject("coverage", wanted.isPart() ? Map.of() : CoverageNotes.byState(coverage.ofThing(thing, lang)));
        page.addObject("coverageBySubject", thing.type().equals(ClassNames.JURISDICTION));
        page.addObject("verification", verification(thing));
        page.addObject("units", units);
        page.addObject("comparators", NumberWords.of(thing, presentation.comparators()));
        page.addObject("statedUnits", NumberWords.stated(thing, presentation.units()));
        page.addObject("statedComparators", NumberWords.stated(thing, presentation.comparators()));
        Reference reference = Reference.of(thing, presentation, lang);
        page.addObject("quote", QuoteText.of(reference, text, frozen(thing)));
        page.addObject(
                "structured", StructuredData.of(reference, text.pick(thing.definitions(), ""), settings.baseUrl()));
        return page;
    }

    private List<String> act(Description thing) {
        Description.Position position = thing.position();
        return position == null
                ? List.of()
                : ThingId.parse(String.valueOf(position.within().get(0).id()))
                        .map(reader::webPages)
                        .orElse(List.of());
    }

    /** Things that the index does not hold have no frozen link. */
    private @Nullable String frozen(Description thing) {
        return index.change(thing.id())
                .map(change -> settings.baseUrl() + Frozen.link(thing.release(), change.digest(), "/id/" + thing.id()))
                .orElse(null);
    }

    /** A claim has no name: what it says stands for one. Nor has a passage: its source and the place in it stand for one. */
    private static Heading heading(Description thing, PageText text) {
        if (thing.type().equals(ClassNames.CLAIM)) {
            return thing.statements().stream()
                    .findFirst()
                    .map(statement -> new Heading(
                            Stream.of(
                                            text.name(
                                                    statement.subject().labels(),
                                                    statement.subject().text()),
                                            text.pick(statement.labels(), statement.name()),
                                            text.name(
                                                    statement.object().labels(),
                                                    statement.object().text()))
                                    .collect(Collectors.joining(" – ")),
                            null))
                    .orElseGet(() -> new Heading(thing.id(), null));
        }
        return ownPlace(thing)
                .map(place -> {
                    String where = text.place(place);
                    String source = text.name(place.sourceLabels(), place.source());
                    return new Heading(
                            where.isEmpty() ? source : source + ", " + where, text.foreign(place.sourceLabels()));
                })
                .orElseGet(() -> new Heading(text.name(thing.labels(), thing.id()), text.foreign(thing.labels())));
    }

    /** Where a passage stands; empty for all other things. */
    private static Optional<Place> ownPlace(Description thing) {
        return thing.type().equals(ClassNames.PASSAGE) ? thing.places().stream().findFirst() : Optional.empty();
    }

    /** Numbers follow the order of the page: chapters, wider things, history, facts, parts, links, key. */
    private static Citations citations(
            Description thing, Relations relations, Chapters chapters, List<Through> wider, LongPage part) {
        Stream<Place> told = chapters.told().stream()
                .flatMap(chapter -> chapter.relations().stream())
                .flatMap(part::cited);
        Stream<Place> through =
                wider.stream().flatMap(each -> each.relations().stream()).flatMap(part::citedOfWider);
        Stream<Place> others = Stream.concat(
                        thing.history().stream().map(HistoryStep::facts),
                        Stream.of(chapters.facts(), relations.parts(), chapters.incoming(), relations.key()))
                .flatMap(List::stream)
                .flatMap(part::cited);
        List<Place> cited =
                Stream.of(told, through, others).flatMap(each -> each).toList();
        return new Citations(cited, part.passages());
    }

    private static Map<String, Names> otherNames(Description thing, String lang) {
        Map<String, Names> names = new LinkedHashMap<>();
        Stream.concat(thing.labels().keySet().stream(), thing.altLabels().keySet().stream())
                .filter(each -> !each.isEmpty() && !each.equals(lang))
                .distinct()
                .sorted()
                .forEach(each -> names.put(
                        each,
                        new Names(thing.labels().get(each), thing.altLabels().getOrDefault(each, List.of()))));
        return names;
    }

    private SourceContents says(Description source, Wanted wanted, PageText text, @Nullable LocalDate asOf) {
        boolean needed = wanted.about() != null || source.places().size() > SourceContents.PASSAGES_MAX;
        Map<String, List<Value>> mentions =
                needed ? ThingId.parse(source.id()).map(reader::mentions).orElse(Map.of()) : Map.of();
        return SourceContents.of(source, mentions, wanted, text, asOf == null ? null : asOf.toString());
    }

    /** What a passage states, by the thing that it is about; what has a form of its own, as a currency at its amount, is left out. */
    private static Map<String, List<Statement>> statements(Description thing, Presentation presentation) {
        Set<String> elsewhere = presentation.pages().elsewhere().stream()
                .filter(path -> !path.inverse())
                .map(path -> path.property().getLocalName())
                .collect(Collectors.toSet());
        elsewhere.retainAll(Set.copyOf(presentation.units().values()));
        return thing.statements().stream()
                .filter(statement -> !elsewhere.contains(statement.name()))
                .collect(Collectors.groupingBy(
                        statement -> statement.subject().text(), LinkedHashMap::new, Collectors.toList()));
    }

    private static @Nullable String verification(Description thing) {
        return Stream.concat(
                        Stream.ofNullable(thing.verification()),
                        thing.places().stream().map(Place::verification).filter(Objects::nonNull))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param text what the page is called
     * @param lang its language when that is not the page's
     */
    public record Heading(String text, @Nullable String lang) {}

    /**
     * @param label preferred name in a language
     * @param others other names in it
     */
    public record Names(@Nullable String label, List<String> others) {}
}
