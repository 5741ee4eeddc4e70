package org.werkgraaf.curate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal of a reader, and what became of it.
 *
 * @param id who knows it may see the proposal; nobody can guess it
 * @param number in the order in which they came, from 1
 * @param received when it came
 * @param text what the reader says
 * @param state what became of it
 * @param since when it came into that state
 * @param answer what was done or why not, as a curator says it; absent while it is open
 */
public record Proposal(
        String id,
        long number,
        Instant received,
        ProposalText text,
        ProposalState state,
        Instant since,
        @Nullable String answer) {
    Proposal in(ProposalState next, Instant at, @Nullable String said) {
        ProposalText kept = next == ProposalState.REMOVED ? text.withoutWords() : text;
        return new Proposal(id, number, received, kept, next, at, said);
    }
}
