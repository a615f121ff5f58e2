package io.omnibridge.application.port;

import java.util.Optional;

/** Verifies what the issuer of the users' JWTs sends when a user signed out there. Thread-safe. */
public interface LogoutTokens {

    /**
     * Verifies a logout token (OpenID Connect Back-Channel Logout 1.0 §2.6, without the last steps: whether it was used before).
     *
     * @return empty if the token fails a check
     * @throws ProviderUnavailable if the issuer's metadata or keys are needed and cannot be read: whether the token is valid is then unknown
     */
    Optional<SignOutNotice> verify(String logoutToken);
}
