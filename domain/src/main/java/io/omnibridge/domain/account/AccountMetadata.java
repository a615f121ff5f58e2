package io.omnibridge.domain.account;

import io.omnibridge.domain.InvalidValue;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What may be shown of an account. It is for showing: decisions are made on what is sealed, never on this.
 *
 * @param scopes what the provider granted
 * @param linkedBy how the credentials came
 * @param refreshable whether OmniBridge itself can renew the access token
 * @param expiresAt when the access token expires; empty when the provider did not say
 * @param linkedAt when this account was first linked; a re-link keeps it
 * @param updatedAt when its credentials last changed
 */
public record AccountMetadata(
        AccountKey key,
        AccountVersion version,
        Scopes scopes,
        LinkedBy linkedBy,
        boolean refreshable,
        Optional<Instant> expiresAt,
        Instant linkedAt,
        Instant updatedAt) {

    /** @throws InvalidValue if the account would have been updated before it was linked */
    public AccountMetadata {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(scopes, "scopes");
        Objects.requireNonNull(linkedBy, "linkedBy");
        Objects.requireNonNull(expiresAt, "expiresAt");
        InvalidValue.unless(!updatedAt.isBefore(linkedAt), "must not be updated before it was linked");
    }

    /** Whether the account can be used at {@code now}: not when its access token expired and nothing can renew it. */
    public AccountStatus statusAt(Instant now) {
        boolean expired = expiresAt.isPresent() && !expiresAt.get().isAfter(now);
        return expired && !refreshable ? AccountStatus.NEEDS_RECONNECT : AccountStatus.ACTIVE;
    }

    /**
     * The same, first linked at {@code first}. It then counts as updated no earlier than that: the clocks of two machines
     * may disagree about which came first.
     */
    public AccountMetadata linkedSince(Instant first) {
        Instant updated = updatedAt.isBefore(first) ? first : updatedAt;
        return new AccountMetadata(key, version, scopes, linkedBy, refreshable, expiresAt, first, updated);
    }
}
