package org.werkgraaf.query;

import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * A saved question as somebody asks it.
 *
 * @param question the question
 * @param values terms by name of the parameter; a parameter without one matches anything
 * @param lang language of the labels and of the texts that the question asks for
 * @param page number of the page, counted from one
 * @param size rows of a page
 * @param each whether each row that the query finds is a row; else those of one thing are one, when the question says which
 */
public record QuestionRequest(
        SavedQuestion question, Map<String, Node> values, String lang, int page, int size, boolean each) {
    /** A request for each row that the query finds. */
    public QuestionRequest(SavedQuestion question, Map<String, Node> values, String lang, int page, int size) {
        this(question, values, lang, page, size, true);
    }

    public QuestionRequest {
        values = Map.copyOf(values);
    }

    /** The same on another page. */
    public QuestionRequest onPage(int other) {
        return new QuestionRequest(question, values, lang, other, size, each);
    }

    /** The same with a row for each thing, when the question says of which column. */
    public QuestionRequest perThing() {
        return new QuestionRequest(
                question, values, lang, page, size, question.key().isEmpty());
    }

    /** The same with each row that the query finds. */
    public QuestionRequest eachRow() {
        return new QuestionRequest(question, values, lang, page, size, true);
    }

    /** The query as text with the parameters filled in, without its page. */
    public String sparql() {
        return question.query(values, lang);
    }

    long offset() {
        return (long) (page - 1) * size;
    }
}
