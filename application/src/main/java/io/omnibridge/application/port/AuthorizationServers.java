package io.omnibridge.application.port;

import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.RevocableToken;
import java.time.Duration;

/**
 * The providers' authorization servers. OmniBridge is an OAuth client of each. Credentials are sent only to the token
 * endpoint that issued them; redirects are not followed; every call ends within its timeout. Error texts of providers
 * are not passed on. Thread-safe.
 */
public interface AuthorizationServers {

    /** Returns whether {@link #authorize} would have to call the provider now. Calls nothing itself. */
    boolean isCalledToAuthorize(ProviderId provider);

    /**
     * Creates the authorization request of an attempt.
     *
     * @param provider a provider of the {@link ProviderCatalogue}
     * @param state the value that the callback has to return
     * @param secrets with PKCE verifier and nonce, where the provider supports them
     * @throws ProviderUnavailable if the provider has to be asked first and did not answer
     */
    AuthorizationRequest authorize(ProviderId provider, Scopes scopes, String state, AttemptSecrets secrets);

    /**
     * Exchanges the code of an attempt (RFC 6749 §4.1.3), validates the ID token, and reads the identity of the
     * account. The code is sent at most once.
     *
     * @param secrets with the code
     */
    ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets);

    /**
     * Refreshes credentials (RFC 6749 §6). The refresh token is sent at most once.
     *
     * @param grant with a refresh token
     * @param timeout how long the call may take
     */
    RefreshResult refresh(ProviderId provider, Grant grant, Duration timeout);

    /** Revokes a token (RFC 7009, or the provider's own way). Repeating it is harmless. */
    RevocationResult revoke(ProviderId provider, RevocableToken token);
}
