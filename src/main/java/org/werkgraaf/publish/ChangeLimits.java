package org.werkgraaf.publish;

/**
 * How large a change may be, and how long it is looked at.
 *
 * @param statementsMax most statements that go or come
 * @param textLengthMax longest name of an author, reason, or id of what it answers, in characters
 * @param questionsMillisMax how long the competency questions may take, all together
 */
public record ChangeLimits(int statementsMax, int textLengthMax, long questionsMillisMax) {}
