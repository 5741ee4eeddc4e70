package org.werkgraaf.web.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.werkgraaf.web.SignSettings;

class FailedAttemptsTest {
    private static final SignSettings SETTINGS = new SignSettings(true, 12, 1, 3, 5, 60, 1, 1, 1, 1);

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private final FailedAttempts failures = new FailedAttempts(SETTINGS, new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private static FailedAttempts.Attempt attempt(String name, String client) {
        return new FailedAttempts.Attempt(name, client, client.replaceAll(":.*", ""));
    }

    @Test
    void aNameIsLockedUntilItsFailuresAreOld() {
        for (int i = 0; i < 3; i++) {
            assertThat(failures.locked(attempt("ann", "a" + i))).isFalse();
            assertThat(failures.failed(attempt("ann", "a" + i))).isEqualTo(i == 2);
            now = now.plusSeconds(10);
        }
        assertThat(failures.locked(attempt(" Ann ", "b"))).isTrue();
        assertThat(failures.locked(attempt("bo", "b"))).isFalse();
        now = now.plus(Duration.ofSeconds(29));
        assertThat(failures.locked(attempt("ann", "b"))).isTrue();
        now = now.plus(Duration.ofSeconds(2));
        assertThat(failures.locked(attempt("ann", "b")))
                .as("the first one is a minute old")
                .isFalse();
    }

    @Test
    void manyNetworksOfOneOwnerCountTogether() {
        for (int i = 0; i < 5; i++) {
            failures.failed(attempt("name" + i, "site:" + i));
        }
        assertThat(failures.locked(attempt("ann", "site:9"))).isTrue();
        assertThat(failures.locked(attempt("ann", "other:9"))).isFalse();
    }

    @Test
    void whoSignsInIsForgivenButNotHisAddress() {
        for (int i = 0; i < 4; i++) {
            failures.failed(attempt("name" + i, "a"));
        }
        failures.failed(attempt("ann", "b"));
        failures.failed(attempt("ann", "b"));
        failures.succeeded(attempt("ann", "b"));
        failures.failed(attempt("ann", "b"));
        assertThat(failures.locked(attempt("ann", "c"))).isFalse();
        failures.failed(attempt("x", "a"));
        failures.succeeded(attempt("ann", "a"));
        assertThat(failures.locked(attempt("ann", "a"))).isTrue();
    }

    @Test
    void memoryHasAnEnd() {
        for (int i = 0; i < FailedAttempts.KEYS_MAX; i++) {
            failures.failed(attempt("name" + i, "client" + i));
        }
        assertThat(failures.size()).isEqualTo(FailedAttempts.KEYS_MAX);
        now = now.plusSeconds(61);
        assertThat(failures.locked(attempt("x", "x"))).isFalse();
        assertThat(failures.size()).isZero();
    }
}
