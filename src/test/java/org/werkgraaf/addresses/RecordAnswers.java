package org.werkgraaf.addresses;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes what a running service answers at each address of the sample, a file per address, without what differs from
 * run to run. Record before and after a change that should change nothing, and compare with {@code diff -ru}.
 */
public final class RecordAnswers {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What differs from run to run, and what stands for it in the record. */
    private static final List<Noise> NOISE = List.of(
            new Noise("/r/\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{8}/[0-9a-f]{16}", "/r/RELEASE/DIGEST"),
            new Noise("\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{8}", "RELEASE"),
            new Noise("\\b[0-9a-f]{64}\\b", "SHA256"),
            new Noise("-[0-9a-f]{32}\\.(css|js|svg|png|woff2)", "-HASH.$1"),
            new Noise("\"tookMillis\":\\s*\\d+", "\"tookMillis\":0"),
            new Noise("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z?", "INSTANT"),
            new Noise("cursor=[\\w%-]+", "cursor=CURSOR"));

    private static final Pattern DESCRIPTION =
            Pattern.compile("(?s)(?<=<script type=\"application/ld\\+json\">).*?(?=</script>)");

    private RecordAnswers() {}

    /**
     * Entry point.
     *
     * @param arguments address of the service, such as {@code http://localhost:8080}, and the folder to write to
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2) {
            System.err.println("Give the address of a running service and a folder to write to.");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        int number = 0;
        for (Address address : Address.sample()) {
            number++;
            Files.writeString(folder.resolve(fileName(number, address)), answer(arguments[0], address));
        }
        System.out.println(number + " answers in " + folder);
    }

    private static String answer(String base, Address address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + address.path()))
                .header("Accept", address.type() + ", */*;q=0.1")
                .timeout(PATIENCE)
                .build();
        HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        StringBuilder text = new StringBuilder(address.path() + "\n" + response.statusCode() + "\n");
        for (String name : List.of(
                "Content-Type", "Content-Language", "Location", "Link", "Werkgraaf-Total", "Werkgraaf-Complete")) {
            response.headers()
                    .allValues(name)
                    .forEach(value ->
                            text.append(name).append(": ").append(value).append('\n'));
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        String body = type.startsWith("image/")
                ? HexFormat.of().formatHex(response.body())
                : new String(response.body(), StandardCharsets.UTF_8);
        return withoutNoise(
                text.append('\n').append(inLines(type, body)).append('\n').toString(), base);
    }

    /** A line per tag or member, so that a difference shows where it is; sorted where order says nothing. */
    private static String inLines(String type, String body) {
        if (type.contains("ld+json")) {
            return sorted(body, "[{}\\[\\],]");
        }
        if (type.contains("turtle")) {
            return sorted(body, "[;,.\\[\\]]?\\s+");
        }
        if (type.contains("n-triples") || type.contains("rdf+xml")) {
            return sorted(body, "\n");
        }
        if (type.contains("html")) {
            return DESCRIPTION
                    .matcher(body)
                    .replaceAll(found -> Matcher.quoteReplacement(sorted(found.group(), "[{}\\[\\],]")))
                    .replaceAll("\\s*<", "\n<");
        }
        if (type.contains("xml")) {
            return body.replaceAll("\\s*<", "\n<");
        }
        return type.contains("json") ? body.replaceAll(",(?=[\"{\\[])", ",\n") : body;
    }

    private static String sorted(String body, String separator) {
        return Arrays.stream(body.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String withoutNoise(String text, String base) {
        String quiet = text.replace(base, "http://localhost:8080");
        for (Noise noise : NOISE) {
            quiet = noise.pattern.matcher(quiet).replaceAll(noise.instead);
        }
        return quiet.replace(org.werkgraaf.web.text.Days.today().toString(), "TODAY");
    }

    private static String fileName(int number, Address address) {
        String name = address.path().substring(1).replaceAll("[^\\w.-]+", "-");
        return String.format("%03d-%s.txt", number, name.substring(0, Math.min(100, name.length())));
    }

    private record Noise(Pattern pattern, String instead) {
        Noise(String pattern, String instead) {
            this(Pattern.compile(pattern), instead);
        }
    }
}
