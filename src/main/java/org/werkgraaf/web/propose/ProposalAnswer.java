package org.werkgraaf.web.propose;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.curate.Proposal;
import org.werkgraaf.curate.ProposalState;
import org.werkgraaf.curate.ProposalText;

/**
 * A proposal as whoever has its link may see it. What the reader wrote is not in it before a curator has looked: else anybody could have
 * this service show anything.
 *
 * @param id who knows it may see the proposal
 * @param link its page, to follow what becomes of it
 * @param about id of the thing
 * @param statement which statement of its page
 * @param read that statement as the reader read it
 * @param received when it came
 * @param state what became of it
 * @param since when it came into that state
 * @param shouldBe what it should be, as the reader says
 * @param source address of a source that says so
 * @param place the place in it
 * @param answer what was done, or why not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProposalAnswer(
        @Schema(example = "dGhpcyBpcyBub3QgYSByZWFsIHByb3Bvc2Fs")
        String id,

        String link,
        @Schema(example = "case/manfield") String about,
        @Schema(example = "decidedOn=2019-08-12") String statement,
        @Nullable String read,
        @Schema(example = "2026-11-30T08:15:00Z") String received,

        @Schema(allowableValues = {"received", "looking", "accepted", "declined", "removed"})
        String state,

        String since,
        @Nullable String shouldBe,
        @Nullable String source,
        @Nullable String place,
        @Nullable String answer) {
    /** @param baseUrl where the service is reached */
    static ProposalAnswer of(Proposal proposal, String baseUrl) {
        ProposalText text = proposal.text();
        boolean seen = isSeen(proposal);
        return new ProposalAnswer(
                proposal.id(),
                link(proposal, baseUrl),
                text.about(),
                text.statement(),
                text.read(),
                proposal.received().toString(),
                proposal.state().code(),
                proposal.since().toString(),
                seen ? text.shouldBe() : null,
                seen ? text.source() : null,
                seen ? text.place() : null,
                proposal.answer());
    }

    /** Whether a curator has looked at what stands in it, and left it. */
    static boolean isSeen(Proposal proposal) {
        return proposal.state() != ProposalState.RECEIVED && proposal.state() != ProposalState.REMOVED;
    }

    /** Its page. */
    static String link(Proposal proposal, String baseUrl) {
        return baseUrl + "/proposals/" + proposal.id();
    }
}
