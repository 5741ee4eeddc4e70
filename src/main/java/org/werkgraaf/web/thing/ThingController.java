package org.werkgraaf.web.thing;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.entity.EntityReader.Excerpt;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.api.EntityController;
import org.werkgraaf.web.ask.DayParameter;
import org.werkgraaf.web.ask.MissingThing;
import org.werkgraaf.web.frame.PageTags;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.Negotiation;
import org.werkgraaf.web.http.RdfText;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.quote.Reference;
import org.werkgraaf.web.quote.ReferenceFormat;
import org.werkgraaf.web.text.Days;

/** {@code GET /id/<type>/<slug>}: the thing in the format of the suffix or of Accept. */
@RestController
@Hidden
class ThingController {
    /** In the order of preference when Accept leaves the choice. */
    private static final List<Format> FORMATS = List.of(
            new Format("html", MediaType.TEXT_HTML, null),
            new Format("json", MediaType.APPLICATION_JSON, null),
            new Format("jsonld", MediaType.valueOf("application/ld+json"), RDFFormat.JSONLD11_PRETTY),
            new Format("ttl", MediaType.valueOf("text/turtle"), RDFFormat.TURTLE_PRETTY),
            new Format("rdf", MediaType.valueOf("application/rdf+xml"), RDFFormat.RDFXML_PLAIN),
            new Format("nt", MediaType.valueOf("application/n-triples"), RDFFormat.NTRIPLES_UTF8));

    private static final Map<String, Format> BY_SUFFIX =
            FORMATS.stream().collect(java.util.stream.Collectors.toMap(Format::suffix, format -> format));

    private final EntityReader reader;
    private final EntityController entities;
    private final ThingPage page;
    private final PageTags tags;
    private final ReaderLanguage languages;

    ThingController(
            EntityReader reader, EntityController entities, ThingPage page, PageTags tags, ReaderLanguage languages) {
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
        Format suffix = dot > 0 ? BY_SUFFIX.get(name.substring(dot + 1)) : null;
        String slug = suffix == null ? name : name.substring(0, dot);
        Format format = suffix == null
                ? Negotiation.accepted(
                        request,
                        FORMATS,
                        Format::type,
                        "Change the Accept header or add a suffix such as .ttl to the address.")
                : suffix;
        if (format.rdf() != null) {
            return rdf(type, slug, format);
        }
        return format.suffix().equals("json")
                ? entities.entity(type, slug, request)
                : html(type, slug, request, response);
    }

    private Object html(String type, String slug, HttpServletRequest request, HttpServletResponse response) {
        String lang = languages.of(request);
        LocalDate asOf = DayParameter.read(request.getParameterMap(), Days.AS_OF);
        Optional<ResponseEntity<Void>> unchanged = tags.unchanged(request, response, lang);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        Description thing =
                ThingId.parse(type + "/" + slug).flatMap(reader::find).orElseThrow(() -> MissingThing.of(type, slug));
        return tags.tagged(page.of(thing, lang, asOf), response, thing.release(), lang);
    }

    private ResponseEntity<byte[]> rdf(String type, String slug, Format format) {
        Excerpt excerpt = ThingId.parse(type + "/" + slug)
                .flatMap(reader::excerpt)
                .orElseThrow(() -> MissingThing.of(type, slug));
        return Etags.ok(excerpt.release(), format.suffix())
                .contentType(new MediaType(format.type(), java.nio.charset.StandardCharsets.UTF_8))
                .header("Werkgraaf-Complete", "true")
                .body(RdfText.of(excerpt.triples(), Objects.requireNonNull(format.rdf())));
    }

    private ResponseEntity<String> reference(
            String type, String slug, ReferenceFormat format, HttpServletRequest request) {
        String lang = languages.of(request);
        Description thing =
                ThingId.parse(type + "/" + slug).flatMap(reader::find).orElseThrow(() -> MissingThing.of(type, slug));
        return Etags.ok(thing.release(), format.suffix() + "." + lang)
                .contentType(
                        new MediaType(MediaType.valueOf(format.mediaType()), java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + slug + "." + format.suffix() + "\"")
                .body(format.write(Reference.of(thing, lang)));
    }

    private record Format(
            String suffix,
            MediaType type,
            @org.jspecify.annotations.Nullable RDFFormat rdf) {}
}
