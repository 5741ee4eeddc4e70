package org.werkgraaf.curate;

import java.nio.file.Path;
import java.time.Clock;

/** Sends and answers proposals until it is killed, and says each thing that was acknowledged. */
final class EndlessReaders {
    static final String RECEIVED = "received ";
    static final String ANSWERED = "answered ";
    static final ProposalLimits LIMITS = new ProposalLimits(100_000, 100_000_000, 1000, 100);

    private EndlessReaders() {}

    public static void main(String[] args) {
        Proposals proposals = Proposals.open(Path.of(args[0]), LIMITS, Clock.systemUTC());
        for (int writer = 0; writer < 3; writer++) {
            String name = "writer " + writer;
            new Thread(() -> {
                        for (int n = 0; ; n++) {
                            String id = proposals
                                    .receive(
                                            new ProposalText("case/x", "whole", null, name, null, null, "nl", "r"),
                                            "reader" + n + "@example.org")
                                    .id();
                            say(RECEIVED + id);
                            if (n % 2 == 0) {
                                proposals.answer(id, true, "done");
                                say(ANSWERED + id);
                            }
                        }
                    })
                    .start();
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
