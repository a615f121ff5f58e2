package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.application.port.BrowserSealer;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.session.SignInAttempt;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * The sealed cookie that binds a sign-in to the browser that began it: a response of the issuer counts only in that browser (login CSRF,
 * RFC 6749 §10.12). Thread-safe.
 */
public final class SignInCookie {

    private final Cookies cookies;
    private final BrowserSealer sealer;
    private final Clock clock;
    private final SecureRandom random;

    /** @param clock the store's, which all nodes share */
    public SignInCookie(Cookies cookies, BrowserSealer sealer, Clock clock, SecureRandom random) {
        this.cookies = cookies;
        this.sealer = sealer;
        this.clock = clock;
        this.random = random;
    }

    /** Returns a new attempt with fresh secrets. */
    SignInAttempt newAttempt(URI continueAt) {
        return new SignInAttempt(secret(), secret(), secret(), continueAt, clock.instant());
    }

    /** Keeps the attempt in the browser. It replaces an earlier one: only the last sign-in that was begun can be completed. */
    void set(RequestContext request, SignInAttempt attempt) {
        cookies.set(request, CookieNames.SIGN_IN, sealer.seal(attempt), SignInAttempt.LIFETIME);
    }

    /** Returns the attempt of this browser with this state; empty if there is none, or it expired. */
    Optional<SignInAttempt> find(RequestContext request, Secret oauthState) {
        return cookies.find(request.servletRequest(), CookieNames.SIGN_IN)
                .flatMap(sealer::signIn)
                .filter(attempt -> attempt.isLiveAt(clock.instant()))
                .filter(attempt -> attempt.oauthState().equals(oauthState));
    }

    void remove(RequestContext request) {
        cookies.remove(request, CookieNames.SIGN_IN);
    }

    private Secret secret() {
        return new Secret(HashedValue.randomValue(random));
    }
}
