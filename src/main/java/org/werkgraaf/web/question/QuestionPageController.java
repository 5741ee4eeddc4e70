package org.werkgraaf.web.question;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.query.ParameterType;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionChart;
import org.werkgraaf.query.QuestionLimits;
import org.werkgraaf.query.QuestionParameter;
import org.werkgraaf.query.QuestionRequest;
import org.werkgraaf.query.QuestionRunner;
import org.werkgraaf.query.QuestionRunner.Choice;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.ask.QuestionAnswers;
import org.werkgraaf.web.ask.QuestionLinks;
import org.werkgraaf.web.ask.QuestionParameters;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.picture.TakeAway;
import org.werkgraaf.web.quote.Frozen;
import org.werkgraaf.web.text.PageText;

/** {@code GET /questions} and {@code GET /questions/<name>}: the saved questions for readers. */
@Controller
@Hidden
public class QuestionPageController {
    /** With more choices than that, one types and the browser completes. */
    private static final int SELECTED_MAX = 40;

    private final SavedQuestions questions;
    private final QuestionAnswers answers;
    private final QuestionParameters parameters;
    private final QuestionRunner runner;
    private final QuestionLimits limits;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final EntityReader reader;
    private final CoverageNotes coverage;
    private final QuestionPicture picture;
    private final WebSettings settings;

    QuestionPageController(
            SavedQuestions questions,
            QuestionAnswers answers,
            QuestionParameters parameters,
            QuestionRunner runner,
            QuestionLimits limits,
            ReaderLanguage languages,
            MessageSource messages,
            EntityReader reader,
            CoverageNotes coverage,
            QuestionPicture picture,
            WebSettings settings) {
        this.coverage = coverage;
        this.picture = picture;
        this.settings = settings;
        this.questions = questions;
        this.answers = answers;
        this.parameters = parameters;
        this.runner = runner;
        this.limits = limits;
        this.languages = languages;
        this.messages = messages;
        this.reader = reader;
    }

    @GetMapping("/questions")
    ModelAndView list(HttpServletRequest request) {
        languages.of(request);
        ModelAndView page = new ModelAndView("questions");
        page.addObject("topics", questions.byTopic());
        return page;
    }

    @GetMapping("/questions/{name}")
    ModelAndView question(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) {
        SavedQuestion question = answers.find(name);
        QuestionAnswer answer =
                answers.answer(parameters.readPerThing(question, request.getParameterMap(), languages.of(request)));
        response.setHeader("Werkgraaf-Complete", Boolean.toString(answer.complete()));
        return page(answer);
    }

    /** An answer as a page. */
    public ModelAndView page(QuestionAnswer answer) {
        QuestionRequest asked = answer.request();
        SavedQuestion question = asked.question();
        String lang = asked.lang();
        PageText text = new PageText(lang, messages);
        QuestionLinks links = new QuestionLinks(asked);
        Map<String, String> names = runner.columns(question, lang);
        ModelAndView page = new ModelAndView("questions-one");
        page.addObject("lang", lang);
        page.addObject("question", question);
        page.addObject("answer", answer);
        page.addObject("fields", fields(asked));
        List<String> heads = answer.variables().stream()
                .map(each -> names.getOrDefault(each, each))
                .toList();
        List<List<QuestionCells.Cell>> rows = new QuestionCells(answer, reader.presentation(), text).rows();
        QuestionDrawing drawing = drawing(answer, text);
        page.addObject("heads", heads);
        page.addObject("rows", rows);
        page.addObject("rowsMax", QuestionFrame.ROWS_MAX);
        page.addObject("columnsMax", QuestionFrame.COLUMNS_MAX);
        page.addObject("first", answer.rows().isEmpty() ? 0 : (asked.page() - 1) * asked.size() + 1);
        page.addObject("last", (asked.page() - 1) * asked.size() + answer.rows().size());
        page.addObject("drawing", drawing);
        page.addObject(
                "chartOf",
                question.chart() == null ? "" : names.get(question.chart().value()));
        page.addObject(
                "rowsLink",
                question.key() == null
                        ? null
                        : new QuestionLinks(
                                        asked.each()
                                                ? asked.onPage(1).perThing()
                                                : asked.onPage(1).eachRow())
                                .page(1));
        page.addObject("coverage", coverage.of(answer));
        page.addObject("selfLink", links.page(asked.page()));
        page.addObject(
                "previousLink", asked.page() > 1 ? links.page(Math.min(asked.page() - 1, answer.pages())) : null);
        page.addObject("lastLink", links.page(answer.pages()));
        page.addObject("nextLink", answer.hasNext() ? links.page(asked.page() + 1) : null);
        page.addObject("csvLink", links.all(".csv", limits.sizeMax()));
        page.addObject("jsonLink", links.all(".json", limits.sizeMax()));
        page.addObject("srjLink", links.all(".srj", limits.sizeMax()));
        if (!answer.rows().isEmpty()) {
            page.addObject("take", take(answer, links, heads, rows, drawing));
        }
        page.addObject("atomLink", links.feed(".atom"));
        page.addObject("jsonFeedLink", links.feed(".json"));
        page.addObject(
                "followed",
                answer.rows().stream()
                        .anyMatch(row -> answer.variables().stream()
                                .map(row::get)
                                .anyMatch(node -> node != null && ThingId.isThing(node))));
        page.addObject("frozenLink", Frozen.link(answer.release(), digest(answer), links.page(asked.page())));
        page.addObject("editorLink", links.editor());
        page.addObject("sparql", asked.sparql());
        return page;
    }

    /** What another site or a newspaper takes: the card, and a picture where the answer has numbers of one unit. */
    private TakeAway take(
            QuestionAnswer answer,
            QuestionLinks links,
            List<String> heads,
            List<List<QuestionCells.Cell>> rows,
            @Nullable QuestionDrawing drawing) {
        int shown = answer.request().page();
        Optional<Sheet> sheet = picture.of(answer);
        String summary = answer.request().question().summary(answer.request().lang());
        return new TakeAway(
                settings.baseUrl(),
                sheet.map(Sheet::title).orElse(summary),
                sheet.map(Sheet::alternative).orElse(summary),
                "/embed" + links.page(shown),
                links.all(".csv", limits.sizeMax()),
                sheet.isPresent() ? links.picture(shown) : "",
                QuestionFrame.heights(heads, rows, drawing));
    }

    /** Says in short what the answer is: how many rows, and the values of those on the page. */
    public static String digest(QuestionAnswer answer) {
        return EntityIndex.digest(Stream.concat(
                Stream.of("total " + answer.total()),
                IntStream.range(0, answer.rows().size())
                        .mapToObj(row -> answer.variables().stream()
                                .map(name -> name + " " + told(answer, row, name))
                                .collect(Collectors.joining("\n")))));
    }

    private static String told(QuestionAnswer answer, int row, String name) {
        return answer.more().isEmpty()
                ? String.valueOf(answer.rows().get(row).get(name))
                : answer.values(row, name).toString();
    }

    private @Nullable QuestionDrawing drawing(QuestionAnswer answer, PageText text) {
        QuestionChart chart = answer.request().question().chart();
        return chart != null && answer.rows().size() > 1
                ? QuestionDrawing.of(answer, chart, reader.presentation(), text)
                : null;
    }

    private List<Field> fields(QuestionRequest asked) {
        Map<String, String> names = runner.parameters(asked.question(), asked.lang());
        List<Field> fields = new ArrayList<>();
        for (QuestionParameter parameter : asked.question().parameters()) {
            Node value = asked.values().get(parameter.name());
            List<Choice> choices = runner.choices(parameter, asked.lang());
            boolean typed = choices.size() > SELECTED_MAX;
            Map<String, List<Option>> groups = groups(choices, value, typed);
            fields.add(new Field(
                    parameter.name(),
                    names.getOrDefault(parameter.name(), parameter.name()),
                    parameter.type().name().toLowerCase(Locale.ROOT),
                    parameter.required(),
                    typed
                            ? label(choices, value)
                            : value == null ? "" : written(parameter, choices, value, asked.lang()),
                    typed,
                    groups));
        }
        return fields;
    }

    private String written(QuestionParameter parameter, List<Choice> choices, Node value, String lang) {
        return parameter.type() == ParameterType.IRI && choices.isEmpty()
                ? parameters.written(value, lang)
                : QuestionParameters.id(value);
    }

    /** The choices by kind; a name that several have is sent as the id. */
    private static Map<String, List<Option>> groups(List<Choice> choices, @Nullable Node value, boolean typed) {
        Map<String, Long> names =
                choices.stream().collect(Collectors.groupingBy(QuestionPageController::name, Collectors.counting()));
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        for (Choice choice : choices) {
            boolean byName = typed && names.getOrDefault(name(choice), 0L) == 1;
            groups.computeIfAbsent(choice.kind(), kind -> new ArrayList<>())
                    .add(new Option(
                            byName ? choice.label() : QuestionParameters.id(choice.value()),
                            choice.label(),
                            choice.lang(),
                            choice.value().equals(value)));
        }
        return groups;
    }

    private static String label(List<Choice> choices, @Nullable Node value) {
        List<Choice> chosen =
                choices.stream().filter(choice -> choice.value().equals(value)).toList();
        boolean alone = chosen.size() == 1
                && choices.stream()
                                .filter(choice -> name(choice).equals(name(chosen.get(0))))
                                .count()
                        == 1;
        return alone ? chosen.get(0).label() : value == null ? "" : QuestionParameters.id(value);
    }

    private static String name(Choice choice) {
        return choice.label().toLowerCase(Locale.ROOT);
    }

    /**
     * A field of the form.
     *
     * @param name name of the parameter
     * @param label what it is called
     * @param type iri, string, date or integer
     * @param required whether it cannot be left empty
     * @param value what it holds
     * @param typed whether there are so many choices that one types, and the browser completes
     * @param groups what can be chosen, by kind; empty when anything can be written
     */
    record Field(
            String name,
            String label,
            String type,
            boolean required,
            String value,
            boolean typed,
            Map<String, List<Option>> groups) {}

    /**
     * A value to choose.
     *
     * @param lang language of the label when that is not the page's
     */
    record Option(String value, String label, @Nullable String lang, boolean chosen) {}
}
