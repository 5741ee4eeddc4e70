package org.werkgraaf.web.sign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser without scripts does: keeps cookies, sends forms with their hidden fields, follows no redirect unasked. */
public final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private final String address;

    public Visitor(int port, String address) {
        this.base = "http://localhost:" + port;
        this.address = address;
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path, headers).header("Accept", "text/html");
        return send(request.build());
    }

    /** Sends a form, with the token that the page has in it. */
    public HttpResponse<String> form(String page, String path, String... fields) {
        Matcher csrf = CSRF.matcher(get(page).body());
        if (!csrf.find()) {
            throw new AssertionError("There is no form on " + page);
        }
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", csrf.group(1)));
        return post(path, all.toArray(String[]::new));
    }

    /** Sends fields and nothing else. */
    public HttpResponse<String> post(String path, String... fields) {
        return post(path, List.of(fields), "Accept", "text/html, */*;q=0.5");
    }

    /** The same with headers of its own. */
    public HttpResponse<String> post(String path, List<String> fields, String... headers) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields.get(i), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
        }
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Forgets a cookie, as a browser does that was closed. */
    public void forget(String name) {
        cookies.getCookieStore()
                .getURIs()
                .forEach(uri -> List.copyOf(cookies.getCookieStore().get(uri)).stream()
                        .filter(cookie -> cookie.getName().equals(name))
                        .forEach(cookie -> cookies.getCookieStore().remove(uri, cookie)));
    }

    public HttpResponse<String> signIn(String name, String password) {
        return form("/login", "/login", "name", name, "password", password);
    }

    /** Whether the page of an account is shown. */
    public boolean isSignedIn() {
        return get("/account").statusCode() == 200;
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("X-Forwarded-For", address);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
