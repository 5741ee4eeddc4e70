package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void startsTheServiceWithNothingOrSettings() {
        assertThat(problem()).isEmpty();
        assertThat(problem("--server.port=8081", "--werkgraaf.var=var")).isEmpty();
    }

    @Test
    void takesEachCommandThatItTellsAbout() {
        List<String> told = CommandLine.usage()
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(told).contains(AssistantCommand.NAME, "check-store", "restore");
        assertThat(told).allSatisfy(name -> assertThat(problem(name)).isEmpty());
        assertThat(Commands.NAMES).filteredOn(name -> !told.contains(name)).containsExactly("prepare");
    }

    @Test
    void doesNotStartTheServiceForAWordThatIsNoCommand() {
        assertThat(problem("chek-store"))
                .startsWith("There is no command chek-store.")
                .contains("check-store");
        assertThat(CommandLine.asksForHelp(new String[] {"--help"})).isTrue();
    }

    private static String problem(String... args) {
        return CommandLine.problem(args).orElse("");
    }
}
