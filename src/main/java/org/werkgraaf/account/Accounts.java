package org.werkgraaf.account;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.account.AccountException.Reason;

/** Who may do what. What a method has returned from is on the disk; what another process changed there is seen at the next call. */
public final class Accounts {
    /** Where they are in the folder of the service. */
    public static final String FOLDER = "accounts";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
    /** By these the service, and who holds its secret, stand in logs, histories and commits. */
    private static final Set<String> RESERVED = Set.of(
            "operator", "werkgraaf", "unknown", "system", "admin", "administrator", "root", "anonymous", "nobody");

    private static final int LABEL_MAX = 100;
    private static final int IDENTITY_MAX = 300;

    private final AccountFile file;
    private final AccountLimits limits;
    private final Passwords passwords;
    private final Clock clock;

    /**
     * Reads nothing yet.
     *
     * @param folder where they are; it is made with the first one
     */
    public Accounts(Path folder, AccountLimits limits, Clock clock) {
        this.file = new AccountFile(folder);
        this.limits = limits;
        this.passwords = new Passwords(limits);
        this.clock = clock;
    }

    /** Somebody, with the token by which a program acts for him. */
    public record TokenOwner(Account account, AccessToken token) {}

    /**
     * A token that was made.
     *
     * @param secret the token itself, which nobody can see again
     */
    public record NewToken(AccessToken token, String secret) {}

    /** All of them, in the order in which they came. */
    public List<Account> all() {
        return file.read();
    }

    /** The one of that name. */
    public Optional<Account> find(String name) {
        return all().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    /** The one who is known elsewhere by that. */
    public Optional<Account> byIdentity(String identity) {
        return all().stream()
                .filter(account -> identity.equals(account.identity()))
                .findFirst();
    }

    /** The one whose name and password these are, unless he is kept out; it takes as long when there is none. */
    public Optional<Account> byPassword(String name, String password) {
        Optional<Account> account = find(name);
        boolean right =
                passwords.matches(password, account.map(Account::password).orElse(null));
        return account.filter(known -> right && !known.disabled());
    }

    /** The one whose token that is, unless it has expired or he is kept out. */
    public Optional<TokenOwner> byToken(String secret) {
        if (!secret.startsWith(Secrets.PREFIX)) {
            return Optional.empty();
        }
        byte[] hash = Secrets.hash(secret).getBytes(StandardCharsets.US_ASCII);
        Instant now = clock.instant();
        return all().stream()
                .filter(account -> !account.disabled())
                .flatMap(account -> account.tokens().stream().map(token -> new TokenOwner(account, token)))
                .filter(owner ->
                        MessageDigest.isEqual(hash, owner.token().hash().getBytes(StandardCharsets.US_ASCII)))
                .filter(owner -> owner.token().validAt(now))
                .findFirst();
    }

    /**
     * Adds one.
     *
     * @param password his password; absent when he signs in elsewhere only
     * @param identity who he is elsewhere; absent when he has a password only
     */
    public void add(String name, Role role, @Nullable String password, @Nullable String identity) {
        if (!NAME.matcher(name).matches()) {
            throw AccountException.bad("'" + name
                    + "' cannot be a name: take 1 to 64 letters, digits, and . _ @ - after the first, without spaces.");
        }
        if (RESERVED.contains(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))) {
            throw AccountException.bad(
                    "'" + name + "' cannot be a name: it would be taken for the service, or for who runs"
                            + " it. Take the name of the person.");
        }
        if (password == null && identity == null) {
            throw AccountException.bad("Give " + name + " a password, or say who it is elsewhere.");
        }
        if (identity != null && (identity.isBlank() || identity.length() > IDENTITY_MAX)) {
            throw AccountException.bad("The identity is empty, or longer than " + IDENTITY_MAX + " characters.");
        }
        String hash = password == null ? null : passwords.hash(name, password);
        file.change(accounts -> {
            requireFree(accounts, name, identity);
            List<Account> more = new ArrayList<>(accounts);
            more.add(new Account(name, role, hash, identity, false, now(), 1, List.of()));
            return more;
        });
    }

    private void requireFree(List<Account> accounts, String name, @Nullable String identity) {
        if (accounts.size() >= limits.accountsMax()) {
            throw new AccountException(
                    Reason.TAKEN,
                    "There are " + accounts.size() + " accounts, which is the most (werkgraaf.sign-in.accounts-max).");
        }
        // Two names that differ in capitals only would be taken for one another.
        if (accounts.stream().anyMatch(account -> account.name().equalsIgnoreCase(name))) {
            throw new AccountException(Reason.TAKEN, "There is an account " + name + " already.");
        }
        if (identity != null && accounts.stream().anyMatch(account -> identity.equals(account.identity()))) {
            throw new AccountException(Reason.TAKEN, "There is an account with the identity " + identity + " already.");
        }
    }

    /** Removes one with its tokens; what he did stays. */
    public void remove(String name) {
        file.change(accounts -> {
            known(accounts, name);
            return accounts.stream()
                    .filter(account -> !account.name().equals(name))
                    .toList();
        });
    }

    /** Keeps somebody out, or lets him in again; his sessions end. */
    public void disable(String name, boolean out) {
        change(name, account -> account.disabled(out));
    }

    /** Gives somebody another role; his sessions end. */
    public void role(String name, Role role) {
        change(name, account -> account.withRole(role));
    }

    /** Gives somebody another password; his sessions end. */
    public void password(String name, String password) {
        String hash = passwords.hash(name, password);
        change(name, account -> account.withPassword(hash));
    }

    /** Ends all sessions of somebody. */
    public void endSessions(String name) {
        change(name, Account::withoutSessions);
    }

    /**
     * Makes a token for programs that act for somebody.
     *
     * @param label what it is for
     * @param scopes what it may; some of what he may
     * @param days how long
     */
    public NewToken addToken(String name, String label, Set<Right> scopes, int days) {
        if (days < 1 || days > limits.tokenDaysMax()) {
            throw AccountException.bad("A token lives 1 to " + limits.tokenDaysMax()
                    + " days (werkgraaf.sign-in.token-days-max), and not " + days + ".");
        }
        if (label.isBlank() || label.length() > LABEL_MAX || label.codePoints().anyMatch(Character::isISOControl)) {
            throw AccountException.bad("Say what the token is for, in 1 to " + LABEL_MAX + " characters on one line.");
        }
        if (scopes.isEmpty()) {
            throw AccountException.bad("Say what the token may do: a scope or more.");
        }
        String secret = Secrets.token();
        Instant now = now();
        AccessToken token = new AccessToken(
                Secrets.id(), label.strip(), Secrets.hash(secret), scopes, now, now.plus(Duration.ofDays(days)));
        change(name, account -> {
            if (!account.role().rights().containsAll(scopes)) {
                throw AccountException.bad("A " + account.role().code() + " may not do all of that; a token may "
                        + "do no more than its owner: "
                        + String.join(
                                ", ",
                                account.role().rights().stream()
                                        .map(Right::code)
                                        .toList())
                        + ".");
            }
            List<AccessToken> tokens = new ArrayList<>(account.tokens());
            // What has expired is nothing any more and makes room.
            tokens.removeIf(each -> !each.validAt(now));
            if (tokens.size() >= limits.tokensMax()) {
                throw new AccountException(
                        Reason.TAKEN,
                        account.name() + " has " + tokens.size()
                                + " tokens, which is the most (werkgraaf.sign-in.tokens-max). Revoke one.");
            }
            tokens.add(token);
            return account.withTokens(tokens);
        });
        return new NewToken(token, secret);
    }

    /** Makes a token worth nothing. */
    public void revokeToken(String name, String id) {
        change(name, account -> {
            List<AccessToken> tokens = new ArrayList<>(account.tokens());
            if (!tokens.removeIf(token -> token.id().equals(id))) {
                throw new AccountException(Reason.UNKNOWN, name + " has no token " + id + ".");
            }
            return account.withTokens(tokens);
        });
    }

    private void change(String name, UnaryOperator<Account> change) {
        file.change(accounts -> {
            known(accounts, name);
            return accounts.stream()
                    .map(account -> account.name().equals(name) ? change.apply(account) : account)
                    .toList();
        });
    }

    private static void known(List<Account> accounts, String name) {
        if (accounts.stream().noneMatch(account -> account.name().equals(name))) {
            throw new AccountException(
                    Reason.UNKNOWN, "There is no account " + name + "; account list says which are.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
