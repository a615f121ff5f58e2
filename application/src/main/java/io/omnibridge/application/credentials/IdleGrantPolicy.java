package io.omnibridge.application.credentials;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides what background work does with an account. It leaves accounts alone that OmniBridge did not connect, and
 * those whose provider is not configured. Thread-safe.
 */
public final class IdleGrantPolicy {

    private final CredentialSealer sealer;
    private final ProviderCatalogue catalogue;
    private final IdleGrantLimits limits;

    public IdleGrantPolicy(CredentialSealer sealer, ProviderCatalogue catalogue, IdleGrantLimits limits) {
        this.sealer = Objects.requireNonNull(sealer);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.limits = Objects.requireNonNull(limits);
    }

    /**
     * Decides what to do with {@code account} at {@code now}.
     *
     * @throws io.omnibridge.application.port.CredentialsUnreadable if the credentials have to be read and do not open
     */
    IdleGrantAction decide(Account account, Instant now) {
        RefreshState state = account.metadata().refresh();
        Optional<RefreshPolicy> policy = policy(account);
        if (policy.isEmpty()) {
            return IdleGrantAction.NONE;
        }
        if (isUnused(account, now)) {
            return IdleGrantAction.UNLINK;
        }
        if (state instanceof Calling || state instanceof Unknown) {
            return IdleGrantAction.RESUME_REFRESH;
        }
        return state instanceof Ended ? IdleGrantAction.NONE : decide(account, policy.get(), now);
    }

    /** Returns whether {@code account} is to be unlinked at {@code now}, because it was not used for long. */
    boolean isUnused(Account account, Instant now) {
        return policy(account).isPresent() && limits.isUnused(account.metadata(), now);
    }

    /** Returns the policy of the account's provider; empty if background work leaves the account alone. */
    private Optional<RefreshPolicy> policy(Account account) {
        return Optional.of(account.metadata())
                .filter(metadata -> metadata.linkedBy() == LinkedBy.CONNECT)
                .flatMap(metadata -> catalogue.find(account.key().provider()))
                .map(ConnectableProvider::refresh);
    }

    private boolean isOfConfiguredClient(Account account, Grant grant) {
        return grant.origin().isPresent()
                && catalogue
                        .issuingClient(account.key().provider())
                        .filter(client -> !client.canHaveIssued(grant.origin().get()))
                        .isEmpty();
    }

    private IdleGrantAction decide(Account account, RefreshPolicy policy, Instant now) {
        Grant grant = sealer.open(account);
        if (grant.credentials().refreshToken().isEmpty() || !isOfConfiguredClient(account, grant)) {
            return IdleGrantAction.NONE;
        }
        Optional<Instant> expiresAt = grant.credentials().refreshTokenExpiresAt();
        if (expiresAt.filter(expiry -> !now.isBefore(expiry)).isPresent()) {
            return DueDate.isValid(grant, now) ? IdleGrantAction.NONE : IdleGrantAction.RESUME_REFRESH;
        }
        Instant changedAt = account.metadata().updatedAt();
        Duration maxIdle = policy.maxIdle(expiresAt.map(expiry -> Duration.between(changedAt, expiry)));
        return now.isBefore(changedAt.plus(maxIdle)) ? IdleGrantAction.NONE : IdleGrantAction.REFRESH;
    }
}
