package org.werkgraaf.web.check;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.web.ask.CheckParameters;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.MarkdownAnswer;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.http.TableFiles;
import org.werkgraaf.web.http.TableFormat;
import org.werkgraaf.web.text.PageText;

/** {@code GET /check/compare} and {@code GET /api/v1/assess/compare}: two checks beside each other, what differs first. */
@Controller
@Tag(name = "Check")
class CheckPairController {
    /** The same means in two countries. */
    private static final String EXAMPLE = "/check/compare?technique=keylogging&jurisdiction=nl&b.jurisdiction=be&lang=";

    private final CheckParameters parameters;
    private final CheckAnswers answers;
    private final CheckChoices choices;
    private final AtlasReader atlases;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final CheckPairMarkdown writer;
    private final TableFiles files;

    CheckPairController(
            CheckParameters parameters,
            CheckAnswers answers,
            CheckChoices choices,
            AtlasReader atlases,
            ReaderLanguage languages,
            MessageSource messages,
            CheckPairMarkdown writer,
            TableFiles files) {
        this.writer = writer;
        this.files = files;
        this.parameters = parameters;
        this.answers = answers;
        this.choices = choices;
        this.atlases = atlases;
        this.languages = languages;
        this.messages = messages;
    }

    private CheckPair pair(Map<String, String[]> given, String lang) {
        Map<String, String[]> first = CheckPair.first(given);
        Map<String, String[]> second = CheckPair.second(given);
        return CheckPair.of(answers.of(parameters.asked(first), lang, first), answers.of(second(second), lang, second));
    }

    /** As the first check was read, what is wrong is one of its own parameters. */
    private CheckParameters.Asked second(Map<String, String[]> given) {
        try {
            return parameters.asked(given);
        } catch (RequestException e) {
            throw new RequestException(
                    e.code(), "Of the second check, whose parameters begin with b.: " + e.getMessage());
        }
    }

    @Hidden
    @GetMapping("/check/compare")
    ModelAndView page(HttpServletRequest request) {
        String lang = languages.of(request);
        if (CheckParameters.asksNothing(CheckPair.first(request.getParameterMap()))) {
            parameters.refuseUnreadable(CheckPair.first(request.getParameterMap()));
            return form(lang);
        }
        CheckPair pair = pair(request.getParameterMap(), lang);
        Map<String, String[]> first =
                parameters.names(CheckPair.first(request.getParameterMap())).given();
        Map<String, String[]> second =
                parameters.names(CheckPair.second(request.getParameterMap())).given();
        String query = CheckLinks.query(request.getParameterMap());
        PageText text = new PageText(lang, messages);
        ModelAndView page = new ModelAndView("check-compare");
        page.addObject("lang", lang);
        page.addObject("pair", pair);
        page.addObject("firstName", pair.firstName(text));
        page.addObject("secondName", pair.secondName(text));
        page.addObject(
                "firstForm",
                CheckForm.of(first, choices.of(atlases.atlas(), lang, text), atlases.atlas(), text, false));
        page.addObject(
                "secondForm",
                CheckForm.of(second, choices.of(atlases.atlas(), lang, text), atlases.atlas(), text, false));
        page.addObject("firstLink", CheckLinks.page(first));
        page.addObject("secondLink", CheckLinks.page(second));
        page.addObject("jsonLink", "/api/v1/assess/compare?" + query);
        page.addObject("csvLink", "/api/v1/assess/compare.csv?" + query);
        page.addObject("xlsxLink", "/api/v1/assess/compare.xlsx?" + query);
        page.addObject("markdownLink", "/check/compare.md?" + query);
        return page;
    }

    /** What to give, where nothing was given yet. */
    private ModelAndView form(String lang) {
        ModelAndView page = new ModelAndView("check-compare-form");
        page.addObject("lang", lang);
        page.addObject("example", EXAMPLE + lang);
        PageText text = new PageText(lang, messages);
        page.addObject(
                "form", CheckForm.of(Map.of(), choices.of(atlases.atlas(), lang, text), atlases.atlas(), text, true));
        return page;
    }

    @Hidden
    @GetMapping("/check/compare.md")
    @ResponseBody
    ResponseEntity<String> markdown(HttpServletRequest request) {
        String lang = languages.of(request);
        CheckPair pair = pair(request.getParameterMap(), lang);
        return MarkdownAnswer.of(
                writer.of(pair, lang, "/api/v1/assess/compare.csv?" + CheckLinks.query(request.getParameterMap())),
                pair.first().release(),
                pair.first().on() + "." + pair.second().on() + "." + lang);
    }

    @Operation(
            operationId = "assessCompare",
            summary = "Two checks beside each other",
            description =
                    "Takes the parameters of a check. The second check is the first with those parameters otherwise that"
                            + " begin with b., such as b.jurisdiction=be; one that is empty is taken away.")
    @Parameter(name = "technique", example = "keylogging", schema = @Schema(type = "string"))
    @Parameter(name = "jurisdiction", example = "nl", schema = @Schema(type = "string"))
    @Parameter(name = "b.jurisdiction", example = "be", schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", description = "The norms that stand otherwise, and how many stand alike.")
    @GetMapping(path = "/api/v1/assess/compare", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Compared> data(@Parameter(hidden = true) HttpServletRequest request) {
        String lang = languages.of(request);
        CheckPair pair = pair(request.getParameterMap(), lang);
        return Etags.ok(
                        pair.first().release(),
                        "compare." + pair.first().on() + "." + pair.second().on() + "." + lang)
                .body(new Compared(
                        side(pair.first()),
                        side(pair.second()),
                        pair.differences().stream()
                                .map(each -> new Differing(
                                        each.norm(),
                                        each.label(),
                                        each.first() == null
                                                ? null
                                                : each.first().state(),
                                        each.second() == null
                                                ? null
                                                : each.second().state()))
                                .toList(),
                        pair.same().size(),
                        pair.first().release()));
    }

    /** Whatever is accepted, the ending of the address says what is sent. */
    @Hidden
    @GetMapping({"/api/v1/assess/compare.csv", "/api/v1/assess/compare.xlsx"})
    ResponseEntity<?> table(HttpServletRequest request) {
        String lang = languages.of(request);
        TableFormat file = TableFormat.of(request);
        CheckPair pair = pair(TableFormat.others(request.getParameterMap()), lang);
        String release = pair.first().release();
        return files.answer(
                Etags.ok(
                        release,
                        "compare.table." + pair.first().on() + "."
                                + pair.second().on() + "." + lang),
                file,
                request,
                new TableFiles.Named("werkgraaf-check-compare", "Werkgraaf /check/compare", release),
                CheckPairTable.of(pair, new PageText(lang, messages)));
    }

    private static Side side(CheckAnswer answer) {
        return new Side(answer.on(), answer.given(), answer.links().getOrDefault("self", ""));
    }

    /**
     * Two checks beside each other.
     *
     * @param differences the norms that stand otherwise
     * @param same how many stand alike
     */
    record Compared(Side first, Side second, List<Differing> differences, int same, String release) {}

    /** One of the two: the day, what was given, and where its answer is. */
    record Side(String on, Map<String, List<String>> given, String self) {}

    /** A norm with its state in both; null where it is not on the subject. */
    record Differing(
            String norm,
            String label,
            @Nullable String first,
            @Nullable String second) {}
}
