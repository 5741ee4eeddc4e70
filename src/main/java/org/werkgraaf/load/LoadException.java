package org.werkgraaf.load;

import java.util.List;
import java.util.stream.Collectors;

/** Some files cannot be loaded; each problem names its file, line and remedy. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<LoadProblem> problems;

    /** @param problems at least one */
    public LoadException(List<LoadProblem> problems) {
        super(problems.stream().map(LoadProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in order of file and line. */
    public List<LoadProblem> problems() {
        return problems;
    }
}
