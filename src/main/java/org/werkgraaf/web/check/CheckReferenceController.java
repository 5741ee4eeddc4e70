package org.werkgraaf.web.check;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CheckParameters;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.quote.ReferenceFormat;
import org.werkgraaf.web.text.GivenText;
import org.werkgraaf.web.text.PageText;

/** {@code GET /check.bib}, {@code .ris} and {@code .csl.json}: an answer as reference managers take it. */
@RestController
@Hidden
class CheckReferenceController {
    private final CheckParameters parameters;
    private final CheckAnswers answers;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final WebSettings settings;

    CheckReferenceController(
            CheckParameters parameters,
            CheckAnswers answers,
            ReaderLanguage languages,
            MessageSource messages,
            WebSettings settings) {
        this.parameters = parameters;
        this.answers = answers;
        this.languages = languages;
        this.messages = messages;
        this.settings = settings;
    }

    @GetMapping("/check.{suffix}")
    ResponseEntity<String> reference(@PathVariable String suffix, HttpServletRequest request) {
        ReferenceFormat format = Arrays.stream(ReferenceFormat.values())
                .filter(each -> each.suffix().equals(suffix))
                .findFirst()
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There is no /check." + GivenText.shorten(suffix)
                                + "; a check can be cited at /check.bib, /check.ris and /check.csl.json, and taken as data at"
                                + " /api/v1/assess."));
        String lang = languages.of(request);
        Map<String, String[]> given = request.getParameterMap();
        CheckAnswer answer = answers.of(parameters.asked(given), lang, given);
        CheckCitation citation = CheckCitation.of(answer, new PageText(lang, messages), given, settings.baseUrl());
        return Etags.ok(answer.release(), format.suffix() + "." + answer.on() + "." + lang)
                .contentType(new MediaType(MediaType.valueOf(format.mediaType()), StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"werkgraaf-check." + format.suffix() + "\"")
                .body(format.write(citation.reference()));
    }
}
