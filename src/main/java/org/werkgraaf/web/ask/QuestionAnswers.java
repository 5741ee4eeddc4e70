package org.werkgraaf.web.ask;

import org.apache.jena.query.QueryCancelledException;
import org.springframework.stereotype.Component;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionBusyException;
import org.werkgraaf.query.QuestionLimits;
import org.werkgraaf.query.QuestionRequest;
import org.werkgraaf.query.QuestionRunner;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** Finds and answers saved questions, and says in the terms of HTTP why one is not answered. */
@Component
public class QuestionAnswers {
    private final SavedQuestions questions;
    private final QuestionRunner runner;
    private final QuestionLimits limits;

    QuestionAnswers(SavedQuestions questions, QuestionRunner runner, QuestionLimits limits) {
        this.questions = questions;
        this.runner = runner;
        this.limits = limits;
    }

    /** @throws RequestException when there is no question of that name */
    public SavedQuestion find(String name) {
        return questions
                .find(name)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There is no question '" + GivenText.shorten(name)
                                + "'. /questions lists those that there are."));
    }

    /** @throws RequestException when too many are running or it ran out of time */
    public QuestionAnswer answer(QuestionRequest request) {
        try {
            return runner.answer(request);
        } catch (QuestionBusyException e) {
            throw new RequestException(ErrorCode.TOO_MANY_QUERIES, e.getMessage() + " Try again in a few seconds.");
        } catch (QueryCancelledException e) {
            throw new RequestException(
                    ErrorCode.QUERY_TIMEOUT,
                    "The question was stopped after " + limits.timeoutMillis()
                            + " ms (werkgraaf.questions.timeout-millis), so there is no answer. Try again, or ask it of"
                            + " something narrower.");
        }
    }

    /** What decides an answer beside its address: release and questions; empty when there is no release. */
    public String release() {
        return runner.release()
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_READY,
                        "The service has no release to answer from. See /health/ready for the reason."));
    }

    /** Changes when a question does, within a release. */
    public String version() {
        return questions.version();
    }
}
