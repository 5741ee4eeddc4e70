package org.werkgraaf.web.ops;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Lets in whoever has the secret of this service; nobody when it has none. */
@Component
public class AdminToken {
    private static final String BEARER = "Bearer ";

    private final WebSettings settings;

    AdminToken(WebSettings settings) {
        this.settings = settings;
    }

    /**
     * Lets the request pass when its header has the token.
     *
     * @param authorization the header; absent when it was not sent
     * @throws RequestException when it is missing or wrong, or there is no token
     */
    public void require(@Nullable String authorization) {
        if (settings.adminToken().isEmpty()) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "What operators do over HTTP is off. Set werkgraaf.admin.token and start again to switch it on.");
        }
        if (!isToken(authorization)) {
            throw new RequestException(
                    ErrorCode.NOT_AUTHORISED, "Send the header Authorization: Bearer with the token of this service.");
        }
    }

    /** Compares in a time that does not tell how much of the token was right. */
    private boolean isToken(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        settings.adminToken().getBytes(StandardCharsets.UTF_8));
    }
}
