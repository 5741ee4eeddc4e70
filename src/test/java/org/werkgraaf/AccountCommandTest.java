package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is given in a shell, with the password on standard input. */
class AccountCommandTest {
    static {
        JenaSystem.init();
    }

    @TempDir
    private Path var;

    private Run run(String input, String... words) {
        InputStream before = System.in;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> args = new ArrayList<>(List.of("account"));
        args.addAll(List.of(words));
        args.add("--werkgraaf.var=" + var);
        args.add("--werkgraaf.sign-in.password-cost=4");
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            int code = Commands.run(
                    "account", args.toArray(String[]::new), new PrintStream(bytes, true, StandardCharsets.UTF_8));
            return new Run(code, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void addsListsAndRemoves() throws Exception {
        assertThat(run("", "list")).isEqualTo(new Run(0, ""));
        assertThat(var).isEmptyDirectory();
        Run added = run("paard batterij nietje\nnot read\n", "add", "ann", "--role", "curator", "--password-stdin");
        assertThat(added).isEqualTo(new Run(0, "ann may sign in as curator.\n"));
        assertThat(run("", "add", "bo", "--role=publisher", "--identity", "bo@example.org")
                        .code())
                .isZero();
        assertThat(run("", "list").out())
                .contains("ann\tcurator\tmay sign in\tpassword\tno identity\t0 tokens")
                .contains("bo\tpublisher\tmay sign in\tno password\tbo@example.org");
        assertThat(Files.readString(var.resolve("accounts/accounts.json"))).doesNotContain("batterij");

        Run token = run("", "token", "add", "ann", "--scope", "changes:write,changes:plan", "--days", "30");
        assertThat(token.out()).containsPattern("Token [0-9a-f]{12} of ann, until .* shown this once:\nwg_\\S{43}\n$");
        String id = token.out().substring(6, 18);
        assertThat(run("", "token", "list", "ann").out())
                .startsWith(id + "\tmade by a command\tchanges:plan,changes:write");
        assertThat(run("", "token", "revoke", "ann", id).code()).isZero();
        assertThat(run("", "token", "list", "ann").out()).isEmpty();

        assertThat(run("", "disable", "ann").out()).contains("kept out");
        assertThat(run("", "list").out()).contains("ann\tcurator\tkept out");
        assertThat(run("", "enable", "ann").code()).isZero();
        assertThat(run("", "role", "ann", "--role", "reader").code()).isZero();
        assertThat(run("een ander lang woord\n", "password", "ann", "--password-stdin")
                        .code())
                .isZero();
        assertThat(run("", "remove", "ann").code()).isZero();
        assertThat(run("", "remove", "ann"))
                .isEqualTo(new Run(1, "There is no account ann; account list says which are.\n"));
    }

    @Test
    void saysWhatLacks() throws Exception {
        assertThat(run("").out()).startsWith("account add NAME");
        assertThat(run("", "add", "ann", "paard batterij nietje").out()).startsWith("A password is never an argument");
        assertThat(run("", "add", "ann", "--password", "x").out()).startsWith("'--password' is not understood");
        assertThat(run("", "add", "ann").out()).startsWith("Say --role");
        assertThat(run("", "add", "ann", "--role", "king").out()).contains("There is no role 'king'");
        assertThat(run("short\n", "add", "ann", "--role", "reader", "--password-stdin"))
                .extracting(Run::code)
                .isEqualTo(1);
        run("paard batterij nietje\n", "add", "ann", "--role", "reader", "--password-stdin");
        assertThat(run("", "token", "add", "ann").out()).startsWith("Say --scope");
        assertThat(run("", "token", "add", "ann", "--scope", "all").out()).contains("There is no scope 'all'");
        assertThat(run("", "token", "add", "ann", "--scope", "changes:plan", "--days", "x")
                        .out())
                .contains("--days takes a number");
        assertThat(run("", "token", "list", "bo").out()).contains("There is no account bo");
        Files.writeString(var.resolve("accounts/accounts.json"), "{");
        assertThat(run("", "list")).extracting(Run::code).isEqualTo(2);
    }

    private record Run(int code, String out) {}
}
