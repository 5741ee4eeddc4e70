package org.werkgraaf.web.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Thing;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ask.MissingThing;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.reconcile.MatchCandidate.NamedId;
import org.werkgraaf.web.text.GivenText;

/** What somebody needs who matches by hand: completions, small pictures of a thing, and the way to its page. */
@RestController
@Hidden
class ReconcileSuggestController {
    private static final int PAGE = 10;
    private static final int SKIPPED_MAX = 200;
    private static final int PROPOSED_MAX = 100;

    private final EntityIndex index;
    private final ReconcileTerms terms;

    ReconcileSuggestController(EntityIndex index, ReconcileTerms terms) {
        this.index = index;
        this.terms = terms;
    }

    /** @param result what begins so */
    record Suggestions(List<Suggested> result) {}

    /**
     * @param id its id
     * @param name its name
     * @param description what it is
     * @param notable the class of a thing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suggested(
            String id,
            String name,
            @Nullable String description,
            @Nullable List<NamedId> notable) {
        static Suggested of(NamedId term) {
            return new Suggested(term.id(), term.name(), null, null);
        }
    }

    /**
     * @param id what was asked for
     * @param html its small picture
     */
    record Flyout(String id, String html) {}

    /**
     * @param type the class that was asked for
     * @param limit how many were
     * @param properties its properties
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposed(String type, @Nullable Integer limit, List<NamedId> properties) {}

    @GetMapping(path = "/reconcile/{lang}/suggest/{kind}", produces = MediaType.APPLICATION_JSON_VALUE)
    Suggestions suggest(
            @PathVariable String lang,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "0") int cursor) {
        int skipped = Math.min(Math.max(cursor, 0), SKIPPED_MAX);
        Stream<Suggested> all = kind.equals("entity")
                ? entities(prefix.strip(), ReconcileLanguage.of(lang), skipped + PAGE)
                : terms(kind, ReconcileLanguage.of(lang)).stream()
                        .filter(term -> begins(term, prefix.strip()))
                        .map(Suggested::of);
        return new Suggestions(all.skip(skipped).limit(PAGE).toList());
    }

    @GetMapping(path = "/reconcile/{lang}/flyout/{kind}", produces = MediaType.APPLICATION_JSON_VALUE)
    Flyout flyout(@PathVariable String lang, @PathVariable String kind, @RequestParam String id) {
        String language = ReconcileLanguage.of(lang);
        if (kind.equals("entity")) {
            Thing thing = thing(id);
            return new Flyout(id, html(thing.label(language), thing.summary(language)));
        }
        return terms(kind, language).stream()
                .filter(term -> term.id().equals(id))
                .findFirst()
                .map(term -> new Flyout(id, html(term.name(), term.id())))
                .orElseThrow(() -> MissingThing.of(kind, id));
    }

    @GetMapping(path = "/reconcile/{lang}/properties", produces = MediaType.APPLICATION_JSON_VALUE)
    Proposed properties(
            @PathVariable String lang,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = limit == null || limit < 1 ? PROPOSED_MAX : Math.min(limit, PROPOSED_MAX);
        return new Proposed(
                type,
                limit,
                terms
                        .properties(type.isEmpty() ? Optional.empty() : Optional.of(type), ReconcileLanguage.of(lang))
                        .stream()
                        .limit(most)
                        .toList());
    }

    /** An id has a slash, which clients encode: it stands behind the question mark. */
    @GetMapping("/reconcile/{lang}/view")
    ResponseEntity<Void> view(@PathVariable String lang, @RequestParam String id) {
        return moved("/id/" + thing(id).id(), lang);
    }

    @GetMapping("/reconcile/{lang}/preview")
    ResponseEntity<Void> preview(@PathVariable String lang, @RequestParam String id) {
        return moved("/embed/" + thing(id).id(), lang);
    }

    private static ResponseEntity<Void> moved(String path, String lang) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path + "?lang=" + ReconcileLanguage.of(lang)))
                .build();
    }

    private Stream<Suggested> entities(String prefix, String lang, int max) {
        Stream<Suggested> exact = index.find(id(prefix)).stream()
                .map(thing -> new Suggested(
                        thing.id(),
                        thing.label(lang),
                        thing.summary(lang),
                        List.of(new NamedId(thing.type(), thing.type()))));
        Stream<Suggested> completed = index.complete(prefix, lang, max).names().stream()
                .map(name -> new Suggested(
                        name.id(),
                        name.label(),
                        name.name().equals(name.label()) ? name.typeLabel() : name.typeLabel() + ": " + name.name(),
                        List.of(new NamedId(name.type(), name.typeLabel()))));
        return Stream.concat(exact, completed);
    }

    private List<NamedId> terms(String kind, String lang) {
        return switch (kind) {
            case "type" -> terms.types(lang);
            case "property" -> terms.properties(Optional.empty(), lang);
            default ->
                throw new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There are no suggestions of the kind '" + GivenText.shorten(kind)
                                + "'; use entity, type or property.");
        };
    }

    private Thing thing(String id) {
        return index.find(id(id)).orElseThrow(() -> MissingThing.of("thing", id));
    }

    private static String id(String given) {
        return given.startsWith(ThingId.THINGS) ? given.substring(ThingId.THINGS.length()) : given;
    }

    private static boolean begins(NamedId term, String prefix) {
        String wanted = prefix.toLowerCase(Locale.ROOT);
        String name = term.name().toLowerCase(Locale.ROOT);
        return name.startsWith(wanted)
                || name.contains(" " + wanted)
                || term.id().toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    private static String html(String name, String text) {
        return "<div style=\"width:320px;padding:8px\"><strong>" + HtmlUtils.htmlEscape(name) + "</strong><p>"
                + HtmlUtils.htmlEscape(text) + "</p></div>";
    }
}
