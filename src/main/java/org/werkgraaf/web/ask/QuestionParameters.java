package org.werkgraaf.web.ask;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Component;
import org.werkgraaf.index.Completed;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.query.ParameterType;
import org.werkgraaf.query.QuestionLimits;
import org.werkgraaf.query.QuestionParameter;
import org.werkgraaf.query.QuestionRequest;
import org.werkgraaf.query.QuestionRunner;
import org.werkgraaf.query.QuestionRunner.Choice;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** Reads how a saved question is asked from the parameters of a request; the same for the API and the pages. */
@Component
public class QuestionParameters {
    /** What every question takes beside its own parameters. */
    public static final List<String> COMMON = List.of("lang", "page", "size", "format", "rows");

    private static final String ROWS = "rows";
    private static final int PAGE_MAX = 100_000;
    private static final int CHOICES_TOLD = 8;
    private static final int NAMES_MAX = 20;

    private final QuestionRunner runner;
    private final QuestionLimits limits;
    private final WebSettings settings;
    private final EntityIndex index;

    QuestionParameters(QuestionRunner runner, QuestionLimits limits, WebSettings settings, EntityIndex index) {
        this.index = index;
        this.runner = runner;
        this.limits = limits;
        this.settings = settings;
    }

    /** @throws RequestException when a parameter is not known, missing, or has a value that is not allowed */
    public QuestionRequest read(SavedQuestion question, Map<String, String[]> given, String lang) {
        refuseUnknown(question, given);
        Map<String, Node> values = new HashMap<>();
        for (QuestionParameter parameter : question.parameters()) {
            Optional<String> value = value(given, parameter.name());
            String text = value.orElse(parameter.defaultValue());
            if (text != null) {
                values.put(
                        parameter.name(),
                        value.isPresent() ? node(question, parameter, text, lang) : sample(parameter, text));
            } else if (parameter.required()) {
                throw bad(parameter.name(), "is missing; it takes " + allowed(question, parameter));
            }
        }
        return new QuestionRequest(
                question,
                values,
                lang,
                number(given, "page", 1, PAGE_MAX),
                number(given, "size", Math.min(question.pageSize(), limits.sizeMax()), limits.sizeMax()),
                !isPerThing(question, given));
    }

    /** The same for readers, who get a row for each thing unless they ask otherwise. */
    public QuestionRequest readPerThing(SavedQuestion question, Map<String, String[]> given, String lang) {
        QuestionRequest asked = read(question, given, lang);
        return value(given, ROWS).isPresent() ? asked : asked.perThing();
    }

    private static boolean isPerThing(SavedQuestion question, Map<String, String[]> given) {
        String rows = value(given, ROWS).orElse("each");
        if (!rows.equals("each") && !rows.equals("one")) {
            throw bad(ROWS, "is '" + GivenText.shorten(rows) + "'; it takes one, for a row of each thing, or each");
        }
        return rows.equals("one") && question.key() != null;
    }

    private static Node sample(QuestionParameter parameter, String text) {
        return parameter.type().node(text).orElseThrow();
    }

    private static void refuseUnknown(SavedQuestion question, Map<String, String[]> given) {
        Set<String> known = new HashSet<>(COMMON);
        question.parameters().forEach(parameter -> known.add(parameter.name()));
        for (Map.Entry<String, String[]> each : given.entrySet()) {
            if (!known.contains(each.getKey())) {
                // A reader who keeps to what was read in official texts is told why that cannot be asked here.
                String why =
                        each.getKey().equals(QuestionParameter.verification().name())
                                ? "The question " + question.name()
                                        + " reads no statement of a source, so it cannot be narrowed by how far these were checked. "
                                : "";
                throw new RequestException(
                        ErrorCode.UNKNOWN_PARAMETER,
                        why + "The parameter '" + GivenText.shorten(each.getKey()) + "' is not known to the question "
                                + question.name() + ". It takes "
                                + known.stream().sorted().collect(Collectors.joining(", "))
                                + ".");
            }
            if (each.getValue().length > 1) {
                throw bad(each.getKey(), "is given " + each.getValue().length + " times; give it once");
            }
        }
    }

    private Node node(SavedQuestion question, QuestionParameter parameter, String text, String lang) {
        if (text.length() > settings.wordsLengthMax()) {
            throw bad(
                    parameter.name(),
                    "has " + text.length() + " characters; it takes at most " + settings.wordsLengthMax());
        }
        Optional<Node> node = parameter.type().node(text);
        if (parameter.values() != null) {
            return runner.choices(parameter, Languages.DOCUMENTATION).stream()
                    .map(Choice::value)
                    .filter(value -> value.equals(node.orElse(null)) || isSlug(value, text))
                    .findFirst()
                    .or(() -> called(parameter, text, lang))
                    .orElseThrow(() -> wrong(question, parameter, text));
        }
        return node.filter(value -> parameter.type() != ParameterType.IRI || runner.exists(value))
                .or(() -> parameter.type() == ParameterType.IRI ? named(text, lang) : Optional.empty())
                .orElseThrow(() -> wrong(question, parameter, text));
    }

    /** The only choice of that name; forms with many choices send the name that the reader picked. */
    private Optional<Node> called(QuestionParameter parameter, String text, String lang) {
        List<Node> called = runner.choices(parameter, lang).stream()
                .filter(choice -> choice.label().equalsIgnoreCase(text))
                .map(Choice::value)
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    /** The only thing of that name, among the most linked things with names that begin so. */
    private Optional<Node> named(String text, String lang) {
        List<String> named = index.complete(text, lang, NAMES_MAX).names().stream()
                .filter(name ->
                        name.name().equalsIgnoreCase(text) || name.label().equalsIgnoreCase(text))
                .map(Completed.Name::id)
                .distinct()
                .toList();
        return named.size() == 1 ? ThingId.parse(named.get(0)).map(ThingId::node) : Optional.empty();
    }

    /** A thing as a reader of a form writes it: by its name where that stands for it alone, else by its id. */
    public String written(Node value, String lang) {
        return ThingId.find(value)
                .flatMap(id -> index.find(id.toString()))
                .map(thing -> thing.label(lang))
                .filter(name -> named(name, lang).filter(value::equals).isPresent())
                .orElseGet(() -> id(value));
    }

    /** The part after the last slash is enough where the graph lists the values. */
    private static boolean isSlug(Node value, String text) {
        return ThingId.find(value).map(id -> id.slug().equals(text)).orElse(false);
    }

    private RequestException wrong(SavedQuestion question, QuestionParameter parameter, String text) {
        return bad(parameter.name(), "is '" + GivenText.shorten(text) + "'; it takes " + allowed(question, parameter));
    }

    private String allowed(SavedQuestion question, QuestionParameter parameter) {
        List<Choice> choices = runner.choices(parameter, Languages.DOCUMENTATION);
        if (choices.isEmpty()) {
            return parameter.type().allowed()
                    + (parameter.type() == ParameterType.IRI ? ", of a thing that is in the graph" : "");
        }
        String first = choices.stream()
                .limit(CHOICES_TOLD)
                .map(choice -> id(choice.value()))
                .collect(Collectors.joining(", "));
        return choices.size() <= CHOICES_TOLD
                ? "one of " + first
                : "one of " + choices.size() + " values, such as " + first + "; /questions/" + question.name()
                        + " lists them all";
    }

    /** A value as a caller writes it: the id of a thing, an IRI or a plain text. */
    public static String id(Node value) {
        return ThingId.find(value)
                .map(ThingId::toString)
                .orElseGet(() -> value.isURI() ? value.getURI() : value.getLiteralLexicalForm());
    }

    private static int number(Map<String, String[]> given, String name, int otherwise, int most) {
        Optional<String> value = value(given, name);
        if (value.isEmpty()) {
            return otherwise;
        }
        String text = value.get();
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw bad(name, "is '" + GivenText.shorten(text) + "'; it takes a whole number from 1 to " + most);
        }
        return number;
    }

    private static Optional<String> value(Map<String, String[]> given, String name) {
        return Optional.ofNullable(given.get(name))
                .map(values -> values[0])
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static RequestException bad(String name, String what) {
        return new RequestException(ErrorCode.BAD_PARAMETER, "The parameter " + name + " " + what + ".");
    }
}
