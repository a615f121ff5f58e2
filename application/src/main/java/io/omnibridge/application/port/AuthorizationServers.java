package io.omnibridge.application.port;

import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.revocation.RevocableToken;
import java.net.URI;
import java.time.Duration;

/**
 * The providers' authorization servers, of which this service is a client. Credentials go only to the token endpoint that they
 * came from; no redirect is followed; every call ends in time. What a provider says in its own words goes nowhere.
 * Thread-safe.
 */
public interface AuthorizationServers {

    /**
     * What a browser is sent to a provider with.
     *
     * @param url of the authorization request (RFC 6749 §4.1.1)
     */
    record Authorization(URI url, PinnedProvider pinned) {}

    /**
     * Begins an attempt.
     *
     * @param provider one of the {@link ProviderCatalogue}
     * @param state what the browser has to bring back
     * @param secrets with verifier and nonce, where the provider can have them
     * @throws ProviderUnavailable if the provider has to be asked first and did not answer
     */
    Authorization authorize(ProviderId provider, Scopes scopes, String state, AttemptSecrets secrets);

    /**
     * Exchanges the code of an attempt (RFC 6749 §4.1.3), validates the ID token, and asks whose account it is. The code is sent
     * at most once.
     *
     * @param secrets with the code
     */
    ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets);

    /**
     * Renews credentials (RFC 6749 §6). The refresh token is sent at most once.
     *
     * @param grant with a refresh token
     * @param atMost after which the call has ended
     */
    RefreshResult refresh(ProviderId provider, Grant grant, Duration atMost);

    /** Gives a grant back (RFC 7009, or the provider's own way). Asking again does no harm. */
    RevocationResult revoke(ProviderId provider, RevocableToken token);
}
