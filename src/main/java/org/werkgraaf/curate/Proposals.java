package org.werkgraaf.curate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.curate.ProposalException.Reason;
import org.werkgraaf.journal.Journal;
import org.werkgraaf.store.DurableFiles;
import org.werkgraaf.store.StoreException;

/**
 * The proposals of readers: in memory as they are, and on the disk as all that happened to them. What a method has returned from is on the
 * disk.
 */
public final class Proposals implements AutoCloseable {
    /** Where they are in the folder of the service. */
    public static final String FOLDER = "proposals";

    static final String JOURNAL = "proposals.jsonl";
    private static final String BACKED_UP = FOLDER + "/" + JOURNAL;

    private static final String ADDRESSES = "addresses.json";
    /** Twice what is enough for nobody ever to guess one. */
    private static final int ID_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Proposal> byId = new LinkedHashMap<>();
    private final Journal journal;
    private final ReaderAddresses addresses;
    private final ProposalLimits limits;
    private final Clock clock;
    private int open;

    private Proposals(Path folder, ProposalLimits limits, Clock clock) throws IOException {
        this.limits = limits;
        this.clock = clock;
        DurableFiles.createPrivateFolder(folder);
        this.journal = Journal.open(folder.resolve(JOURNAL), event -> ProposalEvents.replay(event, byId));
        this.open =
                (int) byId.values().stream().filter(each -> each.state().open()).count();
        this.addresses = new ReaderAddresses(folder.resolve(ADDRESSES), this::needsNoAddress);
    }

    /**
     * Reads what a folder holds, and makes it when there is none. It must be this process's alone.
     *
     * @throws StoreException when it cannot be read or written
     */
    public static Proposals open(Path folder, ProposalLimits limits, Clock clock) {
        try {
            return new Proposals(folder, limits, clock);
        } catch (IOException e) {
            throw StoreException.of("keep proposals", folder, e);
        }
    }

    /** One that is not known may be that of a line that is damaged, and be known again when that is put back. */
    private boolean needsNoAddress(String id) {
        Proposal proposal = byId.get(id);
        return proposal == null ? !journal.lost() : !proposal.state().open();
    }

    /** What of the file is not as it was written, such as {@code line 12 is cut}; all else was read. */
    public List<String> damages() {
        return journal.damages();
    }

    /** Where addresses of readers lie that could not be read at a start, until somebody deletes them; empty when there are none. */
    public Optional<Path> unreadableAddresses() {
        return addresses.aside();
    }

    /**
     * Takes a proposal.
     *
     * @param address where the reader wants an answer; absent when none is wanted
     * @throws ProposalException when it is not one, there are too many, or it could not be written
     */
    public synchronized Proposal receive(ProposalText text, @Nullable String address) {
        ProposalFields.check(text, address, limits);
        if (open >= limits.openMax()) {
            throw new ProposalException(
                    Reason.FULL,
                    open + " proposals wait for an answer, which is the most that may (werkgraaf.proposals.open-max)."
                            + " Try again in a few days.");
        }
        if (journal.bytes() >= limits.journalBytesMax()) {
            throw new ProposalException(
                    Reason.FULL,
                    "The file of proposals has reached the " + limits.journalBytesMax()
                            + " bytes that it may take (werkgraaf.proposals.journal-bytes-max). Tell whoever runs the"
                            + " service.");
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = now();
        try {
            if (address != null) {
                // Before the proposal: an address without one is forgotten at the next start.
                addresses.put(id, address);
            }
            journal.append(ProposalEvents.received(id, now, text));
        } catch (IOException e) {
            forgetQuietly(id, e);
            throw notKept("The proposal", e);
        }
        Proposal proposal = new Proposal(id, byId.size() + 1L, now, text, ProposalState.RECEIVED, now, null);
        byId.put(id, proposal);
        open++;
        return proposal;
    }

    private void forgetQuietly(String id, IOException reason) {
        try {
            addresses.forget(id);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** The proposal of an id, if there is one. */
    public synchronized Optional<Proposal> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them, in the order in which they came. */
    public synchronized Collection<Proposal> all() {
        return List.copyOf(byId.values());
    }

    /** Where the reader wants an answer; empty when none is wanted, or was given already. */
    public Optional<String> address(String id) {
        return addresses.of(id);
    }

    /**
     * Says that a curator looks at it; does nothing when one does already.
     *
     * @throws ProposalException when there is none of that id, it was answered, or it could not be written
     */
    public synchronized Proposal look(String id) {
        Proposal proposal = known(id);
        if (proposal.state() == ProposalState.LOOKING) {
            return proposal;
        }
        requireOpen(proposal);
        return become(proposal, ProposalState.LOOKING, null);
    }

    /**
     * Answers it, and forgets the address of its reader. The same answer once more forgets an address that could not be deleted then.
     *
     * @param accepted whether something was done
     * @param answer what was done, or why not
     * @throws ProposalException when there is none of that id, it was answered before, the answer is empty or too long, or could not be
     *     written
     */
    public synchronized Proposal answer(String id, boolean accepted, String answer) {
        Proposal proposal = known(id);
        ProposalState state = accepted ? ProposalState.ACCEPTED : ProposalState.DECLINED;
        boolean again = proposal.state() == state
                && answer.strip().equals(proposal.answer())
                && addresses.of(id).isPresent();
        if (!again) {
            requireOpen(proposal);
            ProposalFields.checkAnswer(answer, limits);
            proposal = become(proposal, state, answer.strip());
        }
        try {
            addresses.forget(id);
        } catch (IOException e) {
            throw notKept(
                    "The answer is kept. Read the proposal for the address of its reader and send the same answer again:"
                            + " that the address is gone",
                    e);
        }
        return proposal;
    }

    /**
     * Takes away all that the reader and the curator wrote, from the disk too; that there was a proposal stays.
     *
     * @throws ProposalException when there is none of that id, or it could not be written
     */
    public synchronized Proposal remove(String id) {
        Proposal proposal = known(id);
        Proposal removed =
                proposal.state() == ProposalState.REMOVED ? proposal : become(proposal, ProposalState.REMOVED, null);
        try {
            addresses.forget(id);
            journal.rewrite(event -> ProposalEvents.withoutWords(event, id));
            return removed;
        } catch (IOException e) {
            throw notKept("It is shown no more. Remove it again: that its words and its address are gone", e);
        }
    }

    /** What belongs into a backup, by path in the folder of the service: all that happened, in whole lines, and no address. */
    public Map<String, byte[]> toBackUp() {
        try {
            return Map.of(BACKED_UP, journal.copy());
        } catch (IOException e) {
            throw notKept("A copy", e);
        }
    }

    /**
     * The same of a folder that no process has.
     *
     * @param var the folder of the service
     * @throws StoreException when it cannot be read
     */
    public static Map<String, byte[]> toBackUp(Path var) {
        Path file = var.resolve(BACKED_UP);
        try {
            return Files.exists(file) ? Map.of(BACKED_UP, Files.readAllBytes(file)) : Map.of();
        } catch (IOException e) {
            throw StoreException.of("read proposals", var, e);
        }
    }

    private Proposal known(String id) {
        return find(id).orElseThrow(() -> new ProposalException(
                Reason.UNKNOWN, "There is no proposal of that id. Copy the whole of the link that you were given."));
    }

    private static void requireOpen(Proposal proposal) {
        if (!proposal.state().open()) {
            throw new ProposalException(
                    Reason.ANSWERED,
                    "The proposal was " + proposal.state().code() + " at " + proposal.since()
                            + "; an answer stays as it is.");
        }
    }

    private Proposal become(Proposal proposal, ProposalState state, @Nullable String answer) {
        Instant now = now();
        try {
            journal.append(ProposalEvents.became(state, proposal.id(), now, answer));
        } catch (IOException e) {
            throw notKept("The answer", e);
        }
        Proposal next = proposal.in(state, now, answer);
        byId.put(proposal.id(), next);
        if (proposal.state().open() && !state.open()) {
            open--;
        }
        return next;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static ProposalException notKept(String what, IOException e) {
        return new ProposalException(
                Reason.NOT_KEPT, what + " could not be written to the disk (" + e.getMessage() + ").", e);
    }

    @Override
    public void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw notKept("The end", e);
        }
    }
}
