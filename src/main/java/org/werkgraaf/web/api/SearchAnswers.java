package org.werkgraaf.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.Passage;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CoverageNote;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.ask.DatedSummary;
import org.werkgraaf.web.text.PageText;

/** Puts search results into the shape of the API's contract. */
@Component
class SearchAnswers {
    private final WebSettings settings;
    private final SearchSparql sparql;
    private final EntityIndex index;

    private final CoverageNotes coverage;
    private final EntityReader reader;
    private final MessageSource messages;

    SearchAnswers(
            WebSettings settings,
            SearchSparql sparql,
            EntityIndex index,
            CoverageNotes coverage,
            EntityReader reader,
            MessageSource messages) {
        this.reader = reader;
        this.messages = messages;
        this.coverage = coverage;
        this.index = index;
        this.settings = settings;
        this.sparql = sparql;
    }

    SearchAnswer of(
            SearchRequest search,
            SearchResult result,
            Passage.Found passages,
            HttpServletRequest request,
            long tookMillis) {
        Map<String, List<SearchAnswer.FacetValue>> facets = new LinkedHashMap<>();
        result.facets()
                .forEach((facet, counts) -> facets.put(
                        facet.parameter(),
                        counts.stream()
                                .map(count -> new SearchAnswer.FacetValue(count.value(), count.label(), count.count()))
                                .toList()));
        List<CoverageNote> noted = coverage.of(search, result);
        return new SearchAnswer(
                result.total(),
                result.undated(),
                !result.facetsCut(),
                result.facetsCut() ? "werkgraaf.search.facet-values-max" : null,
                result.release(),
                tookMillis,
                result.hits().stream().map(hit -> hit(hit, search)).toList(),
                facets,
                result.facetsMore().stream().map(Facet::parameter).toList(),
                result.wording().didYouMean(),
                result.wording().unknown(),
                links(result, request),
                fallback(result.wording()),
                understood(search, result),
                help(result, noted),
                passages(passages, search.lang()),
                noted);
    }

    private static SearchAnswer.Passages passages(Passage.Found found, String lang) {
        return new SearchAnswer.Passages(
                found.total(),
                found.sources().stream()
                        .map(source -> new SearchAnswer.OfSource(
                                new SearchAnswer.Named(
                                        source.source(), Languages.pick(source.labels(), lang, source.source())),
                                source.passages().stream()
                                        .map(passage -> passage(passage, lang))
                                        .toList()))
                        .toList());
    }

    private static SearchAnswer.FoundPassage passage(Passage passage, String lang) {
        Map<String, String> texts = passage.paraphrases();
        return new SearchAnswer.FoundPassage(
                passage.place().passage(),
                Languages.pick(passage.place().sections(), lang, ""),
                passage.place().pages(),
                passage.place().paragraphs(),
                passage.place().lines(),
                Languages.pick(texts, lang, ""),
                Languages.nearest(texts.keySet(), lang).orElse(lang),
                passage.verification(),
                passage.status());
    }

    private SearchAnswer.@Nullable Understood understood(SearchRequest search, SearchResult result) {
        SearchResult.Understood understood = result.understood();
        if (understood == null) {
            return null;
        }
        Map<String, List<SearchAnswer.Named>> filters = new LinkedHashMap<>();
        understood
                .filters()
                .forEach((facet, values) -> filters.put(
                        facet.parameter(),
                        values.stream()
                                .map(value -> new SearchAnswer.Named(value, index.label(facet, value, search.lang())))
                                .toList()));
        return new SearchAnswer.Understood(filters, understood.words());
    }

    private static @Nullable String fallback(SearchResult.Wording wording) {
        return wording.loosened() ? "fewer-words" : wording.didYouMean() != null ? "spelling" : null;
    }

    private SearchAnswer.@Nullable Help help(SearchResult result, List<CoverageNote> noted) {
        SearchResult.Suggestions help = result.help();
        return help == null
                ? null
                : new SearchAnswer.Help(
                        help.nearest().stream()
                                .map(near ->
                                        new SearchAnswer.Nearest(near.id(), near.label(), near.type(), near.count()))
                                .toList(),
                        help.without().stream()
                                .map(each -> new SearchAnswer.Without(each.parameter(), each.values(), each.count()))
                                .toList(),
                        noted);
    }

    private SearchAnswer.Hit hit(SearchResult.Hit hit, SearchRequest search) {
        String lang = search.lang();
        Thing thing = hit.thing();
        return new SearchAnswer.Hit(
                thing.id(),
                thing.iri(),
                thing.type(),
                thing.label(lang),
                thing.labels(),
                thing.altLabels(),
                thing.identifiers().stream()
                        .map(identifier -> new SearchAnswer.Identifier(identifier.scheme(), identifier.value()))
                        .toList(),
                DatedSummary.of(thing, search.asOf(), reader.calendar(), new PageText(lang, messages))
                        .whole(),
                codes(thing.jurisdiction()),
                thing.date(),
                holding(thing.holding()),
                thing.verification(),
                hit.score(),
                hit.matched().stream()
                        .map(match -> new SearchAnswer.Match(match.field(), match.lang(), match.highlight()))
                        .toList(),
                hit.through().stream()
                        .map(through -> new SearchAnswer.Through(
                                through.facet().parameter(),
                                through.value(),
                                through.by().stream()
                                        .map(id -> new SearchAnswer.Named(
                                                id, hit.labels().getOrDefault(id, id)))
                                        .toList()))
                        .toList(),
                details(thing, lang),
                said(hit));
    }

    /** What a card shows; of texts in languages those in the reader's or the nearest one. */
    private static Map<String, List<String>> details(Thing thing, String lang) {
        Map<String, Map<String, List<String>>> byLanguage = new TreeMap<>();
        thing.details().forEach((key, values) -> {
            int at = key.indexOf('@');
            byLanguage
                    .computeIfAbsent(at < 0 ? key : key.substring(0, at), k -> new TreeMap<>())
                    .put(at < 0 ? "" : key.substring(at + 1), values);
        });
        Map<String, List<String>> details = new LinkedHashMap<>();
        byLanguage.forEach((property, texts) -> details.put(
                property,
                Languages.nearest(texts.keySet(), lang)
                        .map(texts::get)
                        .orElseGet(() -> texts.values().iterator().next())));
        return details;
    }

    private static SearchAnswer.@Nullable Said said(SearchResult.Hit hit) {
        Thing.Said said = hit.thing().said();
        return said == null
                ? null
                : new SearchAnswer.Said(
                        said.passage(),
                        new SearchAnswer.Named(said.source(), hit.labels().getOrDefault(said.source(), said.source())),
                        said.pages(),
                        said.paragraphs(),
                        said.lines());
    }

    private static SearchAnswer.@Nullable Holding holding(Thing.@Nullable Holding holding) {
        return holding == null ? null : new SearchAnswer.Holding(holding.from(), holding.until(), holding.undated());
    }

    /** {@code jurisdiction/nl} becomes {@code NL}. */
    static @Nullable String codes(List<String> jurisdictions) {
        return jurisdictions.isEmpty()
                ? null
                : jurisdictions.stream()
                        .map(id -> id.substring(id.indexOf('/') + 1).toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining(","));
    }

    private SearchAnswer.Links links(SearchResult result, HttpServletRequest request) {
        return new SearchAnswer.Links(
                link("/api/v1/search", request, request.getParameter("cursor")),
                result.cursor() == null ? null : link("/api/v1/search", request, result.cursor()),
                link("/search", request, null),
                link("/feed.atom", request, null),
                link("/search.csv", request, null),
                settings.baseUrl() + sparql.link(result));
    }

    private String link(String path, HttpServletRequest request, @Nullable String cursor) {
        UriComponentsBuilder link = UriComponentsBuilder.fromUriString(settings.baseUrl() + path);
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                link.queryParam(name, (Object[]) values);
            }
        });
        if (cursor != null) {
            link.queryParam("cursor", cursor);
        }
        return link.encode().build().toUriString();
    }
}
