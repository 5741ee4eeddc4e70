package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Proposals are taken only where somebody can answer them and they are kept. */
class ProposalSwitchTest {
    @ParameterizedTest
    @CsvSource({
        "secret, disk, true, ",
        "'', disk, true, werkgraaf.admin.token",
        "secret, memory, true, werkgraaf.storage",
        "secret, disk, false, werkgraaf.proposals.enabled"
    })
    void saysWhyTheyAreOff(String token, String storage, String enabled, String why) {
        Map<String, String> given = new HashMap<>();
        given.put("werkgraaf.admin.token", token);
        given.put("werkgraaf.storage", storage);
        given.put("werkgraaf.proposals.enabled", enabled);
        Settings settings =
                new Binder(new MapConfigurationPropertySource(given)).bindOrCreate("werkgraaf", Settings.class);
        String said = ProposalSwitch.offBecause(settings);
        if (why == null) {
            assertThat(said).isNull();
        } else {
            assertThat(said).contains(why);
        }
    }
}
