package org.werkgraaf.web.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** A small issuer of OpenID Connect on this machine: the code flow with PKCE, signed tokens, and a memory of who asked what. */
final class Issuer implements AutoCloseable {
    static final String CLIENT = "werkgraaf";
    static final String SECRET = "between us";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Map<String, Object> person = Map.of();
    private volatile UnaryOperator<JWTClaimsSet.Builder> twist = UnaryOperator.identity();
    private volatile boolean otherKey;
    private volatile String keysAt = "/keys";

    Issuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k1").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who is in front of the screen of the issuer. */
    void person(Map<String, Object> claims) {
        person = claims;
        twist = UnaryOperator.identity();
        otherKey = false;
    }

    /** Has what it signs differ from what it should. */
    void twist(UnaryOperator<JWTClaimsSet.Builder> change) {
        twist = change;
    }

    void signWithAnotherKey() {
        otherKey = true;
    }

    void keysAt(String address) {
        keysAt = address;
    }

    /** The paths that it was asked for. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            switch (path) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, discovery());
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                case "/keys" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
                default -> send(exchange, 404, "{}");
            }
        }
    }

    private String discovery() {
        Map<String, Object> said = new HashMap<>();
        said.put("issuer", address());
        said.put("authorization_endpoint", address() + "/authorize");
        said.put("token_endpoint", address() + "/token");
        said.put("jwks_uri", keysAt.startsWith("/") ? address() + keysAt : keysAt);
        said.put("subject_types_supported", List.of("public"));
        said.put("response_types_supported", List.of("code"));
        said.put("id_token_signing_alg_values_supported", List.of("RS256"));
        said.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
        return JSON.writeValueAsString(said);
    }

    /** Somebody has said at the issuer that it is him. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        String code = "code" + count.incrementAndGet();
        codes.put(code, query);
        exchange.getResponseHeaders()
                .add("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> given =
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> before = codes.remove(given.getOrDefault("code", ""));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
        boolean good = before != null
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && given.get("redirect_uri").equals(before.get("redirect_uri"))
                && before.get("code_challenge").equals(challenge(given.getOrDefault("code_verifier", "")));
        send(
                exchange,
                good ? 200 : 400,
                good
                        ? JSON.writeValueAsString(Map.of(
                                "access_token",
                                "nothing",
                                "token_type",
                                "Bearer",
                                "expires_in",
                                60,
                                "id_token",
                                signed(before.get("nonce"))))
                        : "{\"error\":\"invalid_grant\"}");
    }

    private String signed(String nonce) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(CLIENT)
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("nonce", nonce);
        person.forEach(claims::claim);
        try {
            RSAKey signing = otherKey ? new RSAKeyGenerator(2048).keyID("k1").generate() : key;
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
                    twist.apply(claims).build());
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
