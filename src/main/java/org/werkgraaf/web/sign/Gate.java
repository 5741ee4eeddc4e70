package org.werkgraaf.web.sign;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.werkgraaf.account.AccountException;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Right;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** The one place that decides who a request comes from, and whether that is enough. */
@Component
public class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String BEARER = "Bearer ";

    private final WebSettings settings;
    private final SignSwitch signing;
    private final Accounts accounts;
    private final SignedIn signedIn;

    Gate(WebSettings settings, SignSwitch signing, Accounts accounts, SignedIn signedIn) {
        this.settings = settings;
        this.signing = signing;
        this.accounts = accounts;
        this.signedIn = signedIn;
    }

    /**
     * Lets a request pass whose sender may do something, and writes down who did: by the secret of the service, by a token of an account,
     * or by having signed in.
     *
     * @throws RequestException when nobody can be let in here, when it is not said who asks, or when that is not enough
     */
    public Caller require(HttpServletRequest request, Right right) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean operator = isOperator(authorization);
        if (!operator && settings.adminToken().isEmpty() && !signing.on()) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "What operators do over HTTP is off. Set werkgraaf.admin.token and start again, or add an account, to"
                            + " switch it on.");
        }
        Caller caller = operator
                ? new Caller(null, EnumSet.allOf(Right.class))
                : person(authorization)
                        .orElseThrow(() -> new RequestException(
                                ErrorCode.NOT_AUTHORISED,
                                "Send the header Authorization: Bearer with the token of this service or of an"
                                        + " account."));
        if (!caller.rights().contains(right)) {
            throw new RequestException(
                    ErrorCode.NOT_ALLOWED,
                    "This needs '" + right.code() + "', which " + caller.shown()
                            + " may not do by this way. Ask for another" + " role, or take a token with that scope.");
        }
        LOG.atInfo()
                .addKeyValue("account", caller.shown())
                .addKeyValue("right", right.code())
                .addKeyValue("method", request.getMethod())
                .log("let in");
        return caller;
    }

    private boolean isOperator(@Nullable String authorization) {
        return !settings.adminToken().isEmpty()
                && authorization != null
                && authorization.startsWith(BEARER)
                // Takes a time that does not tell how much of it was right.
                && MessageDigest.isEqual(
                        authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        settings.adminToken().getBytes(StandardCharsets.UTF_8));
    }

    /** A header counts even if it is wrong: who sends one does not mean to be somebody else. */
    private Optional<Caller> person(@Nullable String authorization) {
        if (!signing.on()) {
            return Optional.empty();
        }
        if (authorization == null) {
            return signedIn.account()
                    .map(account -> new Caller(account.name(), account.role().rights()));
        }
        if (!authorization.startsWith(BEARER)) {
            return Optional.empty();
        }
        try {
            return accounts.byToken(authorization.substring(BEARER.length())).map(owner -> {
                Set<Right> rights = owner.account().role().rights();
                rights.retainAll(owner.token().scopes());
                return new Caller(owner.account().name(), rights);
            });
        } catch (AccountException e) {
            throw SignSwitch.told(e);
        }
    }
}
