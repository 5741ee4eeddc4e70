package org.werkgraaf.web.sign;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.werkgraaf.web.OpenIdSettings;

/**
 * The issuer that says who people are, and the only one beside its named hosts that the service asks anything for that. What it
 * says about itself is asked for when the first one signs in, and kept.
 */
final class OpenIdIssuer implements ClientRegistrationRepository {
    static final String REGISTRATION = "issuer";

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final OpenIdSettings settings;
    private final String returnAddress;
    private final JdkClientHttpRequestFactory requests;
    private final Set<String> origins = new TreeSet<>();
    private @Nullable ClientRegistration known;

    /** @param returnAddress where the issuer sends people back to */
    OpenIdIssuer(OpenIdSettings settings, String returnAddress) {
        this.settings = settings;
        this.returnAddress = returnAddress;
        origins.add(origin(URI.create(settings.issuer())));
        settings.hosts().forEach(host -> origins.add("https://" + host));
        Duration wait = Duration.ofMillis(settings.millisMax());
        this.requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(wait)
                .build());
        requests.setReadTimeout(wait);
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(REGISTRATION) ? registration() : null;
    }

    private synchronized ClientRegistration registration() {
        if (known == null) {
            Map<String, Object> said = Objects.requireNonNull(client().get()
                    .uri(settings.issuer().replaceAll("/$", "") + DISCOVERY)
                    .retrieve()
                    .body(new ParameterizedTypeReference<Map<String, Object>>() {}));
            if (!settings.issuer().equals(said.get("issuer"))) {
                throw new IllegalStateException("The issuer says that it is " + said.get("issuer") + ", and not "
                        + settings.issuer() + " (werkgraaf.sign-in.openid.issuer)");
            }
            known = ClientRegistrations.fromOidcConfiguration(said)
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .redirectUri(returnAddress)
                    .scope(settings.claim().equals("email") ? List.of("openid", "email") : List.of("openid", "profile"))
                    .build();
        }
        return known;
    }

    /** For what is asked as a form and answered with tokens. */
    RestClient client() {
        return RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(this::onlyToTheIssuer)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** For its keys. */
    RestTemplate template() {
        RestTemplate template = new RestTemplate(requests);
        template.setInterceptors(List.of(this::onlyToTheIssuer));
        return template;
    }

    private ClientHttpResponse onlyToTheIssuer(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        String origin = origin(request.getURI());
        if (!origins.contains(origin)) {
            throw new IOException("The issuer names an address at " + origin
                    + ", which is neither its own nor named in werkgraaf.sign-in.openid.hosts");
        }
        return execution.execute(request, body);
    }

    /** Over plain HTTP only to this machine. */
    private static String origin(URI uri) {
        String host = String.valueOf(uri.getHost());
        boolean plain = "http".equals(uri.getScheme());
        if (plain && !isThisMachine(host) || !plain && !"https".equals(uri.getScheme())) {
            throw new IllegalStateException("The address " + uri + " of the issuer does not begin with https://");
        }
        return uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost")
                    || host.matches("[0-9.]+") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
