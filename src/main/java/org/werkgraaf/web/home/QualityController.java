package org.werkgraaf.web.home;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.publish.FindingGroup;
import org.werkgraaf.publish.QualityReport;
import org.werkgraaf.publish.QualityReports;
import org.werkgraaf.web.EditSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.MarkdownAnswer;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;

/** {@code GET /about/quality}: how good the content is, as a page, as JSON and in Markdown. */
@Controller
@Hidden
class QualityController {
    private final QualityReports reports;
    private final EntityIndex index;
    private final QualityMarkdown writer;
    private final ReaderLanguage languages;
    private final EditSettings editing;

    QualityController(
            QualityReports reports,
            EntityIndex index,
            QualityMarkdown writer,
            ReaderLanguage languages,
            EditSettings editing) {
        this.editing = editing;
        this.reports = reports;
        this.index = index;
        this.writer = writer;
        this.languages = languages;
    }

    @GetMapping("/about/quality")
    ModelAndView page() {
        QualityReport report = report();
        ModelAndView page = new ModelAndView("quality", "report", report);
        page.addObject("groups", FindingGroup.of(report));
        page.addObject("law", QualityView.law(report));
        page.addObject("share", QualityView.share(report));
        page.addObject("mayEdit", editing.open().getAsBoolean());
        return page;
    }

    @GetMapping(path = "/about/quality.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<QualityReport> json() {
        QualityReport report = report();
        return Etags.ok(report.release(), "quality").body(report);
    }

    @GetMapping("/about/quality.md")
    ResponseEntity<String> markdown(HttpServletRequest request) {
        QualityReport report = report();
        String lang = languages.of(request);
        return MarkdownAnswer.of(writer.of(report, lang), report.release(), lang);
    }

    private QualityReport report() {
        return index.stamp()
                .map(Stamp::release)
                .flatMap(reports::of)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "No quality report was kept for this release. Publish again to have one made."));
    }
}
