package org.werkgraaf.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** Whatever the service shows as a page, it has in Markdown too. */
@PackagedServiceTest
class PagesInMarkdownTest {
    /** Pages without data of their own, and why. */
    private static final Map<String, String> WITHOUT = Map.of(
            "/sparql-editor", "a tool to write in; its answers come from /sparql",
            "/docs", "a tool that shows /openapi.json",
            "/embed/{type}/{slug}", "a card for a frame on other sites; /id/{type}/{slug}.md has its data",
            "/embed/timeline", "a card for a frame on other sites; /timeline.md has its data",
            "/embed/matrix", "a card for a frame on other sites; /matrix.md has its data",
            "/embed/fines", "a card for a frame on other sites; /fines.md has its data",
            "/embed/questions/{name}", "a card for a frame on other sites; /questions/<name>.md has its data",
            "/embed/compare", "a card for a frame on other sites; /compare.md has its data");

    /** The longest document that an assistant should be given at once, in characters. */
    private static final int SMALL = 80_000;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyPageIsInMarkdownTooOrHasAReasonNotTo() {
        Service service = new Service(port);
        List<String> wrong = new ArrayList<>();
        TreeSet<String> reasons = new TreeSet<>(WITHOUT.keySet());
        for (PathPattern pattern : patterns()) {
            List<String> pages = pages(pattern);
            if (pages.isEmpty()) {
                continue;
            }
            reasons.remove(pattern.getPatternString());
            if (!WITHOUT.containsKey(pattern.getPatternString())) {
                pages.forEach(page -> problem(service, page).ifPresent(wrong::add));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(reasons).as("reasons for pages that there are not").isEmpty();
    }

    /** What no address of the sample asks for could be a page that nobody looks at here. */
    @Test
    void theSampleHasAnAddressOfEveryRoute() {
        List<String> unknown = patterns().stream()
                // Answers errors, at whatever address they are made.
                .filter(pattern -> !pattern.getPatternString().equals("/error"))
                .filter(pattern -> Address.sample().stream().noneMatch(address -> matches(pattern, address.path())))
                .map(PathPattern::getPatternString)
                .toList();
        assertThat(unknown).isEmpty();
    }

    private static Optional<String> problem(Service service, String page) {
        HttpResponse<String> byAccept = service.get(page, "Accept", "text/markdown");
        String type = byAccept.headers().firstValue("Content-Type").orElse("");
        int question = page.indexOf('?');
        String path = question < 0 ? page : page.substring(0, question);
        String named = (path.equals("/") ? "/index" : path.replaceFirst("/$", "")) + ".md"
                + (question < 0 ? "" : page.substring(question));
        HttpResponse<String> bySuffix = service.get(named);
        if (byAccept.statusCode() != 200 || !type.equals("text/markdown;charset=UTF-8")) {
            return Optional.of(page + " by Accept: " + byAccept.statusCode() + " " + type);
        }
        if (!byAccept.body().equals(bySuffix.body())) {
            return Optional.of(named + " is not what " + page + " gives by Accept: " + bySuffix.statusCode());
        }
        if (!byAccept.body().startsWith("# ")) {
            return Optional.of(page + " has no title");
        }
        return byAccept.body().length() > SMALL
                ? Optional.of(page + " has " + byAccept.body().length() + " characters")
                : Optional.empty();
    }

    /** Of what is answered to GET. */
    private List<PathPattern> patterns() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().isEmpty()
                        || info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(PagesInMarkdownTest::patterns)
                .toList();
    }

    private static Stream<PathPattern> patterns(RequestMappingInfo info) {
        return Stream.ofNullable(info.getPathPatternsCondition())
                .flatMap(condition -> condition.getPatterns().stream());
    }

    private List<String> pages(PathPattern pattern) {
        return Address.sample().stream()
                .filter(address -> address.type().equals("text/html") && address.status() == 200)
                .map(Address::path)
                .filter(path -> matches(pattern, path) && isBest(pattern, path))
                .limit(3)
                .filter(this::isPage)
                .toList();
    }

    /** Whether the address is a page itself, rather than leading to one. */
    private boolean isPage(String path) {
        try {
            HttpResponse<Void> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200
                    && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isBest(PathPattern pattern, String path) {
        return patterns().stream()
                .filter(other -> matches(other, path))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(best -> best.equals(pattern))
                .orElse(false);
    }

    private static boolean matches(PathPattern pattern, String path) {
        return pattern.matches(PathContainer.parsePath(path.replaceFirst("\\?.*", "")));
    }
}
