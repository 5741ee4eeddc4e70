package org.werkgraaf.web.check;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.assess.State;
import org.werkgraaf.index.Change;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CheckParameters;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.FeedDocument;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.PageText;

/**
 * {@code GET /check/feed.atom} and {@code GET /check/feed.json}: an answer to follow. Each norm is an entry that is known by its state,
 * so that it is new when it begins to apply, depends no more, or is law no longer; the answer as a whole is one more.
 */
@RestController
@Hidden
class CheckFeedController {
    private final CheckParameters parameters;
    private final CheckAnswers answers;
    private final EntityIndex index;
    private final GraphStore store;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final WebSettings settings;

    CheckFeedController(
            CheckParameters parameters,
            CheckAnswers answers,
            EntityIndex index,
            GraphStore store,
            ReaderLanguage languages,
            MessageSource messages,
            WebSettings settings) {
        this.parameters = parameters;
        this.answers = answers;
        this.index = index;
        this.store = store;
        this.languages = languages;
        this.messages = messages;
        this.settings = settings;
    }

    @GetMapping("/check/feed.atom")
    ResponseEntity<String> atom(HttpServletRequest request) {
        Followed followed = read(request);
        return Etags.ok(
                        followed.release(),
                        "atom." + followed.on() + "." + followed.document().lang())
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(followed.document().toAtom());
    }

    @GetMapping("/check/feed.json")
    ResponseEntity<Map<String, Object>> json(HttpServletRequest request) {
        Followed followed = read(request);
        return Etags.ok(
                        followed.release(),
                        "feed.json." + followed.on() + "." + followed.document().lang())
                .contentType(MediaType.valueOf("application/feed+json"))
                .body(followed.document().toJson());
    }

    private record Followed(FeedDocument document, String release, String on) {}

    private Followed read(HttpServletRequest request) {
        String lang = languages.of(request);
        Map<String, String[]> given = new TreeMap<>(request.getParameterMap());
        given.remove("open");
        CheckAnswer answer = answers.of(parameters.asked(given), lang, given);
        PageText text = new PageText(lang, messages);
        Instant published = store.release().map(Release::publishedAt).orElseThrow();
        String page = settings.baseUrl() + CheckLinks.page(given);
        List<CheckAnswer.Norm> told =
                answer.outcomes().stream().filter(CheckFeedController::isTold).toList();
        List<FeedDocument.Entry> entries = Stream.concat(
                        Stream.of(whole(answer, told, text, page, published)),
                        told.stream().map(norm -> entry(norm, text, page, updated(norm, answer.on(), published))))
                .sorted(Comparator.comparing(FeedDocument.Entry::updated).reversed())
                .toList();
        String query = CheckLinks.query(given);
        FeedDocument document = new FeedDocument(
                text.message("check.feed.title", title(answer, given, text)),
                lang,
                settings.baseUrl() + "/check/feed.atom?" + query,
                settings.baseUrl() + "/check/feed.json?" + query,
                page,
                entries.stream().map(FeedDocument.Entry::updated).findFirst().orElse(published.toString()),
                entries);
        return new Followed(document, answer.release(), answer.on());
    }

    /** What is asked; with the day only when one was given, as else it is another every day. */
    private static String title(CheckAnswer answer, Map<String, String[]> given, PageText text) {
        return given.containsKey("on")
                ? CheckCitation.title(answer, text)
                : text.message("check.feed.named", CheckCitation.named(answer));
    }

    /** What the asker has to do with, or had until some day. */
    private static boolean isTold(CheckAnswer.Norm norm) {
        return norm.state().equals(State.NO_LONGER.text())
                || !norm.part().equals(Part.NOT.text()) && !norm.part().equals(Part.OTHERS.text());
    }

    /** The answer as a whole, known by how all of it stands: so that it is new as well when a norm falls away. */
    private FeedDocument.Entry whole(
            CheckAnswer answer, List<CheckAnswer.Norm> told, PageText text, String page, Instant published) {
        String digest = EntityIndex.digest(
                told.stream().map(norm -> norm.norm() + " " + norm.state()).sorted());
        Map<String, Long> counts = told.stream()
                .collect(Collectors.groupingBy(CheckAnswer.Norm::part, LinkedHashMap::new, Collectors.counting()));
        return new FeedDocument.Entry(
                page + "#" + digest,
                page,
                text.message("check.feed.whole"),
                counts.entrySet().stream()
                        .map(part -> text.message("check.section." + part.getKey()) + " (" + part.getValue() + ")")
                        .collect(Collectors.joining("; ")),
                answer.outcomes().stream()
                        .map(norm -> updated(norm, answer.on(), published))
                        .max(Comparator.naturalOrder())
                        .orElse(published)
                        .toString());
    }

    private static FeedDocument.Entry entry(CheckAnswer.Norm norm, PageText text, String page, Instant updated) {
        String state = norm.state().equals(State.NO_LONGER.text()) && norm.until() != null
                ? text.message("check.until", text.day(norm.until()))
                : text.message("check.section." + norm.part());
        return new FeedDocument.Entry(
                page + "#" + norm.norm() + "." + norm.state(),
                page + "#" + norm.part(),
                norm.label() + " – " + state,
                Optional.ofNullable(norm.summary()).orElse(norm.label()),
                updated.toString());
    }

    /** When the norm last changed in the graph, or the day on which it began to be law or no longer was, whichever came later. */
    private Instant updated(CheckAnswer.Norm norm, String on, Instant published) {
        Instant changed = index.change(norm.norm()).map(Change::since).orElse(published);
        LocalDate day = LocalDate.parse(on);
        return Stream.of(
                        Optional.ofNullable(norm.from()).map(LocalDate::parse),
                        Optional.ofNullable(norm.until()).map(LocalDate::parse).map(until -> until.plusDays(1)))
                .flatMap(Optional::stream)
                .filter(each -> !each.isAfter(day))
                .map(each -> each.atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(each -> each.isAfter(changed))
                .max(Comparator.naturalOrder())
                .orElse(changed);
    }
}
