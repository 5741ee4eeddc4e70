package org.werkgraaf.web.compare;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.entity.Description;
import org.werkgraaf.web.ask.DayParameter;
import org.werkgraaf.web.http.MarkdownAnswer;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.Days;

/** {@code GET /compare.md}: things side by side in Markdown. */
@RestController
@Hidden
class ComparisonMarkdownController {
    private final ComparedThings things;
    private final ComparisonMarkdown writer;
    private final ReaderLanguage languages;

    ComparisonMarkdownController(ComparedThings things, ComparisonMarkdown writer, ReaderLanguage languages) {
        this.things = things;
        this.writer = writer;
        this.languages = languages;
    }

    @GetMapping("/compare.md")
    ResponseEntity<String> compare(HttpServletRequest request) {
        String lang = languages.of(request);
        LocalDate asOf = DayParameter.read(request.getParameterMap(), Days.AS_OF);
        List<String> ids = things.ids(request.getParameterMap());
        String csv = (CompareController.address(ids, asOf, things.topic(request)) + "&lang=" + lang)
                .replaceFirst("/compare", "/compare.csv");
        List<Description> found = things.find(ids);
        String release = found.isEmpty() ? "none" : found.get(0).release();
        return MarkdownAnswer.of(
                writer.of(found, asOf, things.topic(request), csv, lang), release, Days.today() + "." + lang);
    }
}
