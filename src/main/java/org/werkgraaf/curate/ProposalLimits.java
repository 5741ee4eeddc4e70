package org.werkgraaf.curate;

/**
 * What proposals may take.
 *
 * @param openMax most proposals that wait for an answer
 * @param journalBytesMax size of the file of proposals beyond which no more are taken; answers always are
 * @param textLengthMax longest text, of a reader and of a curator, in characters
 * @param lineLengthMax longest value of a field of one line, in characters
 */
public record ProposalLimits(int openMax, long journalBytesMax, int textLengthMax, int lineLengthMax) {}
