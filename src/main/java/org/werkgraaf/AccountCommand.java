package org.werkgraaf;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.account.AccessToken;
import org.werkgraaf.account.Account;
import org.werkgraaf.account.AccountException;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Right;
import org.werkgraaf.account.Role;

/**
 * {@code account}: says who may sign in, beside a running service too.
 *
 * @param verb what is done: {@code add}, {@code token add}
 * @param words the account, and what else has no name
 * @param options what was given, by name
 */
record AccountCommand(String verb, List<String> words, Map<String, String> options) {
    static final String NAME = "account";

    private static final String TOKEN = "token";
    private static final String ROLE = "role";
    private static final String IDENTITY = "identity";
    private static final String STDIN = "password-stdin";
    private static final Set<String> OPTIONS = Set.of(ROLE, IDENTITY, "scope", "days", "label");
    private static final String DAYS = "90";

    /** How many words each takes. */
    private static final Map<String, Integer> VERBS = Map.of(
            "add",
            1,
            "list",
            0,
            "role",
            1,
            "password",
            1,
            "disable",
            1,
            "enable",
            1,
            "remove",
            1,
            "token add",
            1,
            "token list",
            1,
            "token revoke",
            2);

    static final String USAGE = """
            account add NAME --role ROLE            asks for a password; with --identity ID for who signs in elsewhere, none
            account list                            who may sign in
            account role NAME --role ROLE           reader, contributor, curator or publisher
            account password NAME                   asks for another password
            account disable NAME                    keeps somebody out; account enable NAME lets in again
            account remove NAME
            account token add NAME --scope SCOPE,SCOPE --days 90 --label TEXT
            account token list NAME
            account token revoke NAME ID
            A password is typed twice, or read as the first line of what is sent with --password-stdin.
            """;

    /**
     * Reads the arguments.
     *
     * @param args the command itself, what to do, names, options with a value each, and settings of the service
     * @throws IllegalArgumentException when something lacks or is not known, with what to do
     */
    static AccountCommand of(String[] args) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < args.length; i++) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            String before = name.replaceAll("=.*", "");
            if (name.equals(STDIN)) {
                options.put(STDIN, "");
            } else if (OPTIONS.contains(before) && name.contains("=")) {
                options.put(before, name.substring(before.length() + 1));
            } else if (OPTIONS.contains(name) && i + 1 < args.length) {
                i++;
                options.put(name, args[i]);
            } else if (name.isEmpty()) {
                words.add(args[i]);
            } else if (!name.contains("=")) {
                throw new IllegalArgumentException("'" + args[i] + "' is not understood.\n" + USAGE);
            }
        }
        String verb = words.isEmpty() ? "" : words.remove(0);
        if (verb.equals(TOKEN) && !words.isEmpty()) {
            verb += " " + words.remove(0);
        }
        if (!Objects.equals(VERBS.get(verb), words.size())) {
            throw new IllegalArgumentException(
                    words.size() > 1 ? "A password is never an argument, and names have no spaces.\n" + USAGE : USAGE);
        }
        return new AccountCommand(verb, List.copyOf(words), Map.copyOf(options));
    }

    /** Where a password comes from: the console, or what is sent. */
    Supplier<String> password(InputStream in, PrintStream prompt) {
        Console console = options.containsKey(STDIN) ? null : System.console();
        return console == null ? () -> line(in) : () -> typed(console, prompt);
    }

    private static String line(InputStream in) {
        try {
            String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new IllegalArgumentException("The password could not be read: " + e.getMessage(), e);
        }
    }

    private static String typed(Console console, PrintStream prompt) {
        prompt.print("Password: ");
        prompt.flush();
        String once = new String(Objects.requireNonNullElse(console.readPassword(), new char[0]));
        prompt.print("Again: ");
        prompt.flush();
        if (!once.equals(new String(Objects.requireNonNullElse(console.readPassword(), new char[0])))) {
            throw new IllegalArgumentException("These are two different passwords; nothing was changed.");
        }
        return once;
    }

    /**
     * Does it.
     *
     * @return 0 when it was done, 1 when the accounts do not allow it, 2 when they cannot be read or written
     */
    int run(Accounts accounts, Supplier<String> password, PrintStream out) {
        try {
            act(accounts, password, out);
            return 0;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 1;
        } catch (AccountException e) {
            out.println(e.getMessage());
            return switch (e.reason()) {
                case UNKNOWN, TAKEN, BAD_VALUE -> 1;
                case NOT_KEPT, UNREADABLE -> 2;
            };
        }
    }

    private void act(Accounts accounts, Supplier<String> password, PrintStream out) {
        String name = words.isEmpty() ? "" : words.get(0);
        switch (verb) {
            case "add" -> {
                Role role = role();
                String identity = options.get(IDENTITY);
                accounts.add(name, role, identity == null ? password.get() : null, identity);
                out.println(name + " may sign in as " + role.code() + ".");
            }
            case "role" -> {
                accounts.role(name, role());
                out.println(name + " is " + role().code() + " now; who was signed in signs in again.");
            }
            case "password" -> {
                accounts.password(name, password.get());
                out.println(name + " has another password; who was signed in signs in again.");
            }
            case "disable" -> {
                accounts.disable(name, true);
                out.println(name + " is kept out, and so are the tokens of that account.");
            }
            case "enable" -> {
                accounts.disable(name, false);
                out.println(name + " may sign in again.");
            }
            case "remove" -> {
                accounts.remove(name);
                out.println(name + " is removed, with its tokens. What was done under that name stays.");
            }
            case "token add" -> addToken(accounts, name, out);
            case "token revoke" -> {
                accounts.revokeToken(name, words.get(1));
                out.println("The token " + words.get(1) + " is worth nothing any more.");
            }
            case "token list" -> known(accounts, name).tokens().forEach(token -> out.println(line(token)));
            default -> accounts.all().forEach(account -> out.println(line(account)));
        }
    }

    private void addToken(Accounts accounts, String name, PrintStream out) {
        String days = options.getOrDefault("days", DAYS);
        if (!days.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("--days takes a number, and not '" + days + "'.");
        }
        Accounts.NewToken made = accounts.addToken(
                name,
                options.getOrDefault("label", "made by a command"),
                Right.list(required("scope", "what the token may do")),
                Integer.parseInt(days));
        out.println("Token " + made.token().id() + " of " + name + ", until "
                + made.token().expires() + ". It is shown this once:");
        out.println(made.secret());
    }

    private static Account known(Accounts accounts, String name) {
        return accounts.find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no account " + name + "; account list says which are."));
    }

    private Role role() {
        return Role.of(required(ROLE, "what it may do: reader, contributor, curator or publisher"));
    }

    private String required(String option, String what) {
        String value = options.get(option);
        if (value == null) {
            throw new IllegalArgumentException("Say --" + option + ", " + what + ".");
        }
        return value;
    }

    private static String line(Account account) {
        @Nullable String identity = account.identity();
        return String.join(
                "\t",
                account.name(),
                account.role().code(),
                account.disabled() ? "kept out" : "may sign in",
                account.password() == null ? "no password" : "password",
                identity == null ? "no identity" : identity,
                account.tokens().size() + " tokens",
                account.created().toString());
    }

    private static String line(AccessToken token) {
        return String.join(
                "\t",
                token.id(),
                token.label(),
                token.scopes().stream().map(Right::code).collect(Collectors.joining(",")),
                "until " + token.expires());
    }
}
