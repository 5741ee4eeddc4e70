package org.werkgraaf.web.compare;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.web.ComparisonSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CoverageNote;
import org.werkgraaf.web.ask.DayParameter;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.TableFiles;
import org.werkgraaf.web.http.TableFormat;
import org.werkgraaf.web.picture.TakeAway;
import org.werkgraaf.web.quote.Citations;
import org.werkgraaf.web.text.AsOf;
import org.werkgraaf.web.text.Days;
import org.werkgraaf.web.text.PageText;

/** {@code GET /compare?things=a,b}: things of any class side by side, on a day. */
@Controller
@Hidden
class CompareController {
    private final ComparedThings things;
    private final Countries countries;
    private final EntityReader reader;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final ComparisonSettings settings;
    private final TableFiles files;
    private final ComparisonPicture picture;
    private final WebSettings webSettings;

    CompareController(
            ComparedThings things,
            Countries countries,
            EntityReader reader,
            ReaderLanguage languages,
            MessageSource messages,
            ComparisonSettings settings,
            TableFiles files,
            ComparisonPicture picture,
            WebSettings webSettings) {
        this.picture = picture;
        this.webSettings = webSettings;
        this.files = files;
        this.things = things;
        this.countries = countries;
        this.reader = reader;
        this.languages = languages;
        this.messages = messages;
        this.settings = settings;
    }

    @GetMapping("/compare")
    Object compare(HttpServletRequest request) {
        String lang = languages.of(request);
        LocalDate asOf = DayParameter.read(request.getParameterMap(), Days.AS_OF);
        List<String> ids = things.ids(request.getParameterMap());
        String topic = things.topic(request);
        String typed = request.getParameter("add");
        if (typed != null && !typed.isBlank()) {
            // The address that is kept and shared names things by their ids.
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, address(things.with(ids, typed, lang), asOf, topic))
                    .build();
        }
        List<Description> found = things.find(ids);
        PageText text = new PageText(lang, messages);
        ModelAndView page = new ModelAndView("compare");
        page.addObject("things", found);
        page.addObject("ids", String.join(",", ids));
        page.addObject("full", ids.size() >= settings.thingsMax());
        page.addObject("thingsMax", settings.thingsMax());
        page.addObject("valuesMax", settings.cellValuesMax());
        page.addObject("asOf", new AsOf(reader.calendar(), asOf, text));
        page.addObject(
                "without",
                ids.stream()
                        .map(id -> address(
                                ids.stream().filter(other -> !other.equals(id)).toList(), asOf, topic))
                        .toList());
        page.addObject("csvLink", address(ids, asOf, null).replaceFirst("/compare", "/compare.csv"));
        page.addObject("todayLink", address(ids, null, topic));
        page.addObject("topic", topic);
        page.addObject("allTopicsLink", address(ids, asOf, null));
        if (topic != null) {
            page.addObject("topicLabel", countries.label(topic, lang));
            page.addObject(
                    "topicCountries",
                    countries.covering(topic, lang).stream()
                            .filter(note -> !ids.contains(note.country()))
                            .map(note -> new Country(
                                    note,
                                    address(
                                            Stream.concat(ids.stream(), Stream.of(note.country()))
                                                    .toList(),
                                            asOf,
                                            topic)))
                            .toList());
        }
        if (found.size() > 1) {
            Countries.Overview numbers = null;
            Comparison comparison = Comparison.of(found, reader.presentation(), text);
            page.addObject("comparison", comparison);
            page.addObject("noted", countries.notes(found, lang, topic));
            page.addObject("citations", new Citations(comparison.places(settings.cellValuesMax()), List.of()));
            if (found.stream().allMatch(thing -> thing.type().equals(ClassNames.JURISDICTION))) {
                numbers = countries.compare(ids, lang, asOf, topic);
                page.addObject("countries", numbers);
            }
            Sheet sheet = picture.of(found, numbers, topic, text);
            String link = address(ids, asOf, topic) + "&lang=" + lang;
            page.addObject(
                    "take",
                    new TakeAway(
                            webSettings.baseUrl(),
                            sheet.title(),
                            sheet.alternative(),
                            "/embed" + link,
                            link.replaceFirst("/compare", "/compare.csv"),
                            link.replaceFirst("/compare", "/compare.svg"),
                            List.of(640, 560)));
        }
        return page;
    }

    @GetMapping({"/compare.csv", "/compare.xlsx"})
    ResponseEntity<byte[]> table(HttpServletRequest request) {
        TableFormat format = TableFormat.of(request);
        Map<String, String[]> given = TableFormat.others(request.getParameterMap());
        String lang = languages.of(request);
        PageText text = new PageText(lang, messages);
        AsOf asOf = new AsOf(reader.calendar(), DayParameter.read(given, Days.AS_OF), text);
        List<Description> found = things.find(things.ids(given));
        String release = found.isEmpty() ? "none" : found.get(0).release();
        return files.answer(
                Etags.ok(release, "compare." + format.suffix() + "." + lang + "." + asOf.day())
                        .header("Werkgraaf-Complete", "true"),
                format,
                request,
                new TableFiles.Named("werkgraaf-compare", text.message("compare.title"), release),
                ComparisonTable.of(
                        found, reader.presentation(), asOf, text, countries.notes(found, lang, things.topic(request))));
    }

    /** The address of a comparison of all that there is. */
    static String address(List<String> ids, @Nullable LocalDate asOf) {
        return address(ids, asOf, null);
    }

    /** The address of a comparison. */
    static String address(List<String> ids, @Nullable LocalDate asOf, @Nullable String topic) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/compare");
        if (!ids.isEmpty()) {
            address.queryParam("things", String.join(",", ids));
        }
        if (asOf != null) {
            address.queryParam(Days.AS_OF, asOf);
        }
        if (topic != null) {
            address.queryParam("topic", topic);
        }
        return address.encode().build().toUriString();
    }

    /**
     * A country that can be added to a comparison on one technique.
     *
     * @param note how far its law on the technique is here
     * @param link the comparison with it
     */
    public record Country(CoverageNote note, String link) {}
}
