package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionRequest;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.QuestionAnswers;
import org.werkgraaf.web.ask.QuestionLinks;
import org.werkgraaf.web.ask.QuestionParameters;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.TableFiles;
import org.werkgraaf.web.http.TableFormat;

/** {@code GET /api/v1/questions}: the saved questions and their answers. */
@RestController
@Tag(name = "Questions")
class QuestionController {
    private final SavedQuestions questions;
    private final QuestionAnswers answers;
    private final QuestionParameters parameters;
    private final QuestionWriter writer;
    private final WebSettings settings;
    private final TableFiles files;
    private final ReaderLanguage languages;

    QuestionController(
            SavedQuestions questions,
            QuestionAnswers answers,
            QuestionParameters parameters,
            QuestionWriter writer,
            WebSettings settings,
            TableFiles files,
            ReaderLanguage languages) {
        this.files = files;
        this.languages = languages;
        this.questions = questions;
        this.answers = answers;
        this.parameters = parameters;
        this.writer = writer;
        this.settings = settings;
    }

    @Operation(operationId = "questions", summary = "The saved questions, with topic, texts and parameters")
    @ApiResponse(responseCode = "200", description = "The questions, by name.")
    @GetMapping(path = "/api/v1/questions", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<QuestionList> list() {
        String release = answers.release();
        return Etags.ok(release, answers.version() + ".questions")
                .body(new QuestionList(
                        release,
                        questions.all().stream()
                                .map(question -> QuestionList.of(question, settings.baseUrl()))
                                .toList()));
    }

    /** Each question is described as an operation of its own by {@link QuestionOperations}. */
    @Hidden
    @GetMapping("/api/v1/questions/{name}")
    ResponseEntity<?> answer(@PathVariable String name, HttpServletRequest request) {
        int dot = name.lastIndexOf('.');
        Optional<QuestionFormats> suffix = dot < 0 ? Optional.empty() : QuestionFormats.of(name.substring(dot + 1));
        SavedQuestion question = answers.find(suffix.isPresent() ? name.substring(0, dot) : name);
        QuestionFormats format = suffix.orElseGet(() -> QuestionFormats.of(request));
        // The formats of SPARQL have one value in a cell.
        boolean single = format == QuestionFormats.SRJ || format == QuestionFormats.SRX;
        boolean table = format == QuestionFormats.CSV || format == QuestionFormats.XLSX;
        Map<String, String[]> given = request.getParameterMap();
        TableFormat file = TableFormat.of(format == QuestionFormats.XLSX, table ? given : Map.of());
        QuestionRequest read =
                parameters.readPerThing(question, table ? TableFormat.others(given) : given, languages.of(request));
        QuestionRequest asked = single ? read.eachRow() : read;
        String variant = answers.version() + "." + format.name() + "." + asked.lang();
        String release = answers.release();
        if (Etags.matches(request, release, variant)) {
            return Etags.ok(release, variant).build();
        }
        QuestionAnswer answer = answers.answer(asked);
        ResponseEntity.BodyBuilder response = Etags.ok(answer.release(), variant)
                .contentType(
                        format == QuestionFormats.XLSX
                                ? format.type()
                                : new MediaType(format.type(), StandardCharsets.UTF_8))
                .header("Werkgraaf-Complete", Boolean.toString(answer.complete()))
                .header("Werkgraaf-Total", Long.toString(answer.total()));
        if (!asked.each()) {
            response.header("Werkgraaf-Separator", "\"; \"");
        }
        if (!answer.complete()) {
            response.header("Werkgraaf-Cut-By", answer.cutBy());
        }
        if (answer.hasNext()) {
            String next = new QuestionLinks(asked).api(suffix.isPresent() ? format.suffix() : "", asked.page() + 1)
                    + (table ? TableFormat.carried(given) : "");
            response.header(HttpHeaders.LINK, "<" + settings.baseUrl() + next + ">; rel=\"next\"");
        }
        return switch (format) {
            case JSON -> response.body(writer.json(answer));
            case CSV, XLSX ->
                files.answer(
                        response,
                        file,
                        request,
                        new TableFiles.Named(question.name(), question.summary(asked.lang()), answer.release()),
                        QuestionTable.of(answer));
            case SRJ, SRX -> response.body(writer.sparql(answer, format));
        };
    }
}
