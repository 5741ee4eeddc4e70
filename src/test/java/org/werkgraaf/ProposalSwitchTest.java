package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.werkgraaf.account.AccountLimits;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Role;

/** Proposals are taken only where somebody can answer them and they are kept. */
class ProposalSwitchTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "secret, disk, true, , ",
        "'', disk, true, curator, ",
        "'', disk, true, contributor, no account of a curator",
        "'', memory, true, curator, werkgraaf.storage",
        "'', disk, true, , werkgraaf.admin.token",
        "secret, memory, true, , werkgraaf.storage",
        "secret, disk, false, curator, werkgraaf.proposals.enabled"
    })
    void saysWhyTheyAreOff(String token, String storage, String enabled, String role, String why) {
        Map<String, String> given = new HashMap<>();
        given.put("werkgraaf.admin.token", token);
        given.put("werkgraaf.storage", storage);
        given.put("werkgraaf.proposals.enabled", enabled);
        Settings settings =
                new Binder(new MapConfigurationPropertySource(given)).bindOrCreate("werkgraaf", Settings.class);
        Accounts accounts = new Accounts(folder, new AccountLimits(2, 12, 4, 1, 1), Clock.systemUTC());
        if (role != null) {
            accounts.add("ann", Role.of(role), null, "ann@example.org");
        }
        String said = ProposalSwitch.offBecause(settings, accounts);
        if (why == null) {
            assertThat(said).isNull();
        } else {
            assertThat(said).contains(why);
        }
    }
}
