package org.werkgraaf.web.thing;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.entity.EntityReader.Excerpt;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.api.EntityController;
import org.werkgraaf.web.ask.DayParameter;
import org.werkgraaf.web.ask.GoneThings;
import org.werkgraaf.web.frame.PageTags;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.Negotiation;
import org.werkgraaf.web.http.RdfFormat;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.quote.Reference;
import org.werkgraaf.web.quote.ReferenceFormat;
import org.werkgraaf.web.text.Days;

/** {@code GET /id/<type>/<slug>}: the thing in the format of the suffix or of Accept. */
@RestController
@Hidden
class ThingController {
    /** In the order of preference when Accept leaves the choice. */
    private static final List<Accept.Offer<Format>> OFFERS = offers();

    private final EntityReader reader;
    private final EntityController entities;
    private final ThingPage page;
    private final PageTags tags;
    private final ReaderLanguage languages;
    private final GoneThings gone;

    ThingController(
            EntityReader reader,
            EntityController entities,
            ThingPage page,
            PageTags tags,
            ReaderLanguage languages,
            GoneThings gone) {
        this.gone = gone;
        this.reader = reader;
        this.entities = entities;
        this.page = page;
        this.tags = tags;
        this.languages = languages;
    }

    @GetMapping("/id/{type}/{name}")
    Object thing(
            @PathVariable String type,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        for (ReferenceFormat format : ReferenceFormat.values()) {
            if (name.endsWith("." + format.suffix())) {
                return reference(
                        type, name.substring(0, name.length() - format.suffix().length() - 1), format, request);
            }
        }
        int dot = name.lastIndexOf('.');
        Optional<Accept.Offer<Format>> suffix = dot > 0 ? bySuffix(name.substring(dot + 1)) : Optional.empty();
        String slug = suffix.isEmpty() ? name : name.substring(0, dot);
        Accept.Offer<Format> asked = suffix.orElseGet(() -> Negotiation.accepted(
                request,
                OFFERS,
                "There is text/markdown too. Change the Accept header or add a suffix such as .ttl or .md to the"
                        + " address."));
        RdfFormat rdf = asked.what().rdf();
        if (rdf != null) {
            return rdf(type, slug, rdf, asked.type());
        }
        return asked.what().suffix().equals("json")
                ? entities.entity(type, slug, request)
                : html(type, slug, request, response);
    }

    private static List<Accept.Offer<Format>> offers() {
        List<Accept.Offer<Format>> offers = new ArrayList<>();
        offers.add(new Accept.Offer<>(new Format("html", null), MediaType.TEXT_HTML));
        offers.add(new Accept.Offer<>(new Format("json", null), MediaType.APPLICATION_JSON));
        RdfFormat.offers()
                .forEach(rdf ->
                        offers.add(new Accept.Offer<>(new Format(rdf.what().suffix(), rdf.what()), rdf.type())));
        return List.copyOf(offers);
    }

    private static Optional<Accept.Offer<Format>> bySuffix(String suffix) {
        return OFFERS.stream()
                .filter(offer -> offer.what().suffix().equals(suffix))
                .findFirst();
    }

    private Object html(String type, String slug, HttpServletRequest request, HttpServletResponse response) {
        String lang = languages.of(request);
        LocalDate asOf = DayParameter.read(request.getParameterMap(), Days.AS_OF);
        Wanted wanted = Wanted.of(request.getParameterMap());
        Optional<ResponseEntity<Void>> unchanged = tags.unchanged(request, response, lang);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        Description thing =
                ThingId.parse(type + "/" + slug).flatMap(reader::find).orElseThrow(() -> gone.of(type, slug));
        ModelAndView shown = tags.tagged(page.of(thing, lang, asOf, wanted), response, thing.release(), lang);
        List<String> successors = gone.successors(type, slug);
        if (!successors.isEmpty()) {
            successors.forEach(link -> response.addHeader(HttpHeaders.LINK, link));
            shown.setStatus(HttpStatus.GONE);
        }
        return shown;
    }

    private ResponseEntity<byte[]> rdf(String type, String slug, RdfFormat format, MediaType asked) {
        Excerpt excerpt =
                ThingId.parse(type + "/" + slug).flatMap(reader::excerpt).orElseThrow(() -> gone.of(type, slug));
        ResponseEntity<byte[]> answer = Etags.ok(excerpt.release(), format.suffix())
                .contentType(format.answeredAs(asked))
                .header("Werkgraaf-Complete", "true")
                .body(format.write(excerpt.triples()));
        return gone.told(answer, type, slug);
    }

    private ResponseEntity<String> reference(
            String type, String slug, ReferenceFormat format, HttpServletRequest request) {
        String lang = languages.of(request);
        Description thing =
                ThingId.parse(type + "/" + slug).flatMap(reader::find).orElseThrow(() -> gone.of(type, slug));
        return Etags.ok(thing.release(), format.suffix() + "." + lang)
                .contentType(
                        new MediaType(MediaType.valueOf(format.mediaType()), java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + slug + "." + format.suffix() + "\"")
                .body(format.write(Reference.of(thing, reader.presentation(), lang)));
    }

    private record Format(String suffix, @Nullable RdfFormat rdf) {}
}
