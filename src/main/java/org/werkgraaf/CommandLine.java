package org.werkgraaf;

import java.util.List;
import java.util.Optional;

/** What may stand first after {@code java -jar werkgraaf.jar}. */
final class CommandLine {
    private static final List<String> HELP = List.of("help", "--help", "-h");

    private static final String USAGE = """
            Without a command the service starts. Settings stand behind it as --server.port=..., see docs/operations.md.

              check                says whether the content is good
              publish              makes a release of the content
              dumps FOLDER         writes the content as files to download
              check-store          holds every file and graph of the release against what was published
              check-index          holds every document of the index against the graph
              backup FILE          writes the release into one file
              restore FILE         puts a release back that a backup holds
              change FILE          writes a change into the files: --data DIR --author NAME --reason TEXT, --revert ID,
                                   --merge ID --into ID, or --split ID --into ID --passages ID,ID
              account ...          says who may sign in: add NAME --role ROLE, list, password NAME, token add NAME --scope ...
              bundle FOLDER        writes the release as a bundle for readers to follow
              withdraw FOLDER ID   has readers go back from a release to the one before
              audit                draws statements to be held against their sources: --sample 60 --seed 7
              mcp                  speaks with an assistant over standard input and output
            """;

    private CommandLine() {}

    /** Whether somebody asks what there is. */
    static boolean asksForHelp(String[] args) {
        return args.length > 0 && HELP.contains(args[0]);
    }

    /** The commands, a line each. */
    static String usage() {
        return USAGE;
    }

    /** Why nothing can be done with the arguments; empty when something can. */
    static Optional<String> problem(String[] args) {
        boolean known = args.length == 0
                || args[0].startsWith("--")
                || Commands.NAMES.contains(args[0])
                || args[0].equals(AssistantCommand.NAME)
                || args[0].equals(Training.COMMAND);
        return known ? Optional.empty() : Optional.of("There is no command " + args[0] + ".\n" + USAGE);
    }
}
