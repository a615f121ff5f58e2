package io.omnibridge.application.credentials;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Decides what background work does with an account. It leaves accounts alone that OmniBridge did not connect, and
 * those whose provider is not configured. Thread-safe.
 */
public final class IdleGrantPolicy {

    private final CredentialSealer sealer;
    private final ProviderCatalogue catalogue;
    private final Limits limits;

    public IdleGrantPolicy(CredentialSealer sealer, ProviderCatalogue catalogue, Limits limits) {
        this.sealer = Objects.requireNonNull(sealer);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.limits = Objects.requireNonNull(limits);
    }

    /**
     * Times after which background work is due.
     *
     * @param unusedFor since the last use, after which an account is unlinked and its grant revoked
     * @param refreshAfter since the last change of the credentials, after which they are refreshed; shorter than the
     *     time after which any provider expires unused refresh tokens
     * @param refreshBeforeExpiry how long before the expiry of a refresh token it is refreshed
     */
    public record Limits(Duration unusedFor, Duration refreshAfter, Duration refreshBeforeExpiry) {

        /** 90, 30 and 7 days. */
        public static final Limits DEFAULT = new Limits(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(7));

        public Limits {
            Objects.requireNonNull(unusedFor, "unusedFor");
            Objects.requireNonNull(refreshAfter, "refreshAfter");
            Objects.requireNonNull(refreshBeforeExpiry, "refreshBeforeExpiry");
        }
    }

    /** Actions of background work on an account. */
    enum Action {
        /** Nothing. */
        NONE,
        /** Continue a refresh that a node left in {@link Calling} or {@link Unknown}. */
        RESUME_REFRESH,
        /** Refresh the credentials although the access token may still be valid. */
        REFRESH,
        /** Unlink the account and revoke its grant. */
        UNLINK
    }

    /**
     * Decides what to do with {@code account} at {@code now}.
     *
     * @throws io.omnibridge.application.port.CredentialsUnreadable if the credentials have to be read and do not open
     */
    Action decide(Account account, Instant now) {
        AccountMetadata metadata = account.metadata();
        RefreshState state = metadata.refresh();
        if (metadata.linkedBy() != LinkedBy.CONNECT
                || catalogue.find(account.key().provider()).isEmpty()) {
            return Action.NONE;
        }
        if (!now.isBefore(metadata.usedAt().plus(limits.unusedFor()))) {
            return Action.UNLINK;
        }
        if (state instanceof Calling || state instanceof Unknown) {
            return Action.RESUME_REFRESH;
        }
        return state instanceof Ended || !isRefreshDue(account, now) ? Action.NONE : Action.REFRESH;
    }

    private boolean isRefreshDue(Account account, Instant now) {
        Grant grant = sealer.open(account);
        boolean isRefreshable =
                grant.credentials().refreshToken().isPresent() && grant.origin().isPresent();
        boolean isIdle = !now.isBefore(account.metadata().updatedAt().plus(limits.refreshAfter()));
        boolean isExpiring = grant.credentials()
                .refreshTokenExpiresAt()
                .filter(expiry -> !now.isBefore(expiry.minus(limits.refreshBeforeExpiry())))
                .isPresent();
        return isRefreshable && (isIdle || isExpiring);
    }
}
