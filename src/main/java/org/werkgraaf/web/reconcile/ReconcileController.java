package org.werkgraaf.web.reconcile;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.web.ReconcileSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ReaderLanguage;

/** {@code /reconcile} and {@code /reconcile/<lang>}: the manifest, names to match, and values of what was matched. */
@RestController
@Hidden
class ReconcileController {
    private final ReconcileManifest manifest;
    private final CandidateFinder candidates;
    private final DataExtension extension;
    private final ReconcileSettings settings;
    private final WebSettings web;
    private final ReaderLanguage languages;

    ReconcileController(
            ReconcileManifest manifest,
            CandidateFinder candidates,
            DataExtension extension,
            ReconcileSettings settings,
            WebSettings web,
            ReaderLanguage languages) {
        this.manifest = manifest;
        this.candidates = candidates;
        this.extension = extension;
        this.settings = settings;
        this.web = web;
        this.languages = languages;
    }

    /** @param result the candidates, best first */
    record Result(List<MatchCandidate> result) {}

    @RequestMapping(
            path = "/reconcile",
            method = {RequestMethod.GET, RequestMethod.POST},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Object inTheReadersLanguage(
            @RequestParam(required = false) @Nullable String queries,
            @RequestParam(required = false) @Nullable String extend,
            HttpServletRequest request) {
        return answer(queries, extend, languages.of(request));
    }

    @RequestMapping(
            path = "/reconcile/{lang}",
            method = {RequestMethod.GET, RequestMethod.POST},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Object inALanguage(
            @PathVariable String lang,
            @RequestParam(required = false) @Nullable String queries,
            @RequestParam(required = false) @Nullable String extend) {
        return answer(queries, extend, ReconcileLanguage.of(lang));
    }

    private Object answer(@Nullable String queries, @Nullable String extend, String lang) {
        if (queries != null) {
            Map<String, Result> results = new LinkedHashMap<>();
            ReconcileQuery.batch(queries, settings, web.wordsLengthMax())
                    .forEach((key, query) -> results.put(key, new Result(candidates.find(query, lang))));
            return results;
        }
        return extend == null ? manifest.of(lang) : extension.of(extend, lang);
    }
}
