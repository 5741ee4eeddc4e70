package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.table.CsvTable;
import org.werkgraaf.web.ask.SearchParameters;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;

/** {@code GET /search.csv}: a page of a search as a table. */
@RestController
@Hidden
class SearchCsvController {
    private final EntityIndex index;
    private final SearchParameters parameters;

    private final ReaderLanguage languages;

    SearchCsvController(EntityIndex index, SearchParameters parameters, ReaderLanguage languages) {
        this.languages = languages;
        this.index = index;
        this.parameters = parameters;
    }

    @GetMapping(path = "/search.csv")
    ResponseEntity<String> csv(HttpServletRequest request) throws IOException {
        SearchRequest search = parameters
                .read(request.getParameterMap(), languages.of(request))
                .counting(SearchRequest.Counting.NONE);
        SearchResult result = index.search(search);
        StringWriter text = new StringWriter();
        try (CsvTable csv = new CsvTable(text)) {
            csv.row("id", "iri", "type", "label", "jurisdiction", "date", "verification", "summary");
            for (SearchResult.Hit hit : result.hits()) {
                Thing thing = hit.thing();
                csv.row(
                        thing.id(),
                        thing.iri(),
                        thing.type(),
                        thing.label(search.lang()),
                        SearchAnswers.codes(thing.jurisdiction()),
                        thing.date(),
                        thing.verification(),
                        thing.summary(search.lang()));
            }
        }
        boolean complete = result.cursor() == null && search.cursor() == null;
        ResponseEntity.BodyBuilder answer = Etags.ok(result.release(), "csv." + search.lang())
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"werkgraaf.csv\"")
                .header("Werkgraaf-Complete", Boolean.toString(complete))
                .header("Werkgraaf-Total", Long.toString(result.total()));
        if (!complete) {
            answer.header("Werkgraaf-Cut-By", "size=" + search.size());
        }
        return answer.body(text.toString());
    }
}
