package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.table.Table;
import org.werkgraaf.web.ask.SearchParameters;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.TableFiles;
import org.werkgraaf.web.http.TableFormat;

/** {@code GET /search.csv} and {@code /search.xlsx}: a page of a search as a table. */
@RestController
@Hidden
class SearchTableController {
    private final EntityIndex index;
    private final SearchParameters parameters;

    private final ReaderLanguage languages;
    private final TableFiles files;

    SearchTableController(EntityIndex index, SearchParameters parameters, ReaderLanguage languages, TableFiles files) {
        this.files = files;
        this.languages = languages;
        this.index = index;
        this.parameters = parameters;
    }

    @GetMapping(path = {"/search.csv", "/search.xlsx"})
    ResponseEntity<byte[]> table(HttpServletRequest request) {
        TableFormat format = TableFormat.of(request);
        SearchRequest search = parameters
                .read(TableFormat.others(request.getParameterMap()), languages.of(request))
                .counting(SearchRequest.Counting.NONE);
        SearchResult result = index.search(search);
        Table table = new Table("id", "iri", "type", "label", "jurisdiction", "date", "verification", "summary");
        for (SearchResult.Hit hit : result.hits()) {
            Thing thing = hit.thing();
            table.row(
                    TableFiles.thing(thing.id()),
                    Table.link(thing.iri()),
                    thing.type(),
                    thing.label(search.lang()),
                    SearchAnswers.codes(thing.jurisdiction()),
                    Table.day(thing.date()),
                    thing.verification(),
                    thing.summary(search.lang()));
        }
        boolean complete = result.cursor() == null && search.cursor() == null;
        ResponseEntity.BodyBuilder answer = Etags.ok(result.release(), format.suffix() + "." + search.lang())
                .header("Werkgraaf-Complete", Boolean.toString(complete))
                .header("Werkgraaf-Total", Long.toString(result.total()));
        if (!complete) {
            answer.header("Werkgraaf-Cut-By", "size=" + search.size());
        }
        return files.answer(
                answer,
                format,
                request,
                new TableFiles.Named("werkgraaf-search", search.words(), result.release()),
                table);
    }
}
