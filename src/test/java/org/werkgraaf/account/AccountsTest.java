package org.werkgraaf.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    private static final String PASSWORD = "paard batterij nietje";
    private static final int CHEAP = 4;
    private static final AccountLimits LIMITS = new AccountLimits(50, 12, CHEAP, 3, 100);

    @TempDir
    private Path folder;

    private Path file;
    private final Later clock = new Later();
    private Accounts accounts;

    @BeforeEach
    void open() {
        file = folder.resolve("accounts/accounts.json");
        accounts = another();
    }

    /** As another process sees them. */
    private Accounts another() {
        return new Accounts(folder.resolve("accounts"), LIMITS, clock);
    }

    @Test
    void nothingIsMadeBeforeTheFirstOne() {
        assertThat(accounts.all()).isEmpty();
        assertThat(accounts.byPassword("ann", PASSWORD)).isEmpty();
        assertThat(accounts.byToken("wg_x")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoIsAddedIsKnownByThePasswordWhichIsNotKept() throws IOException {
        accounts.add("ann", Role.CURATOR, PASSWORD, null);
        assertThat(another().byPassword("ann", PASSWORD)).map(Account::role).contains(Role.CURATOR);
        assertThat(accounts.byPassword("ann", PASSWORD + ".")).isEmpty();
        assertThat(accounts.byPassword("Ann", PASSWORD)).isEmpty();
        assertThat(accounts.byPassword("bo", PASSWORD)).isEmpty();
        assertThat(Files.readString(file)).contains("$2a$04$").doesNotContain(PASSWORD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void whatAnotherProcessChangesIsSeen() {
        accounts.add("ann", Role.CURATOR, PASSWORD, null);
        Accounts command = another();
        int era = accounts.find("ann").orElseThrow().era();
        command.disable("ann", true);
        assertThat(accounts.byPassword("ann", PASSWORD)).isEmpty();
        command.disable("ann", false);
        command.role("ann", Role.READER);
        command.password("ann", "een heel ander woord");
        assertThat(accounts.byPassword("ann", PASSWORD)).isEmpty();
        Account ann = accounts.byPassword("ann", "een heel ander woord").orElseThrow();
        assertThat(ann.role()).isEqualTo(Role.READER);
        assertThat(ann.era()).isEqualTo(era + 4);
        command.remove("ann");
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void nothingIsLostWhenManyWriteAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> all = IntStream.range(0, 24)
                .<Future<?>>mapToObj(
                        i -> threads.submit(() -> another().add("name" + i, Role.READER, null, "identity" + i)))
                .toList();
        for (Future<?> each : all) {
            each.get();
        }
        threads.shutdown();
        assertThat(accounts.all()).hasSize(24);
    }

    @Test
    void aTokenIsKnownUntilItExpiresOrIsRevoked() throws IOException {
        accounts.add("ann", Role.CURATOR, PASSWORD, null);
        Accounts.NewToken made = accounts.addToken("ann", "script", EnumSet.of(Right.CHANGES_PLAN), 90);
        assertThat(made.secret()).matches("wg_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(file)).doesNotContain(made.secret());
        assertThat(another().byToken(made.secret()))
                .hasValueSatisfying(owner -> assertThat(owner.token().scopes()).containsExactly(Right.CHANGES_PLAN));
        assertThat(accounts.byToken(made.secret() + "x")).isEmpty();
        accounts.disable("ann", true);
        assertThat(accounts.byToken(made.secret())).isEmpty();
        accounts.disable("ann", false);
        clock.now = clock.now.plus(Duration.ofDays(90)).minusSeconds(1);
        assertThat(accounts.byToken(made.secret())).isPresent();
        clock.now = clock.now.plusSeconds(1);
        assertThat(accounts.byToken(made.secret())).isEmpty();

        Accounts.NewToken other = accounts.addToken("ann", "script", EnumSet.of(Right.CHANGES_PLAN), 1);
        assertThat(accounts.find("ann").orElseThrow().tokens())
                .as("what has expired is gone")
                .hasSize(1);
        accounts.revokeToken("ann", other.token().id());
        assertThat(accounts.byToken(other.secret())).isEmpty();
        assertThatThrownBy(() -> accounts.revokeToken("ann", other.token().id()))
                .hasMessageContaining("has no token");
    }

    @Test
    void aTokenMayNoMoreThanItsOwner() {
        accounts.add("ann", Role.CONTRIBUTOR, PASSWORD, null);
        assertThatThrownBy(() -> accounts.addToken("ann", "x", EnumSet.of(Right.CHANGES_WRITE), 1))
                .hasMessageContaining("may do no more than its owner: changes:plan");
        Set<Right> some = EnumSet.of(Right.CHANGES_PLAN);
        assertThatThrownBy(() -> accounts.addToken("ann", "x", some, 101)).hasMessageContaining("token-days-max");
        assertThatThrownBy(() -> accounts.addToken("ann", "x", some, 0)).hasMessageContaining("token-days-max");
        assertThatThrownBy(() -> accounts.addToken("ann", " ", some, 1)).hasMessageContaining("what the token is for");
        assertThatThrownBy(() -> accounts.addToken("ann", "x", Set.of(), 1)).hasMessageContaining("a scope or more");
        for (int i = 0; i < 3; i++) {
            accounts.addToken("ann", "x", some, 1);
        }
        assertThatThrownBy(() -> accounts.addToken("ann", "x", some, 1)).hasMessageContaining("tokens-max");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ann", "a b", "-a", "a\nb", "a/b", "<b>", "x\u202e", "operator", "Werkgraaf", "ＡＤＭＩＮ"})
    void aNameIsOneWord(String name) {
        assertThatThrownBy(() -> accounts.add(name, Role.READER, PASSWORD, null))
                .hasMessageContaining("cannot be a name");
    }

    @ParameterizedTest
    @CsvSource({
        "elf letters, fewer than 12",
        "aaaabbbbaaaabbbb, easy to guess",
        "ik heet ann en dat is het, easy to guess"
    })
    void aPasswordIsHardToGuess(String password, String why) {
        assertThatThrownBy(() -> accounts.add("ann", Role.READER, password, null))
                .hasMessageContaining(why);
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void ofALongPasswordNothingIsIgnored() {
        String long72 = "abcdefghi".repeat(8);
        accounts.add("bo", Role.READER, long72, null);
        assertThat(accounts.byPassword("bo", long72)).isPresent();
        assertThat(accounts.byPassword("bo", long72 + "x")).isEmpty();
        assertThatThrownBy(() -> accounts.password("bo", long72 + "x")).hasMessageContaining("72 bytes");
        assertThatThrownBy(() -> accounts.password("bo", "é".repeat(30) + "abcdefghijklm"))
                .hasMessageContaining("72 bytes");
    }

    @Test
    void namesAndIdentitiesAreOnePersons() {
        accounts.add("ann", Role.READER, null, "sub-1");
        assertThat(accounts.byIdentity("sub-1")).map(Account::name).contains("ann");
        assertThat(accounts.byPassword("ann", "")).isEmpty();
        assertThatThrownBy(() -> accounts.add("ANN", Role.READER, PASSWORD, null))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> accounts.add("bo", Role.READER, null, "sub-1")).hasMessageContaining("identity");
        assertThatThrownBy(() -> accounts.remove("bo")).hasMessageContaining("There is no account bo");
        Accounts few = new Accounts(folder.resolve("accounts"), new AccountLimits(1, 12, CHEAP, 1, 1), clock);
        assertThatThrownBy(() -> few.add("bo", Role.READER, PASSWORD, null)).hasMessageContaining("accounts-max");
    }

    /** A guess for a name that there is not must not be answered sooner. */
    @Test
    void unknownNamesTakeAsLong() {
        Accounts slow = new Accounts(folder.resolve("slow"), new AccountLimits(9, 12, 10, 1, 1), clock);
        slow.add("ann", Role.READER, PASSWORD, null);
        slow.add("bo", Role.READER, null, "bo@example.org");
        slow.byPassword("nobody", "x");
        long known = time(() -> slow.byPassword("ann", "not the password"));
        for (String name : List.of("nobody", "bo")) {
            assertThat(time(() -> slow.byPassword(name, "not the password")))
                    .as(name)
                    .isGreaterThan(known / 3);
        }
    }

    private static long time(Runnable guess) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            guess.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    @Test
    void aDamagedFileIsSaidAndNotWrittenOver() throws IOException {
        accounts.add("ann", Role.READER, PASSWORD, null);
        for (String damage : List.of("", "null", "{", "{}", "{\"accounts\":[{\"role\":\"king\"}]}")) {
            Files.writeString(file, damage);
            assertThatThrownBy(() -> accounts.all()).as(damage).hasMessageContaining("cannot be read");
            assertThatThrownBy(() -> accounts.add("bo", Role.READER, PASSWORD, null))
                    .hasMessageContaining("cannot be read");
            assertThat(file).hasContent(damage);
        }
    }

    private static final class Later extends Clock {
        private Instant now = Instant.parse("2026-11-30T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
