package org.werkgraaf.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.Language;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Prefixes;

/** Reads the files of the saved questions. The form of a header is described in {@code docs/content.md}. */
public final class SavedQuestionReader {
    /** The groups of questions, in the order in which readers see them. */
    static final List<String> TOPICS =
            List.of("cases", "law", "time", "techniques", "risks", "gaps", "advice", "figures", "sources");

    /** In the order in which a header has them, that of the documentation first. */
    private static final List<String> LANGUAGES = Stream.concat(
                    Stream.of(Languages.DOCUMENTATION), Languages.ALL.stream())
            .distinct()
            .toList();

    private static final String SUMMARY = "summary";
    private static final String DESCRIPTION = "description";
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of(
                            "tags",
                            "keywords",
                            "defaults",
                            "parameters",
                            "columns",
                            "sums",
                            "chart",
                            "one-row-per",
                            "pagination"),
                    LANGUAGES.stream().flatMap(lang -> Stream.of(key(SUMMARY, lang), key(DESCRIPTION, lang))))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern NAME = Pattern.compile("queries/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\\.rq");
    private static final Pattern PROPERTY = Pattern.compile("wg:([a-z][A-Za-z]*)");
    private static final int PAGE_SIZE = 50;
    private static final int PAGE_SIZE_MAX = 1000;

    private final QueryGuard guard = new QueryGuard(OfferedFunctions.functions(), RemoteEndpoints.NONE);
    private final CheckedStatements checked;

    /** @param stated the properties that sources state: a question that reads one can be narrowed to what was checked so far */
    public SavedQuestionReader(Set<Node> stated) {
        this.checked = new CheckedStatements(stated);
    }

    /**
     * @param files text of each file by its path, such as {@code queries/applies-on.rq}
     * @return the questions by name
     * @throws QuestionException when one breaks the rules
     */
    public List<SavedQuestion> read(Map<String, String> files) {
        List<SavedQuestion> questions = new ArrayList<>();
        List<QuestionProblem> problems = new ArrayList<>();
        new TreeMap<>(files).forEach((path, text) -> {
            List<QuestionProblem> found = new ArrayList<>();
            read(path, text, found).filter(question -> found.isEmpty()).ifPresent(questions::add);
            problems.addAll(found);
        });
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(QuestionProblem::file).thenComparingInt(QuestionProblem::line));
            throw new QuestionException(problems);
        }
        return questions;
    }

    private Optional<SavedQuestion> read(String path, String text, List<QuestionProblem> problems) {
        QuestionHeader header = new QuestionHeader(path, problems);
        if (!NAME.matcher(path).matches()) {
            header.wrong(
                    1, "The name of the file is not that of a question.", "Use small letters, digits and hyphens.");
        }
        String sparql = QuestionHeader.below(text);
        Query query = parse(header, text, sparql);
        Optional<QuestionHeader.Part> root = header.read(text);
        if (query == null || root.isEmpty()) {
            return Optional.empty();
        }
        QuestionHeader.Part part = root.get();
        part.only(KNOWN);
        List<QuestionParameter> parameters = new ArrayList<>(new ParameterReader(part, query, sparql).read());
        if (checked.reads(query)) {
            parameters.add(QuestionParameter.verification());
        }
        SavedQuestion question = new SavedQuestion(
                NAME.matcher(path).replaceFirst("$1"),
                topic(part),
                languages(part, SUMMARY),
                languages(part, DESCRIPTION),
                part.part("keywords").map(SavedQuestionReader::texts).orElse(List.of()),
                parameters,
                columns(part, query),
                properties(part, query),
                chart(part, query),
                key(part, query),
                pageSize(part),
                sparql,
                query,
                checked);
        if (problems.isEmpty()) {
            check(question, header);
        }
        return Optional.of(question);
    }

    private static @Nullable Query parse(QuestionHeader header, String text, String sparql) {
        int above = (int) text.substring(0, Math.max(0, text.indexOf(sparql.strip())))
                .lines()
                .count();
        try {
            Query query = QueryFactory.create(sparql);
            if (!query.isSelectType() || query.hasLimit() || query.hasOffset() || !query.hasOrderBy()) {
                header.wrong(
                        above + 1,
                        "The query is not a SELECT with ORDER BY and without LIMIT and OFFSET.",
                        "Rows are listed page by page: make it one, with an order that is always the same.");
            }
            if (query.isQueryResultStar()) {
                header.wrong(above + 1, "The query has SELECT *.", "Name the variables, which become columns.");
            }
            query.getPrefixMapping().getNsPrefixMap().forEach((prefix, iri) -> {
                if (!iri.equals(Prefixes.all().get(prefix))) {
                    header.wrong(
                            above + 1, "The prefix " + prefix + ": is not <" + iri + "> here.", "Use the usual one.");
                }
            });
            return query;
        } catch (QueryParseException e) {
            header.wrong(above + Math.max(1, e.getLine()), "The query is not SPARQL.", firstLine(e) + ".");
        } catch (QueryException e) {
            header.wrong(above + 1, "The query is not SPARQL.", firstLine(e) + ".");
        }
        return null;
    }

    private static String firstLine(QueryException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst(" at line .*", "");
    }

    /** A question must be one that a caller could run, also as the text that readers get. */
    private void check(SavedQuestion question, QuestionHeader header) {
        try {
            guard.check(question.select());
            QueryFactory.create(
                    question.bound(question.samples(), Languages.DOCUMENTATION).serialize());
        } catch (QueryRefusedException e) {
            header.wrong(1, String.valueOf(e.getMessage()), "Ask it otherwise.");
        } catch (QueryException e) {
            header.wrong(
                    1,
                    "With its parameters filled in, the query is not SPARQL: " + firstLine(e) + ".",
                    "Do not project a parameter, nor ask BOUND of it; for one that may be left out use FILTER EXISTS.");
        }
    }

    private static String topic(QuestionHeader.Part root) {
        List<String> tags = root.part("tags").map(SavedQuestionReader::texts).orElse(List.of());
        if (tags.size() != 1 || !TOPICS.contains(tags.get(0))) {
            root.wrong(
                    "'tags' does not name one topic.",
                    "Give one of " + TOPICS.stream().sorted().collect(Collectors.joining(", ")) + ".");
            return "";
        }
        return tags.get(0);
    }

    private static Map<String, String> languages(QuestionHeader.Part root, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        LANGUAGES.forEach(lang -> put(texts, root, key(key, lang), lang));
        return texts;
    }

    /** The language of the documentation has the plain keys, as other readers of such headers know only these. */
    private static String key(String key, String lang) {
        return lang.equals(Languages.DOCUMENTATION) ? key : key + "-" + lang;
    }

    /** A text may be missing in a language in which the content has only some. */
    private static void put(Map<String, String> texts, QuestionHeader.Part part, String key, String lang) {
        if (Languages.of(lang).content() != Language.Content.SOME
                || part.part(key).isPresent()) {
            texts.put(lang, part.text(key));
        }
    }

    private static List<String> texts(QuestionHeader.Part part) {
        return part.elements().stream().map(QuestionHeader.Part::text).toList();
    }

    static Map<String, String> labels(QuestionHeader.Part part) {
        part.only(Set.copyOf(LANGUAGES));
        Map<String, String> labels = new LinkedHashMap<>();
        LANGUAGES.forEach(lang -> put(labels, part, lang, lang));
        return labels;
    }

    private static Map<String, Map<String, String>> columns(QuestionHeader.Part root, Query query) {
        Map<String, Map<String, String>> columns = new HashMap<>();
        root.part("columns").map(QuestionHeader.Part::entries).orElse(Map.of()).forEach((name, part) -> {
            isColumn(query, name, part);
            columns.put(name, labels(part));
        });
        return columns;
    }

    private static Map<String, String> properties(QuestionHeader.Part root, Query query) {
        Map<String, String> properties = new HashMap<>();
        root.part("sums").map(QuestionHeader.Part::entries).orElse(Map.of()).forEach((name, part) -> {
            isColumn(query, name, part);
            Matcher property = PROPERTY.matcher(part.text());
            if (property.matches()) {
                properties.put(name, property.group(1));
            } else {
                part.wrong(
                        "The column '" + name + "' sums up '" + part.text() + "'.",
                        "Name the property of which it sums up the numbers, such as wg:amountImposed.");
            }
        });
        return properties;
    }

    private static void isColumn(Query query, String name, QuestionHeader.Part part) {
        if (!query.getResultVars().contains(name)) {
            part.wrong(
                    "The query has no column '" + name + "'.",
                    "It has " + String.join(", ", query.getResultVars()) + ".");
        }
    }

    private static @Nullable QuestionChart chart(QuestionHeader.Part root, Query query) {
        QuestionHeader.Part part = root.part("chart").orElse(null);
        if (part == null) {
            return null;
        }
        part.only(Set.of("kind", "label", "value"));
        String kind = part.text("kind");
        String label = part.text("label");
        String value = part.text("value");
        isColumn(query, label, part);
        isColumn(query, value, part);
        if (!kind.equals("bars") && !kind.equals("columns")) {
            part.wrong("The chart is '" + kind + "'.", "Use bars, for names, or columns, for years.");
            return null;
        }
        return new QuestionChart(
                kind.equals("bars") ? QuestionChart.Kind.BARS : QuestionChart.Kind.COLUMNS, label, value);
    }

    private static List<String> key(QuestionHeader.Part root, Query query) {
        QuestionHeader.Part part = root.part("one-row-per").orElse(null);
        if (part == null) {
            return List.of();
        }
        List<String> columns = List.of(part.text().split(" +"));
        columns.forEach(column -> isColumn(query, column, part));
        return columns;
    }

    private static int pageSize(QuestionHeader.Part root) {
        QuestionHeader.Part part = root.part("pagination").orElse(null);
        if (part == null) {
            return PAGE_SIZE;
        }
        String text = part.text();
        int size = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (size < 1 || size > PAGE_SIZE_MAX) {
            part.wrong("'pagination' is '" + text + "'.", "Give the rows of a page, from 1 to " + PAGE_SIZE_MAX + ".");
            return PAGE_SIZE;
        }
        return size;
    }
}
