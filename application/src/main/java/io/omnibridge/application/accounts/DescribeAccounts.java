package io.omnibridge.application.accounts;

import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.account.ReconnectReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Describes accounts to their owner, which counts as a view of each: {@link RecordViews} notes it. It opens no credentials, and asks
 * neither the store nor a provider. Thread-safe.
 */
public final class DescribeAccounts {

    private final ProviderCatalogue catalogue;
    private final Optional<Duration> keepAlive;
    private final RecordViews recordViews;
    private final Clock clock;

    /** @param keepAlive how long an account may stay unused before it is unlinked; empty if for ever */
    public DescribeAccounts(
            ProviderCatalogue catalogue, Optional<Duration> keepAlive, RecordViews recordViews, Clock clock) {
        this.catalogue = Objects.requireNonNull(catalogue);
        this.keepAlive = Objects.requireNonNull(keepAlive);
        this.recordViews = Objects.requireNonNull(recordViews);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Describes one account. */
    public AccountDescription describe(AccountMetadata account) {
        return describe(List.of(account)).get(0);
    }

    /** Describes accounts of one user, in their order. */
    public List<AccountDescription> describe(List<AccountMetadata> accounts) {
        Instant now = clock.instant();
        Map<ProviderId, ProviderConfiguration> configurations = new HashMap<>();
        recordViews.note(accounts, now);
        return accounts.stream()
                .map(account -> describe(
                        account, configurations.computeIfAbsent(account.key().provider(), this::configuration), now))
                .toList();
    }

    private ProviderConfiguration configuration(ProviderId provider) {
        return new ProviderConfiguration(catalogue.find(provider), catalogue.issuingClient(provider));
    }

    private AccountDescription describe(AccountMetadata account, ProviderConfiguration configuration, Instant now) {
        Optional<ReconnectCode> obstacle = account.refreshable() ? configuration.obstacle(account) : Optional.empty();
        Optional<ReconnectReason> reconnect =
                account.reconnectReasonAt(now).or(() -> obstacle.flatMap(code -> expired(account, code, now)));
        boolean refreshable = account.refreshable() && obstacle.isEmpty() && reconnect.isEmpty();
        return new AccountDescription(account, refreshable, reconnect, expiresUnusedAt(account, configuration));
    }

    /** An access token that has expired, and that cannot be refreshed here. */
    private static Optional<ReconnectReason> expired(AccountMetadata account, ReconnectCode code, Instant now) {
        return account.expiresAt()
                .filter(expiry -> !expiry.isAfter(now))
                .map(since -> new ReconnectReason(code, since));
    }

    /** Accounts that a client handed over stay linked, and so do those of a provider that is not configured. */
    private Optional<Instant> expiresUnusedAt(AccountMetadata account, ProviderConfiguration configuration) {
        return keepAlive
                .filter(limit -> account.linkedBy() == LinkedBy.CONNECT
                        && configuration.provider().isPresent())
                .map(account.lastUsedOrSeenAt()::plus);
    }
}
