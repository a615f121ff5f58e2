package io.omnibridge.application.port;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.use.ApiRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The APIs of providers, as far as the catalogue lists reads of them. Hosts, schemes and paths come from the catalogue; a client
 * chooses among the listed reads. No redirect is followed with a token, and what is returned holds no token. Only
 * {@code application.use} calls this port. Thread-safe.
 */
public interface ProviderApis {

    /** Returns the APIs of a provider with their reads, in the order of the catalogue; empty if it is not configured. */
    Optional<List<ListedApi>> apis(ProviderId provider);

    /** Returns whether accounts that were linked by token may be used at the provider. */
    boolean usesAccountsLinkedByToken(ProviderId provider);

    /** Finds the listed read that a request is. Calls nothing. */
    ReadMatch match(ProviderId provider, ApiRequest request);

    /**
     * Sends a read, once. Returns when the status and the beginning of the body are there; the rest of the body follows as it is
     * requested.
     *
     * @param timeout how long to wait for status and headers, unless the adapter's own limit is shorter
     */
    ApiReadResult call(ApiRead read, Credentials credentials, Duration timeout);

    /** Asks the provider whether it accepts an access token at all. */
    TokenCheck check(ProviderId provider, Secret accessToken);

    /** Asks the provider whose an access token is. */
    TokenOwner identify(ProviderId provider, Secret accessToken);
}
