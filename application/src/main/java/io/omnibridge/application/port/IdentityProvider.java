package io.omnibridge.application.port;

import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.session.Profile;
import io.omnibridge.domain.session.SignInAttempt;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * The issuer of the users' JWTs, at which people sign in to the pages (OpenID Connect Core §3.1, code flow with PKCE). Thread-safe.
 */
public interface IdentityProvider {

    /**
     * Returns the URL at which the browser signs in.
     *
     * @throws ProviderUnavailable if the issuer has to be called first and did not answer
     */
    URI authorize(SignInAttempt attempt);

    /**
     * Exchanges the code of a callback, and verifies the ID token: signature, issuer, audience, times and nonce.
     *
     * @return the user; empty if the issuer refused the code, or its answer fails a check
     * @throws ProviderUnavailable if the issuer did not answer
     */
    Optional<SignedIn> exchange(SignInAttempt attempt, String code);

    /** Returns where the browser ends its session at the issuer too (OpenID Connect RP-Initiated Logout); empty if the issuer has no such page. */
    Optional<URI> signOutPage();

    /**
     * Verifies a logout token (OpenID Connect Back-Channel Logout §2.4).
     *
     * @return the user; empty if the token fails a check, or was presented before
     * @throws ProviderUnavailable if the issuer's keys are unknown
     */
    Optional<UserId> signedOut(String logoutToken);

    /** A user who signed in. */
    record SignedIn(UserId user, Profile profile) {
        public SignedIn {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(profile, "profile");
        }
    }
}
