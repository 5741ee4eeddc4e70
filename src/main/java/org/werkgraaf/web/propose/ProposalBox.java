package org.werkgraaf.web.propose;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.werkgraaf.curate.Proposal;
import org.werkgraaf.curate.ProposalException;
import org.werkgraaf.curate.ProposalText;
import org.werkgraaf.curate.Proposals;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ProposalSettings;
import org.werkgraaf.web.http.Client;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;
import org.werkgraaf.web.text.PageText;

/** Where proposals go in, by whichever way they come; closed unless somebody can answer them. */
@Component
class ProposalBox {
    private static final Logger LOG = LoggerFactory.getLogger(ProposalBox.class);

    private final ProposalSettings settings;
    private final @Nullable Proposals proposals;
    private final EntityReader reader;
    private final EntityIndex index;
    private final HourlyCount count;
    private final HourlyCount networks;

    ProposalBox(
            ProposalSettings settings,
            ObjectProvider<Proposals> proposals,
            EntityReader reader,
            EntityIndex index,
            Clock clock) {
        this.settings = settings;
        this.reader = reader;
        this.index = index;
        this.proposals = settings.on() ? proposals.getObject() : null;
        this.count = new HourlyCount(settings.perClientHourMax(), clock);
        this.networks = new HourlyCount(settings.perNetworkHourMax(), clock);
        if (this.proposals != null) {
            this.proposals
                    .damages()
                    .forEach(damage -> LOG.warn(
                            "In the file of proposals {}. All else in it was read; see what to do in 'When something breaks' of"
                                    + " /about/operations.",
                            damage));
            this.proposals
                    .unreadableAddresses()
                    .ifPresent(aside -> LOG.warn("The file of e-mail addresses {}", unreadable(aside)));
        }
    }

    private static String unreadable(Path aside) {
        return "could not be read and was set aside as " + aside
                + ". What else readers sent is there. Read it yourself, then delete it.";
    }

    /** What of the files of proposals is not as it was written. */
    List<String> damages() {
        Proposals kept = open();
        return Stream.concat(
                        kept.damages().stream(),
                        kept
                                .unreadableAddresses()
                                .map(aside -> "the file of e-mail addresses " + unreadable(aside))
                                .stream())
                .toList();
    }

    /**
     * What a reader sends.
     *
     * @param about id of the thing
     * @param statement key of a statement of its page, {@code whole} or {@code missing}
     * @param shouldBe what it should be
     * @param source address of a source, or nothing
     * @param place the place in it, or nothing
     * @param email where an answer is wanted, or nothing
     */
    record Sent(String about, String statement, String shouldBe, String source, String place, String email) {}

    /**
     * Who sends something, as far as limits are concerned.
     *
     * @param client the address
     * @param network the larger network that one owner may have
     */
    record Sender(String client, String network) {
        static Sender of(HttpServletRequest request) {
            return new Sender(Client.of(request), Client.siteOf(request));
        }
    }

    /**
     * The proposals.
     *
     * @throws RequestException when none are taken here
     */
    Proposals open() {
        if (proposals == null) {
            throw new RequestException(ErrorCode.PROPOSALS_OFF, Objects.requireNonNull(settings.offBecause()));
        }
        return proposals;
    }

    /** The thing that a proposal is about. */
    Description thing(String about) {
        return ThingId.parse(about)
                .flatMap(reader::find)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There is no thing '" + GivenText.shorten(about)
                                + "' to propose something about (about). Ids are as in the address of a page:"
                                + " case/manfield."));
    }

    /** The statements of its page. */
    StatementChoices choices(Description thing, PageText text) {
        return StatementChoices.of(thing, reader.presentation(), text);
    }

    /**
     * Takes a proposal.
     *
     * @param sender who sends it, as far as limits are concerned
     * @throws ProposalException when it is not one, or cannot be kept
     * @throws RequestException when none are taken, the thing is not there, or the client sends too many
     */
    Proposal receive(Sent sent, PageText text, Sender sender) {
        Proposals box = open();
        Subject subject = subject(sent, text);
        ProposalText proposal = new ProposalText(
                subject.about(),
                StatementKey.normal(sent.statement()),
                subject.read(),
                // A browser counts the end of a line as one character and sends two.
                sent.shouldBe().strip().replace("\r\n", "\n"),
                orNothing(sent.source()),
                orNothing(sent.place()),
                text.lang(),
                subject.release());
        count(sender);
        try {
            return box.receive(proposal, orNothing(sent.email()));
        } catch (ProposalException e) {
            count.giveBack(sender.client());
            networks.giveBack(sender.network());
            throw e;
        }
    }

    /** What a proposal is about, with the statement as it reads. */
    private record Subject(String about, @Nullable String read, String release) {}

    private Subject subject(Sent sent, PageText text) {
        if (!ProposedPage.isMeant(sent.about())) {
            Description thing = thing(sent.about());
            return new Subject(thing.id(), read(sent.statement(), thing, text), thing.release());
        }
        ProposedPage.require(sent.about(), settings.lineLengthMax());
        if (!sent.statement().equals(ProposalText.WHOLE) && !sent.statement().equals(ProposalText.MISSING)) {
            throw ProposalException.badField(
                    "statement",
                    "is '" + GivenText.shorten(sent.statement())
                            + "', and a page that is no thing has no statements; use whole or missing");
        }
        return new Subject(sent.about(), null, index.stamp().map(Stamp::release).orElse(""));
    }

    private void count(Sender sender) {
        if (!count.take(sender.client())) {
            throw new RequestException(
                    ErrorCode.TOO_MANY_PROPOSALS,
                    settings.perClientHourMax() + " proposals came from your address within an hour, which is the most"
                            + " that are taken (werkgraaf.proposals.per-client-hour-max). Try again in an hour.");
        }
        if (!networks.take(sender.network())) {
            count.giveBack(sender.client());
            throw new RequestException(
                    ErrorCode.TOO_MANY_PROPOSALS,
                    settings.perNetworkHourMax() + " proposals came from your network within an hour, which is the most"
                            + " that are taken (werkgraaf.proposals.per-network-hour-max). Try again in an hour.");
        }
    }

    private @Nullable String read(String statement, Description thing, PageText text) {
        if (statement.equals(ProposalText.WHOLE) || statement.equals(ProposalText.MISSING)) {
            return null;
        }
        return choices(thing, text)
                .find(statement)
                .map(StatementChoices.Choice::label)
                .orElseThrow(() -> ProposalException.badField(
                        "statement",
                        "is '" + GivenText.shorten(statement) + "', which the page of " + thing.id()
                                + " does not say; use whole, missing, or property=value as /api/v1/entities/"
                                + thing.id()
                                + " has them, with ^ before the property for a link from another thing"));
    }

    private static @Nullable String orNothing(String value) {
        return value.isBlank() ? null : value.strip();
    }

    /** The error that a caller is told. */
    static RequestException told(ProposalException e) {
        ErrorCode code = switch (e.reason()) {
            case BAD_FIELD -> ErrorCode.BAD_PARAMETER;
            case UNKNOWN -> ErrorCode.NOT_FOUND;
            case ANSWERED -> ErrorCode.PROPOSAL_ANSWERED;
            case FULL -> ErrorCode.PROPOSALS_FULL;
            case NOT_KEPT -> ErrorCode.PROPOSAL_NOT_KEPT;
        };
        if (e.reason() == ProposalException.Reason.NOT_KEPT) {
            LOG.error("A proposal or an answer could not be kept", e);
        }
        return new RequestException(code, String.valueOf(e.getMessage()));
    }
}
