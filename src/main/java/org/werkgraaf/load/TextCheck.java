package org.werkgraaf.load;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what is wrong with the text of a file before its grammar is looked at: what a parser would take, or mend, in silence. */
final class TextCheck {
    /** Not after a space either, as the dot may stand on a line of its own, behind remarks. */
    private static final Pattern PREFIX_WITHOUT_DOT =
            Pattern.compile("(?m)^[ \\t]*@(?:prefix\\s+[^\\s:]*:|base)\\s*<[^>\\n]*>(?!(?:\\s|#[^\\n]*\\n)*+\\.)");
    /** An escape of Turtle for what XML 1.0 cannot hold. */
    private static final Pattern CONTROL_ESCAPED = Pattern.compile(
            "\\\\(?:[bf]|(?:u|U0000)(?:00(?:0[0-8BCEFbcef]|1[0-9A-Fa-f])|[Ff]{3}[EFef]|[Dd][89A-Fa-f][0-9A-Fa-f]{2}))");

    private TextCheck() {}

    /** The first problem of a file's text, with its line; empty when the text is sound. */
    static Optional<LoadProblem> of(ContentFile file) {
        Optional<LoadProblem> encoding = encoding(file);
        if (encoding.isPresent()) {
            return encoding;
        }
        String text = file.text();
        int lost = text.indexOf('\uFFFD');
        if (lost >= 0) {
            return Optional.of(problem(
                    file,
                    text,
                    lost,
                    "The text has the sign U+FFFD, which stands for a letter that was lost when the file was saved.",
                    "Write the letter that belongs there, and save the file as UTF-8."));
        }
        if (!isTurtle(file)) {
            return Optional.empty();
        }
        int control = control(text);
        if (control >= 0) {
            return Optional.of(problem(
                    file,
                    text,
                    control,
                    "The text has a control character or half of a character, which XML and JSON readers refuse.",
                    "Delete it, or write the character that was meant."));
        }
        Matcher prefix = PREFIX_WITHOUT_DOT.matcher(text);
        return prefix.find()
                ? Optional.of(problem(
                        file,
                        text,
                        prefix.end() - 1,
                        "The line that begins with @ has no dot at its end.",
                        "End it with a dot, or begin it with PREFIX or BASE, which need none."))
                : Optional.empty();
    }

    /** Where a text has, as itself or as an escape, what XML 1.0 cannot hold; -1 when it has nothing of the kind. */
    private static int control(String text) {
        Matcher escaped = CONTROL_ESCAPED.matcher(text);
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each < ' ' && each != '\t' && each != '\n' && each != '\r' || each >= '\uFFFE') {
                return at;
            }
            if (each == '\\') {
                if (escaped.region(at, text.length()).lookingAt()) {
                    return at;
                }
                // Of two backslashes the second escapes nothing.
                at++;
            }
        }
        return -1;
    }

    private static boolean isTurtle(ContentFile file) {
        return file.path().endsWith(".ttl") || file.path().endsWith(".trig");
    }

    private static Optional<LoadProblem> encoding(ContentFile file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(file.bytes());
        CoderResult result = decoder.decode(bytes, CharBuffer.allocate(file.bytes().length + 1), true);
        if (!result.isError()) {
            return Optional.empty();
        }
        int at = bytes.position();
        String before = new String(file.bytes(), 0, at, StandardCharsets.UTF_8);
        return Optional.of(problem(
                file,
                before,
                before.length(),
                String.format("The file is not in UTF-8: here stands the byte %02X.", file.bytes()[at]),
                "Save the file as UTF-8; it is perhaps in Windows-1252, as some editors save by themselves."));
    }

    private static LoadProblem problem(ContentFile file, String text, int at, String reason, String solution) {
        long line =
                1 + text.substring(0, at).chars().filter(each -> each == '\n').count();
        return new LoadProblem(file.path(), line, at - text.lastIndexOf('\n', at - 1), reason, solution);
    }
}
