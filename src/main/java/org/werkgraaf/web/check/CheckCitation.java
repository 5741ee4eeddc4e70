package org.werkgraaf.web.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.web.quote.Frozen;
import org.werkgraaf.web.quote.Reference;
import org.werkgraaf.web.text.PageText;

/**
 * How an answer is cited: with the day for which was asked, which stands in the address even when it was left out.
 *
 * @param title what was asked, in words
 * @param reference for reference managers
 * @param digest what the answer is, in short: it changes when a norm, its state or its reasons do
 * @param frozen address that tells whether the answer is still the same
 */
record CheckCitation(String title, Reference reference, String digest, String frozen) {
    private static final List<String> NAMED =
            List.of("technique", "data", "purpose", "decision", "jurisdiction", "status", "sector");
    private static final int DAY_LENGTH = 10;

    static CheckCitation of(CheckAnswer answer, PageText text, Map<String, String[]> given, String baseUrl) {
        Map<String, String[]> dated = CheckLinks.replace(given, Map.of("on", answer.on()));
        dated.remove("open");
        String address = CheckLinks.page(dated);
        String digest = digest(answer);
        String title = title(answer, text);
        Reference reference = new Reference(
                "check/" + digest,
                "Check",
                null,
                text.message("nav.check"),
                title,
                answer.lang(),
                List.of(),
                null,
                answer.release().substring(0, DAY_LENGTH),
                Map.of(),
                null,
                baseUrl + address,
                answer.release(),
                answer.release().substring(0, DAY_LENGTH));
        return new CheckCitation(title, reference, digest, Frozen.link(answer.release(), digest, address));
    }

    /** What is asked, and for which day. */
    static String title(CheckAnswer answer, PageText text) {
        return text.message("check.cited", named(answer), text.day(answer.on()));
    }

    /** What is asked, by the names of the things that were given. */
    static String named(CheckAnswer answer) {
        return NAMED.stream()
                .flatMap(name -> answer.given().getOrDefault(name, List.of()).stream())
                .map(answer::label)
                .collect(Collectors.joining(", "));
    }

    private static String digest(CheckAnswer answer) {
        return EntityIndex.digest(Stream.concat(
                Stream.of("on " + answer.on()),
                answer.outcomes().stream()
                        .map(norm -> String.join(
                                "\n",
                                norm.norm(),
                                norm.state(),
                                norm.from() + " " + norm.until(),
                                String.join(" ", norm.provisions()),
                                String.join(" ", norm.missing()),
                                norm.reasons().stream()
                                        .map(reason -> reason.criterion() + " " + reason.holds() + " "
                                                + reason.passage() + " " + reason.verification())
                                        .collect(Collectors.joining("\n"))))));
    }
}
