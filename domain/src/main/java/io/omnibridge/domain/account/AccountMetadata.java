package io.omnibridge.domain.account;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What may be shown of an account, and how the refresh of its credentials stands. The rest is for showing: decisions are
 * made on what is sealed, never on this.
 *
 * @param scopes what the provider granted
 * @param linkedBy how the credentials came
 * @param refreshable whether OmniBridge itself can renew the access token
 * @param expiresAt when the access token expires; empty when the provider did not say
 * @param linkedAt when this account was first linked; a re-link keeps it
 * @param updatedAt when its credentials last changed
 * @param refresh where the refresh of its credentials stands
 * @param usedAt when it was last used, or linked; it may be a day behind
 */
public record AccountMetadata(
        AccountKey key,
        AccountVersion version,
        Scopes scopes,
        LinkedBy linkedBy,
        boolean refreshable,
        Optional<Instant> expiresAt,
        Instant linkedAt,
        Instant updatedAt,
        RefreshState refresh,
        Instant usedAt) {

    /** @throws InvalidValue if the account would have been updated before it was linked */
    public AccountMetadata {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(scopes, "scopes");
        Objects.requireNonNull(linkedBy, "linkedBy");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(refresh, "refresh");
        Objects.requireNonNull(usedAt, "usedAt");
        InvalidValue.unless(!updatedAt.isBefore(linkedAt), "must not be updated before it was linked");
    }

    /** An account that is linked at {@code now}: nothing was refreshed yet. */
    public static AccountMetadata linked(
            AccountKey key,
            AccountVersion version,
            Scopes scopes,
            LinkedBy linkedBy,
            boolean refreshable,
            Optional<Instant> expiresAt,
            Instant now) {
        return new AccountMetadata(
                key, version, scopes, linkedBy, refreshable, expiresAt, now, now, RefreshState.READY, now);
    }

    /** Whether the account can be used at {@code now}: not when its access token expired and nothing can renew it. */
    public AccountStatus statusAt(Instant now) {
        return reconnectReasonAt(now).isPresent() ? AccountStatus.NEEDS_RECONNECT : AccountStatus.ACTIVE;
    }

    /** Why and since when the account cannot be used at {@code now}; empty when it can. */
    public Optional<ReconnectReason> reconnectReasonAt(Instant now) {
        if (refresh instanceof RefreshState.Ended ended) {
            return Optional.of(new ReconnectReason(ReconnectReason.Word.of(ended.reason()), ended.since()));
        }
        return expiresAt
                .filter(expiry -> !refreshable && !expiry.isAfter(now))
                .map(expiry -> new ReconnectReason(ReconnectReason.Word.EXPIRED, expiry));
    }

    /**
     * The same, first linked at {@code first}. It then counts as updated no earlier than that: the clocks of two machines
     * may disagree about which came first.
     */
    public AccountMetadata linkedSince(Instant first) {
        Instant updated = updatedAt.isBefore(first) ? first : updatedAt;
        return new AccountMetadata(
                key, version, scopes, linkedBy, refreshable, expiresAt, first, updated, refresh, usedAt);
    }

    /** The same, with its refresh in another state. */
    public AccountMetadata refreshing(RefreshState state) {
        return new AccountMetadata(
                key, version, scopes, linkedBy, refreshable, expiresAt, linkedAt, updatedAt, state, usedAt);
    }

    /** The same, used at {@code now}. */
    public AccountMetadata usedAt(Instant now) {
        return new AccountMetadata(
                key, version, scopes, linkedBy, refreshable, expiresAt, linkedAt, updatedAt, refresh, now);
    }
}
