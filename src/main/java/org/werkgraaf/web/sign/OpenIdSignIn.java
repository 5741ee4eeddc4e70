package org.werkgraaf.web.sign;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.util.HtmlUtils;
import org.werkgraaf.account.Account;
import org.werkgraaf.account.AccountException;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.web.OpenIdSettings;

/** Signs in who has an account whose identity an issuer of OpenID Connect vouches for; nobody gets an account by that. */
final class OpenIdSignIn {
    /** Where somebody goes who wants to. */
    static final String START = "/login/openid";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignIn.class);
    private static final String RETURN = "/login/return";
    private static final String UNKNOWN = "unknown";
    private static final String EMAIL = "email";

    private final OpenIdSettings settings;
    private final Accounts accounts;
    private final OpenIdIssuer issuer;
    private final OpenIdRequests requests;

    OpenIdSignIn(OpenIdSettings settings, Accounts accounts, String baseUrl, Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.issuer = new OpenIdIssuer(settings, baseUrl + RETURN);
        this.requests = new OpenIdRequests(clock);
    }

    /** The filter that sends somebody to the issuer. */
    Filter start() {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(issuer, START);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        OAuth2AuthorizationRequestRedirectFilter filter = new OAuth2AuthorizationRequestRedirectFilter(resolver);
        filter.setAuthorizationRequestRepository(requests);
        filter.setAuthenticationFailureHandler(OpenIdSignIn::refuse);
        filter.setAuthorizationRedirectStrategy(OpenIdSignIn::sendThere);
        return filter;
    }

    /** A form of ours may lead to no other site, so what was filled in is taken, and the page that follows leads on. */
    private static void sendThere(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (HttpMethod.POST.matches(request.getMethod())) {
            response.setHeader("Refresh", "0;url=" + address);
            response.setContentType("text/html;charset=UTF-8");
            String escaped = HtmlUtils.htmlEscape(address);
            response.getWriter()
                    .write("<!DOCTYPE html><html><head><title>Werkgraaf</title></head><body><p><a href=\"" + escaped
                            + "\">" + escaped + "</a></p></body></html>");
        } else {
            response.sendRedirect(address);
        }
    }

    /** The filter that takes him back. */
    Filter end(
            SecurityContextRepository contexts,
            SessionAuthenticationStrategy begin,
            AuthenticationSuccessHandler signedIn) {
        OAuth2LoginAuthenticationFilter filter = new OAuth2LoginAuthenticationFilter(issuer, new NoClients(), RETURN);
        filter.setAuthorizationRequestRepository(requests);
        filter.setAuthenticationManager(new ProviderManager(provider()));
        filter.setAuthenticationResultConverter(login -> new OAuth2AuthenticationToken(
                ((Vouched) Objects.requireNonNull(login.getPrincipal())).person, List.of(), OpenIdIssuer.REGISTRATION));
        filter.setSecurityContextRepository(contexts);
        filter.setSessionAuthenticationStrategy(begin);
        filter.setAuthenticationSuccessHandler(signedIn);
        filter.setAuthenticationFailureHandler(OpenIdSignIn::refuse);
        return filter;
    }

    private OidcAuthorizationCodeAuthenticationProvider provider() {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(issuer.client());
        OidcAuthorizationCodeAuthenticationProvider provider =
                new OidcAuthorizationCodeAuthenticationProvider(tokens, this::person);
        provider.setJwtDecoderFactory(this::decoder);
        return provider;
    }

    /** Verifies what the issuer signed: by its keys, for this service, now, and for this very request. */
    private JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        String.valueOf(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(algorithms -> algorithms.addAll(
                        List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .restOperations(issuer.template())
                .build();
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }

    private OidcUser person(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        String identity = token.getClaimAsString(settings.claim());
        boolean sure =
                !settings.claim().equals(EMAIL) || Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified"));
        try {
            Account account = sure && identity != null
                    ? accounts.byIdentity(identity)
                            .filter(known -> !known.disabled())
                            .orElse(null)
                    : null;
            if (account == null) {
                throw new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN));
            }
            return new Vouched(new Person(account.name(), account.era()), token);
        } catch (AccountException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("accounts"), e);
        }
    }

    /** Whom the issuer does not know, and whom we do not, is told so; why it failed else is for who runs the service. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        boolean unknown = e instanceof OAuth2AuthenticationException known
                && known.getError().getErrorCode().equals(UNKNOWN);
        LOG.atWarn()
                .addKeyValue("reason", unknown ? "no account has that identity" : reason(e))
                .log("sign-in by the issuer failed");
        SecurityChain.leadTo("/login?problem=" + (unknown ? UNKNOWN : "elsewhere"), response);
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).replaceAll("[\\r\\n]+", " ");
    }

    /** Somebody whom the issuer vouches for and who has an account. */
    private static final class Vouched extends DefaultOidcUser {
        private static final long serialVersionUID = 1L;

        private final Person person;

        Vouched(Person person, OidcIdToken token) {
            super(List.of(), token);
            this.person = person;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Vouched vouched && person.equals(vouched.person);
        }

        @Override
        public int hashCode() {
            return person.hashCode();
        }
    }

    /** What the issuer gives for further questions is forgotten: there are none. */
    private static final class NoClients implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("NullAway") // The interface does not say so, and its callers take null for none.
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Forgotten.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // There is none.
        }
    }
}
