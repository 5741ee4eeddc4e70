package org.werkgraaf.web.sign;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.account.Account;
import org.werkgraaf.account.AccountException;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Passwords;
import org.werkgraaf.account.Right;
import org.werkgraaf.web.SignSettings;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.PageText;

/** {@code /account}: what somebody may do, and the tokens and the password of that account. */
@Controller
@Hidden
class AccountController {
    private static final Logger LOG = LoggerFactory.getLogger(AccountController.class);
    private static final String PATH = "/account";
    private static final String LOGIN = "/login";
    private static final String ACCOUNT = "account";

    private final SignSwitch signing;
    private final SignedIn signedIn;
    private final Accounts accounts;
    private final SignSettings settings;
    private final ObjectProvider<SecurityChain> security;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final Clock clock;

    AccountController(
            SignSwitch signing,
            SignedIn signedIn,
            Accounts accounts,
            SignSettings settings,
            ObjectProvider<SecurityChain> security,
            ReaderLanguage languages,
            MessageSource messages,
            Clock clock) {
        this.signing = signing;
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.settings = settings;
        this.security = security;
        this.languages = languages;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A token as its owner sees it.
     *
     * @param id names it
     * @param label what it is for
     * @param scopes what it may, in code
     * @param until its last day, in words
     * @param expired whether that was before now
     */
    record OwnToken(String id, String label, List<String> scopes, String until, boolean expired) {}

    @GetMapping(PATH)
    Object page(HttpServletRequest request, HttpServletResponse response) {
        return asOwner(account -> page(account, null, request, response));
    }

    @PostMapping(PATH + "/password")
    Object password(HttpServletRequest request, HttpServletResponse response) {
        return asOwner(account -> {
            String next = value(request, "next");
            if (!next.equals(value(request, "again"))) {
                return refused(account, "again", request, response);
            }
            String problem = problem(account, value(request, "current"), next, request);
            if (problem != null) {
                return refused(account, problem, request, response);
            }
            end(request);
            LOG.atInfo().addKeyValue(ACCOUNT, account.name()).log("password changed");
            return to(LOGIN + "?problem=changed");
        });
    }

    /** Why the password stays; nothing when it is another one now. */
    private @Nullable String problem(Account account, String current, String next, HttpServletRequest request) {
        try {
            Optional<Account> sure =
                    security.getObject().passwords().find(SecurityChain.attempt(request, account.name()), current);
            if (sure.isEmpty()) {
                return "current";
            }
            accounts.password(account.name(), next);
            return null;
        } catch (AuthenticationException e) {
            return String.valueOf(e.getMessage());
        } catch (AccountException e) {
            if (e.reason() == AccountException.Reason.BAD_VALUE) {
                return "next";
            }
            throw e;
        }
    }

    @PostMapping(PATH + "/tokens")
    Object addToken(HttpServletRequest request, HttpServletResponse response) {
        return asOwner(account -> {
            try {
                Accounts.NewToken made = accounts.addToken(
                        account.name(), value(request, "label"), scopes(request), days(value(request, "days")));
                LOG.atInfo()
                        .addKeyValue(ACCOUNT, account.name())
                        .addKeyValue("token", made.token().id())
                        .log("token made");
                Account after = accounts.find(account.name()).orElse(account);
                ModelAndView page = page(after, null, request, response);
                page.addObject("made", made);
                return page;
            } catch (AccountException e) {
                return switch (e.reason()) {
                    case TAKEN -> refused(account, "tokens", request, response);
                    case BAD_VALUE -> refused(account, "token", request, response);
                    default -> throw e;
                };
            }
        });
    }

    @PostMapping(PATH + "/revoke")
    Object revoke(HttpServletRequest request) {
        return asOwner(account -> {
            String token = value(request, "token");
            // Sent twice, it is gone as well.
            if (account.tokens().stream().anyMatch(each -> each.id().equals(token))) {
                accounts.revokeToken(account.name(), token);
                LOG.atInfo()
                        .addKeyValue(ACCOUNT, account.name())
                        .addKeyValue("token", token)
                        .log("token revoked");
            }
            return to(PATH);
        });
    }

    @PostMapping(PATH + "/sessions")
    Object endSessions(HttpServletRequest request) {
        return asOwner(account -> {
            accounts.endSessions(account.name());
            end(request);
            return to(LOGIN + "?problem=out");
        });
    }

    private Object asOwner(Function<Account, Object> work) {
        signing.require();
        try {
            return signedIn.account().map(work).orElseGet(() -> to(LOGIN));
        } catch (AccountException e) {
            throw SignSwitch.told(e);
        }
    }

    private ModelAndView refused(
            Account account, String problem, HttpServletRequest request, HttpServletResponse response) {
        ModelAndView page = page(account, problem, request, response);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView page(
            Account account, @Nullable String problem, HttpServletRequest request, HttpServletResponse response) {
        PageText text = new PageText(languages.of(request), messages);
        ModelAndView page = SignPage.of(ACCOUNT, request, response, text.lang());
        page.addObject(ACCOUNT, account);
        page.addObject("problem", problem);
        page.addObject(
                "rights", account.role().rights().stream().map(Right::code).toList());
        page.addObject("tokens", tokens(account, text));
        page.addObject("limits", settings);
        page.addObject("passwordBytesMax", Passwords.BYTES_MAX);
        page.addObject("label", value(request, "label"));
        page.addObject("days", value(request, "days"));
        return page;
    }

    private List<OwnToken> tokens(Account account, PageText text) {
        Instant now = clock.instant();
        return account.tokens().stream()
                .map(token -> new OwnToken(
                        token.id(),
                        token.label(),
                        token.scopes().stream().map(Right::code).toList(),
                        text.day(token.expires().toString().substring(0, 10)),
                        !token.validAt(now)))
                .toList();
    }

    private static Set<Right> scopes(HttpServletRequest request) {
        String[] given = request.getParameterValues("scope");
        return given == null
                ? EnumSet.noneOf(Right.class)
                : Arrays.stream(given)
                        .limit(Right.values().length)
                        .map(Right::of)
                        .collect(Collectors.toSet());
    }

    private static int days(String given) {
        return given.matches("\\d{1,5}") ? Integer.parseInt(given) : 0;
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static String value(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
