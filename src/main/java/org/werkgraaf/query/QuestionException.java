package org.werkgraaf.query;

import java.util.List;
import java.util.stream.Collectors;

/** Some saved questions cannot be used; each problem names its file, line and remedy. */
public final class QuestionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<QuestionProblem> problems;

    /** @param problems at least one */
    public QuestionException(List<QuestionProblem> problems) {
        super(problems.stream().map(QuestionProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in order of file and line. */
    public List<QuestionProblem> problems() {
        return problems;
    }
}
