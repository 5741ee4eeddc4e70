package org.werkgraaf.query;

/** As many saved questions run as may run at the same time. */
public final class QuestionBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QuestionBusyException(int atOnceMax) {
        super(atOnceMax + " questions are running, which is the most at a time (werkgraaf.questions.at-once-max).");
    }
}
