package io.omnibridge.domain.session;

import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A sign-in that a browser began and that its issuer has not answered yet. It counts in that browser alone, which keeps it in a sealed cookie.
 *
 * @param oauthState the {@code state} parameter (RFC 6749 §4.1.1)
 * @param nonce the value that the ID token has to repeat (OpenID Connect Core §3.1.2.1)
 * @param verifier the PKCE code verifier (RFC 7636 §4.1)
 * @param continueAt the page to show afterwards, a path below {@code /ui/}
 */
public record SignInAttempt(Secret oauthState, Secret nonce, Secret verifier, URI continueAt, Instant begunAt) {

    /** How long a user may take at the issuer. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    public SignInAttempt {
        Objects.requireNonNull(oauthState, "oauthState");
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(verifier, "verifier");
        Objects.requireNonNull(continueAt, "continueAt");
        Objects.requireNonNull(begunAt, "begunAt");
    }

    /** Returns whether it has not expired at {@code now}. */
    public boolean isLiveAt(Instant now) {
        return now.isBefore(begunAt.plus(LIFETIME));
    }
}
