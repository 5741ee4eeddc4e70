package org.werkgraaf.publish;

/**
 * How large a change may be.
 *
 * @param statementsMax most statements that go or come
 * @param textLengthMax longest name of an author, reason, or id of what it answers, in characters
 */
public record ChangeLimits(int statementsMax, int textLengthMax) {}
