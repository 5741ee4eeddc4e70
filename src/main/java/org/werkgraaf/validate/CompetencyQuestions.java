package org.werkgraaf.validate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.RiotException;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.jspecify.annotations.Nullable;

/** The questions in {@code queries/competency}, which the content must be able to answer, and what it answers. */
public final class CompetencyQuestions {
    private static final String FOLDER = "queries/competency/";
    private static final String MANIFEST = FOLDER + "manifest.ttl";

    private final List<Question> questions;

    private record Question(CompetencyManifest.Entry entry, Query query) {}

    private CompetencyQuestions(List<Question> questions) {
        this.questions = questions;
    }

    /**
     * The questions in some files.
     *
     * @param files texts by path; without a manifest there are no questions
     * @throws RuleException when one of them cannot be read
     */
    public static CompetencyQuestions of(Map<String, String> files) {
        List<Question> questions = new ArrayList<>();
        if (files.containsKey(MANIFEST)) {
            try {
                for (CompetencyManifest.Entry entry : CompetencyManifest.read(files.getOrDefault(MANIFEST, ""))) {
                    questions.add(new Question(entry, query(files, FOLDER + entry.query())));
                }
            } catch (RiotException e) {
                throw new RuleException(MANIFEST + ": " + e.getMessage());
            } catch (JenaException e) {
                throw new RuleException(MANIFEST + " is no list of questions: " + e.getMessage());
            }
        }
        return new CompetencyQuestions(List.copyOf(questions));
    }

    private static Query query(Map<String, String> files, String path) {
        try {
            return QueryFactory.create(files.getOrDefault(path, ""));
        } catch (QueryException e) {
            throw new RuleException(path + " is no query: " + e.getMessage());
        }
    }

    /**
     * What was answered.
     *
     * @param rows by the name of the question; of each the texts and IRIs in it, by the variables of the question
     * @param unanswered names of the questions for which there was no time
     */
    public record Answers(Map<String, List<List<String>>> rows, List<String> unanswered) {}

    /**
     * A question that is answered otherwise.
     *
     * @param name its name
     * @param texts in words, by language
     * @param gone rows that were there
     * @param come rows that were not
     */
    public record Changed(String name, Map<String, String> texts, List<List<String>> gone, List<List<String>> come) {}

    /** How many there are. */
    public int size() {
        return questions.size();
    }

    /**
     * Asks them, one after another.
     *
     * @param union all graphs in one, the default graph
     * @param graphs named graphs by the text of their IRI
     * @param most how long that may take
     */
    public Answers ask(Graph union, Map<String, Graph> graphs, Duration most) {
        DatasetGraph all = new DatasetGraphMapLink(union);
        graphs.forEach((name, graph) -> all.addGraph(NodeFactory.createURI(name), graph));
        Dataset dataset = DatasetFactory.wrap(all);
        long end = System.nanoTime() + most.toNanos();
        Map<String, List<List<String>>> rows = new TreeMap<>();
        List<String> unanswered = new ArrayList<>();
        for (Question question : questions) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            String name = question.entry().name();
            if (left <= 0) {
                unanswered.add(name);
                continue;
            }
            try {
                rows.put(name, rows(dataset, question.query(), left));
            } catch (QueryCancelledException e) {
                unanswered.add(name);
            }
        }
        return new Answers(rows, unanswered);
    }

    private static List<List<String>> rows(Dataset dataset, Query query, long millisMax) {
        try (QueryExecution execution = QueryExecution.dataset(dataset)
                .query(query)
                .timeout(millisMax, TimeUnit.MILLISECONDS)
                .build()) {
            ResultSet answer = execution.execSelect();
            List<String> variables = answer.getResultVars();
            List<List<String>> rows = new ArrayList<>();
            while (answer.hasNext()) {
                QuerySolution row = answer.next();
                rows.add(variables.stream()
                        .map(variable -> text(row.get(variable)))
                        .toList());
            }
            return rows;
        }
    }

    private static String text(@Nullable RDFNode value) {
        return value == null ? "" : value.isLiteral() ? value.asLiteral().getLexicalForm() : value.toString();
    }

    /** The questions that are answered otherwise than before; those that were answered both times only. */
    public List<Changed> changed(Answers before, Answers after) {
        List<Changed> changed = new ArrayList<>();
        for (Question question : questions) {
            List<List<String>> then = before.rows().get(question.entry().name());
            List<List<String>> now = after.rows().get(question.entry().name());
            if (then != null && now != null) {
                List<List<String>> gone = without(then, now);
                List<List<String>> come = without(now, then);
                if (!gone.isEmpty() || !come.isEmpty()) {
                    changed.add(new Changed(
                            question.entry().name(), question.entry().texts(), gone, come));
                }
            }
        }
        return List.copyOf(changed);
    }

    private static List<List<String>> without(List<List<String>> some, List<List<String>> others) {
        Map<List<String>, Integer> left = new HashMap<>();
        others.forEach(row -> left.merge(row, 1, Integer::sum));
        return some.stream()
                .filter(row -> left.merge(row, -1, Integer::sum) < 0)
                .toList();
    }
}
