package org.werkgraaf.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.werkgraaf.index.Change;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionRequest;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ask.QuestionAnswers;
import org.werkgraaf.web.ask.QuestionLinks;
import org.werkgraaf.web.ask.QuestionParameters;
import org.werkgraaf.web.ask.SearchParameters;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;

/** A search or a saved question as something to follow: the things that it finds, the last changed first. */
@Component
class Feed {
    private final EntityIndex index;
    private final SearchParameters parameters;
    private final GraphStore store;
    private final QuestionAnswers questions;
    private final QuestionParameters questionParameters;

    private final ReaderLanguage languages;

    Feed(
            EntityIndex index,
            SearchParameters parameters,
            GraphStore store,
            QuestionAnswers questions,
            QuestionParameters questionParameters,
            ReaderLanguage languages) {
        this.languages = languages;
        this.index = index;
        this.parameters = parameters;
        this.store = store;
        this.questions = questions;
        this.questionParameters = questionParameters;
    }

    /** The feed that a request asks for. */
    Content read(HttpServletRequest request) {
        SearchRequest search = parameters
                .read(request.getParameterMap(), languages.of(request))
                .counting(SearchRequest.Counting.NONE);
        SearchResult result = index.search(search);
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return content(
                search.words().isEmpty() ? "Werkgraaf" : "Werkgraaf: " + search.words(),
                search.lang(),
                new Links("/feed.atom" + query, "/feed.json" + query, "/search" + query),
                result.release(),
                result.hits().stream().map(SearchResult.Hit::thing).toList());
    }

    /**
     * The feed of a saved question: each thing that a row is about, that is the first in it that search knows.
     *
     * @throws RequestException when the rows name no thing, so that nothing of them has a date
     */
    Content read(String name, HttpServletRequest request) {
        QuestionRequest asked =
                questionParameters.read(questions.find(name), request.getParameterMap(), languages.of(request));
        QuestionAnswer answer = questions.answer(asked);
        List<Thing> things = answer.rows().stream()
                .flatMap(row -> answer.variables().stream()
                        .map(row::get)
                        .filter(Objects::nonNull)
                        .flatMap(node -> ThingId.find(node).stream())
                        .flatMap(id -> index.find(id.toString()).stream())
                        .limit(1))
                .distinct()
                .toList();
        if (things.isEmpty() && !answer.rows().isEmpty()) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "The rows of the question " + asked.question().name()
                            + " are about no single thing, so nothing in them has"
                            + " a date of change. Follow a question that lists things, or a search at /feed.atom.");
        }
        QuestionLinks links = new QuestionLinks(asked);
        return content(
                "Werkgraaf: " + asked.question().summary(asked.lang()),
                asked.lang(),
                new Links(links.feed(".atom"), links.feed(".json"), links.page(asked.page())),
                answer.release(),
                things);
    }

    private Content content(String title, String lang, Links links, String release, List<Thing> things) {
        Instant published = store.release().map(Release::publishedAt).orElseThrow();
        List<Entry> entries = things.stream()
                .map(thing -> new Entry(
                        thing, index.change(thing.id()).map(Change::since).orElse(published)))
                .sorted(Comparator.comparing(Entry::updated).reversed())
                .toList();
        Instant updated = entries.stream().map(Entry::updated).findFirst().orElse(published);
        return new Content(title, lang, links, release, updated, entries);
    }

    /**
     * @param title what is searched for
     * @param lang language of the labels
     * @param links where the same is found
     * @param release id of the release that answered
     * @param updated when one of the entries last changed
     * @param entries what was found, the last changed first
     */
    record Content(String title, String lang, Links links, String release, Instant updated, List<Entry> entries) {}

    /**
     * @param atom as an Atom feed
     * @param json as a JSON Feed
     * @param page for readers
     */
    record Links(String atom, String json, String page) {}

    /**
     * @param thing what was found
     * @param updated when the release came out in which it last changed
     */
    record Entry(Thing thing, Instant updated) {}
}
