package org.werkgraaf.web.propose;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.curate.Proposal;
import org.werkgraaf.curate.ProposalText;

/**
 * A proposal as a curator sees it.
 *
 * @param id names it in the addresses of curators and of its reader
 * @param number in the order in which they came
 * @param link its page
 * @param page the page that it is about
 * @param about id of the thing
 * @param statement which statement of its page
 * @param read that statement as the reader read it
 * @param shouldBe what it should be
 * @param source address of a source that says so
 * @param place the place in it
 * @param lang language of the reader
 * @param release release that the reader saw
 * @param received when it came
 * @param state what became of it
 * @param since when it came into that state
 * @param answer what was done, or why not
 * @param email where the reader wants an answer; deleted when it is given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CuratedProposal(
        String id,
        long number,
        String link,
        String page,
        String about,
        String statement,
        @Nullable String read,
        String shouldBe,
        @Nullable String source,
        @Nullable String place,
        String lang,
        String release,
        String received,
        String state,
        String since,
        @Nullable String answer,
        @Nullable String email) {
    static CuratedProposal of(Proposal proposal, @Nullable String email, String baseUrl) {
        ProposalText text = proposal.text();
        return new CuratedProposal(
                proposal.id(),
                proposal.number(),
                ProposalAnswer.link(proposal, baseUrl),
                baseUrl + ProposedPage.path(text.about()),
                text.about(),
                text.statement(),
                text.read(),
                text.shouldBe(),
                text.source(),
                text.place(),
                text.lang(),
                text.release(),
                proposal.received().toString(),
                proposal.state().code(),
                proposal.since().toString(),
                proposal.answer(),
                email);
    }
}
