package io.omnibridge.application.port;

import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.session.SignInAttempt;
import java.net.URI;
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
     * Exchanges the code of a callback, and verifies the ID token: signature, issuer, audience, times and nonce. Sends the code at most
     * once.
     *
     * @param issuer who answered, as the callback says (RFC 9207); empty if it does not say
     * @return the user; empty if the issuer refused the code, or its answer fails a check
     * @throws ProviderUnavailable if the issuer did not answer
     */
    Optional<VerifiedSignIn> exchange(SignInAttempt attempt, Secret code, Optional<String> issuer);

    /** Returns where the browser ends its session at the issuer too (OpenID Connect RP-Initiated Logout); empty if the issuer has no such page. */
    Optional<URI> signOutPage();
}
