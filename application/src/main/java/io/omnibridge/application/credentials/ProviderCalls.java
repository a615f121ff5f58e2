package io.omnibridge.application.credentials;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.refresh.RefreshPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Sends refresh tokens to providers, and decides when this process may do so: not while it stops, and not while a
 * provider's breaker is open. Thread-safe.
 */
public final class ProviderCalls {

    private final AuthorizationServers servers;
    private final ProviderCatalogue catalogue;
    private final ProviderBreakers breakers;
    private final CallsInFlight inFlight;
    private final RefreshEvents events;

    /** Creates calls that report to no log. */
    public ProviderCalls(AuthorizationServers servers, ProviderCatalogue catalogue, LongSupplier nanoTime) {
        this(servers, catalogue, nanoTime, RefreshEvents.NONE);
    }

    /** @param nanoTime a monotonic clock, in nanoseconds */
    public ProviderCalls(
            AuthorizationServers servers, ProviderCatalogue catalogue, LongSupplier nanoTime, RefreshEvents events) {
        this(servers, catalogue, nanoTime, events, new ProviderBreakers(nanoTime, events));
    }

    ProviderCalls(
            AuthorizationServers servers,
            ProviderCatalogue catalogue,
            LongSupplier nanoTime,
            RefreshEvents events,
            ProviderBreakers breakers) {
        this.servers = Objects.requireNonNull(servers);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.breakers = Objects.requireNonNull(breakers);
        this.events = events;
        this.inFlight = new CallsInFlight(nanoTime);
    }

    /** Returns the receiver of what happens to accounts. */
    RefreshEvents events() {
        return events;
    }

    /** Returns how the provider treats refresh tokens; empty if the provider is not configured. */
    Optional<RefreshPolicy> policy(ProviderId provider) {
        return catalogue.find(provider).map(ConnectableProvider::refresh);
    }

    /** Returns whether the configured client can refresh {@code grant}: no other client may. */
    boolean canRefresh(ProviderId provider, Grant grant) {
        return catalogue
                .issuingClient(provider)
                .flatMap(client -> grant.origin().filter(origin -> !client.canHaveIssued(origin)))
                .isEmpty();
    }

    /**
     * Asks for permission to call the account's provider. {@link #send} or {@link #withdraw} has to follow a
     * permission, and {@link #leave} has to follow in any case.
     *
     * @return zero if the call is permitted, else how long to wait before asking again
     */
    Duration admit(AccountKey key, RefreshPolicy policy) {
        return inFlight.enter(key) ? breakers.admit(key, policy) : RefreshRetries.DEFAULT_RETRY_AFTER;
    }

    /** Returns whether the breaker of a configured provider is open, so that refreshes there are trial calls. */
    public boolean isBreakerOpen(ProviderId provider) {
        return policy(provider)
                .filter(policy -> breakers.isOpen(provider, policy))
                .isPresent();
    }

    /** Gives up a permission: no call was made. */
    void withdraw(ProviderId provider) {
        breakers.release(provider);
    }

    /**
     * Sends the refresh token of {@code grant}, which is the grant of {@code account}. An adapter's exception counts as {@link
     * RefreshResult.OutcomeUnknown}: the token may have been sent.
     */
    RefreshResult send(Account account, Grant grant, Duration timeout) {
        RefreshResult result;
        try {
            result = servers.refresh(account.key().provider(), grant, timeout);
        } catch (RuntimeException e) {
            events.callFailed(account.key().provider(), e.getClass());
            result = new RefreshResult.OutcomeUnknown();
        }
        return breakers.report(account.key(), account.version(), result);
    }

    /** Ends the refresh of the account, as far as {@link #close} waits for it. */
    void leave(AccountKey key) {
        inFlight.leave(key);
    }

    /**
     * Permits no more calls, and waits for refreshes that were permitted one.
     *
     * @return whether all of them ended within {@code timeout}
     */
    boolean close(Duration timeout) throws InterruptedException {
        return inFlight.close(timeout);
    }
}
