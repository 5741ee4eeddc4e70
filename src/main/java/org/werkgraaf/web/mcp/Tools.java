package org.werkgraaf.web.mcp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Description;
import org.werkgraaf.query.QuestionLimits;
import org.werkgraaf.query.QuestionParameter;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.web.ask.QuestionAnswers;
import org.werkgraaf.web.ask.QuestionParameters;
import org.werkgraaf.web.ask.SearchParameters;
import org.werkgraaf.web.brief.AnswerPart;
import org.werkgraaf.web.brief.CheckBriefs;
import org.werkgraaf.web.brief.CitationBriefs;
import org.werkgraaf.web.brief.SearchBriefs;
import org.werkgraaf.web.brief.TableBrief;
import org.werkgraaf.web.brief.TableBriefs;
import org.werkgraaf.web.brief.ThingBriefs;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.sparql.GuardedEvaluation;

/** What the tools do. */
@Component
class Tools {
    private static final int HITS = 5;
    private static final int VALUES = 12;
    private static final int NORMS = 8;
    private static final int ROWS = 10;
    private static final int ROWS_OF_QUERY = 20;
    private static final int QUESTIONS = 8;

    private final SearchParameters searchParameters;
    private final SearchBriefs searches;
    private final ThingBriefs things;
    private final CheckBriefs checks;
    private final CitationBriefs citations;
    private final TableBriefs tables;
    private final SavedQuestions questions;
    private final QuestionAnswers answers;
    private final QuestionParameters questionParameters;
    private final QuestionLimits questionLimits;
    private final GuardedEvaluation queries;
    private final Map<String, BiFunction<Arguments, String, Object>> byName = new LinkedHashMap<>();

    Tools(
            SearchParameters searchParameters,
            SearchBriefs searches,
            ThingBriefs things,
            CheckBriefs checks,
            CitationBriefs citations,
            TableBriefs tables,
            SavedQuestions questions,
            QuestionAnswers answers,
            QuestionParameters questionParameters,
            QuestionLimits questionLimits,
            GuardedEvaluation queries) {
        this.searchParameters = searchParameters;
        this.searches = searches;
        this.things = things;
        this.checks = checks;
        this.citations = citations;
        this.tables = tables;
        this.questions = questions;
        this.answers = answers;
        this.questionParameters = questionParameters;
        this.questionLimits = questionLimits;
        this.queries = queries;
        byName.put("search", (arguments, client) -> search(arguments));
        byName.put("describe", (arguments, client) -> describe(arguments));
        byName.put("check", (arguments, client) -> check(arguments));
        byName.put("question", (arguments, client) -> question(arguments));
        byName.put("sparql", this::sparql);
        byName.put("cite", (arguments, client) -> cite(arguments));
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** Names of the saved questions of the release that is served. */
    List<String> questions() {
        return questions.all().stream().map(SavedQuestion::name).toList();
    }

    /**
     * The result of a tool.
     *
     * @param client who asks
     */
    Object call(String tool, Arguments arguments, String client) {
        BiFunction<Arguments, String, Object> called = byName.get(tool);
        if (called == null) {
            throw new IllegalArgumentException(tool);
        }
        return called.apply(arguments, client);
    }

    private Object search(Arguments arguments) {
        Map<String, String[]> parameters = arguments.parameters(Set.of(Arguments.LANG));
        parameters.putIfAbsent("size", new String[] {String.valueOf(HITS)});
        // An assistant has filters of its own: words that were taken for others would narrow a search unasked.
        parameters.putIfAbsent("reading", new String[] {"words"});
        return searches.of(searchParameters.read(parameters, arguments.lang()));
    }

    private Object describe(Arguments arguments) {
        Description thing = things.find(arguments.required("id"));
        return things.of(thing, arguments.lang(), part(arguments, "relation", VALUES));
    }

    private Object check(Arguments arguments) {
        Map<String, String[]> parameters = arguments.parameters(Set.of(Arguments.LANG, "part", "page", "size"));
        return checks.of(parameters, arguments.lang(), part(arguments, "part", NORMS));
    }

    /** The part of an answer that is asked for by an argument; null for a little of all. */
    private static @Nullable AnswerPart part(Arguments arguments, String name, int size) {
        String wanted = arguments.text(name);
        if (wanted == null && (arguments.text("page") != null || arguments.text("size") != null)) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The arguments page and size turn the pages of one " + name + ". Give " + name + " too.");
        }
        return wanted == null
                ? null
                : new AnswerPart(wanted, arguments.number("page", 1), arguments.number("size", size));
    }

    private Object question(Arguments arguments) {
        String name = arguments.text("name");
        if (name == null) {
            return list(arguments);
        }
        SavedQuestion question = answers.find(name);
        Map<String, String[]> parameters = arguments.within("parameters").parameters(Set.of());
        parameters.put("page", new String[] {String.valueOf(arguments.number("page", 1))});
        int size = Math.min(questionLimits.sizeMax(), arguments.number("size", ROWS));
        parameters.put("size", new String[] {String.valueOf(size)});
        return tables.of(answers.answer(questionParameters.read(question, parameters, arguments.lang())));
    }

    /** The saved questions with most of the words, with what each takes. */
    private Object list(Arguments arguments) {
        List<String> words = Arrays.stream(
                        arguments.required("about").toLowerCase(Locale.ROOT).split("\\W+"))
                .filter(word -> word.length() > 2)
                .toList();
        List<SavedQuestion> found = questions.all().stream()
                .filter(question -> words.isEmpty() || rank(question, words) > 0)
                .sorted(Comparator.comparingLong((SavedQuestion question) -> -rank(question, words)))
                .toList();
        AnswerPart page = new AnswerPart("questions", arguments.number("page", 1), arguments.number("size", QUESTIONS));
        String rest = page.rest(found.size());
        return new TableBrief(
                null,
                List.of("name", "question", "parameters"),
                page.of(found).stream()
                        .map(question -> row(question, arguments.lang()))
                        .toList(),
                null,
                (long) found.size(),
                rest.isEmpty(),
                rest.isEmpty() ? null : rest,
                answers.release());
    }

    private static List<Object> row(SavedQuestion question, String lang) {
        return List.of(
                question.name(),
                question.summary(lang),
                question.parameters().stream().map(Tools::told).collect(Collectors.joining(", ")));
    }

    private static String told(QuestionParameter parameter) {
        boolean needed = parameter.required() && parameter.defaultValue() == null;
        return parameter.name() + " (" + parameter.type().name().toLowerCase(Locale.ROOT)
                + (needed ? "" : ", may be left out") + ")"
                + parameter.sample().map(sample -> ", such as " + sample).orElse("");
    }

    private static long rank(SavedQuestion question, List<String> words) {
        String texts = Stream.of(
                        Stream.of(question.name(), question.topic()),
                        question.keywords().stream(),
                        question.summaries().values().stream(),
                        question.descriptions().values().stream())
                .flatMap(text -> text)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return words.stream().filter(texts::contains).count();
    }

    private Object sparql(Arguments arguments, String client) {
        return queries.find(
                arguments.required("query"),
                client,
                (found, release) -> tables.of(found, arguments.number("size", ROWS_OF_QUERY), release));
    }

    private Object cite(Arguments arguments) {
        return citations.of(things.find(arguments.required("id")), arguments.lang());
    }
}
