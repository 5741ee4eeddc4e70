package org.werkgraaf.web.brief;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Passage;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ask.CoverageNote;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.ask.DatedSummary;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Wording;

/** Tells in short what a search found, each thing with a place that speaks of it. */
@Component
public class SearchBriefs {
    private static final int SUMMARY_MAX = 180;
    private static final int PASSAGES = 4;

    private final EntityIndex index;
    private final EntityReader reader;
    private final MessageSource messages;
    private final CoverageNotes coverage;

    SearchBriefs(EntityIndex index, EntityReader reader, MessageSource messages, CoverageNotes coverage) {
        this.coverage = coverage;
        this.index = index;
        this.reader = reader;
        this.messages = messages;
    }

    /**
     * What was found.
     *
     * @throws org.werkgraaf.index.CursorException when the request's cursor cannot be used
     */
    public SearchBrief of(SearchRequest request) {
        SearchResult result = index.search(request);
        PageText text = new PageText(request.lang(), messages);
        SearchResult.Understood understood = result.understood();
        Map<String, List<String>> lacking = index.lacking(
                understood == null ? request.words() : understood.words(),
                request.lang(),
                result.hits().stream().map(hit -> hit.thing().id()).toList());
        List<SearchBrief.Hit> hits = result.hits().stream()
                .map(hit -> hit(hit.thing(), lacking.get(hit.thing().id()), request, text))
                .toList();
        List<SearchBrief.Said> passages = index.passages(request, result, PASSAGES).sources().stream()
                .flatMap(source -> source.passages().stream())
                .map(passage -> said(passage, text))
                .toList();
        boolean whole = request.cursor() == null && result.cursor() == null;
        return new SearchBrief(
                result.total(),
                hits,
                whole,
                result.cursor(),
                rest(whole, result.cursor()),
                note(request, result),
                passages.isEmpty() ? null : passages,
                result.release());
    }

    private static @Nullable String rest(boolean whole, @Nullable String cursor) {
        if (whole) {
            return null;
        }
        return cursor == null
                ? "This is the last page; the others came before."
                : "Search again with this cursor and nothing else changed, or narrow the search.";
    }

    private @Nullable String note(SearchRequest request, SearchResult result) {
        String note = Stream.of(
                        Optional.of(result.wording().unknown())
                                .filter(words -> !words.isEmpty())
                                .map(words -> "Nothing in the graph has: " + String.join(", ", words) + "."),
                        Optional.ofNullable(result.understood()).map(SearchBriefs::understood),
                        Optional.ofNullable(result.wording().didYouMean())
                                .map(words -> "Some words are not known; searched for '" + words + "' too."),
                        result.wording().loosened()
                                ? Optional.of("Nothing has most of the words; these have some of them.")
                                : Optional.<String>empty(),
                        result.undated() > 0
                                ? Optional.of("Of " + result.undated() + " it is not known on which days they hold.")
                                : Optional.<String>empty(),
                        Optional.ofNullable(result.help()).map(SearchBriefs::help),
                        Optional.of(coverage.of(request, result).stream()
                                .map(CoverageNote::text)
                                .collect(Collectors.joining(" "))))
                .flatMap(Optional::stream)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
        return note.isEmpty() ? null : note;
    }

    /** What words were taken for, which narrows what is found. */
    private static String understood(SearchResult.Understood understood) {
        String filters = understood.filters().entrySet().stream()
                .map(each -> each.getKey().parameter() + " " + String.join(" or ", each.getValue()))
                .collect(Collectors.joining(", "));
        return "Words were taken for the filters " + filters + "; reading words takes them as words.";
    }

    private static String help(SearchResult.Suggestions help) {
        String near = help.nearest().stream()
                .map(each -> each.id() + " (" + each.label() + ")")
                .collect(Collectors.joining(", "));
        String without = help.without().stream()
                .filter(each -> each.count() > 0)
                .map(each -> each.count() + " without " + each.parameter())
                .collect(Collectors.joining(", "));
        return "Nothing is found in the graph."
                + (near.isEmpty() ? "" : " Names nearest to the words: " + near + ".")
                + (without.isEmpty() ? "" : " There would be " + without + ".");
    }

    private static SearchBrief.Said said(Passage passage, PageText text) {
        Thing.Said place = passage.place();
        String where = Stream.of(
                        text.pick(passage.sourceLabels(), place.source()),
                        text.pick(place.sections(), ""),
                        text.place(place.pages(), place.paragraphs(), place.lines()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new SearchBrief.Said(place.passage(), text.pick(passage.paraphrases(), ""), where);
    }

    private SearchBrief.Hit hit(Thing thing, @Nullable List<String> lacks, SearchRequest request, PageText text) {
        String summary =
                DatedSummary.of(thing, request.asOf(), reader.calendar(), text).shortened(SUMMARY_MAX);
        return new SearchBrief.Hit(
                thing.id(),
                thing.label(request.lang()),
                summary.isEmpty() ? null : summary,
                thing.date(),
                codes(thing.jurisdiction()),
                place(thing, text).orElse(null),
                thing.verification(),
                lacks);
    }

    private Optional<String> place(Thing thing, PageText text) {
        return ThingId.parse(thing.id())
                .flatMap(reader::find)
                .flatMap(SearchBriefs::best)
                .map(place -> Wording.place(place, text));
    }

    /** A place of its own; else one that states something of it, else one that mentions it. */
    static Optional<Place> best(Description thing) {
        List<Place> stated = Stream.concat(thing.facts().stream(), thing.incoming().stream())
                .flatMap(relation -> relation.values().stream())
                .filter(Description.Value::accepted)
                .flatMap(value -> value.said().stream())
                .toList();
        return Wording.best(thing.places()).or(() -> Wording.best(stated)).or(() -> Wording.best(thing.passages()));
    }

    private static @Nullable String codes(List<String> jurisdictions) {
        return jurisdictions.isEmpty()
                ? null
                : jurisdictions.stream()
                        .map(id -> id.substring(id.indexOf('/') + 1).toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining(","));
    }
}
