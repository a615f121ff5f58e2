package io.omnibridge.domain.account;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The data of an account without its credentials: what clients may see, and the refresh state. Scopes, expiry and
 * {@code refreshable} are copies for display: decisions about credentials use the sealed values.
 *
 * @param scopes the scopes that the provider granted
 * @param linkedBy how OmniBridge received the credentials
 * @param refreshable whether OmniBridge can refresh the access token
 * @param expiresAt when the access token expires; empty if the provider did not say
 * @param linkedAt when this account was first linked; a re-link keeps it
 * @param updatedAt when its credentials last changed
 * @param refresh the refresh state of its credentials
 * @param uses when it was last used
 * @param origin where its credentials were issued; empty if a client handed them over, or if it is not known
 * @param label what the provider calls the account, for display; empty if it is not known
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
        LastUses uses,
        Optional<OriginDigest> origin,
        Optional<AccountLabel> label) {

    /** Creates the metadata of an account without a view since its last use, of unknown origin, without a label. */
    public AccountMetadata(
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
        this(
                key,
                version,
                scopes,
                linkedBy,
                refreshable,
                expiresAt,
                linkedAt,
                updatedAt,
                refresh,
                LastUses.of(usedAt),
                Optional.empty(),
                Optional.empty());
    }

    /** @throws InvalidValue if the account would have been updated before it was linked */
    public AccountMetadata {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(scopes, "scopes");
        Objects.requireNonNull(linkedBy, "linkedBy");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(refresh, "refresh");
        Objects.requireNonNull(uses, "uses");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(label, "label");
        InvalidValue.unless(!updatedAt.isBefore(linkedAt), "must not be updated before it was linked");
    }

    /** Creates the metadata of an account that is linked at {@code now}. */
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

    /**
     * Returns the status at {@code now}. An expired access token that OmniBridge can refresh leaves the account active.
     */
    public AccountStatus statusAt(Instant now) {
        return reconnectReasonAt(now).isPresent() ? AccountStatus.NEEDS_RECONNECT : AccountStatus.ACTIVE;
    }

    /** Returns why the account needs a reconnect at {@code now}, and since when; empty if it is active. */
    public Optional<ReconnectReason> reconnectReasonAt(Instant now) {
        if (refresh instanceof RefreshState.Ended ended) {
            return Optional.of(new ReconnectReason(ReconnectCode.of(ended.reason()), ended.since()));
        }
        return expiresAt
                .filter(expiry -> !refreshable && !expiry.isAfter(now))
                .map(expiry -> new ReconnectReason(ReconnectCode.EXPIRED, expiry));
    }

    /** Returns when its credentials were last used; see {@link LastUses#usedAt}. */
    public Instant usedAt() {
        return uses.usedAt();
    }

    /** Returns when its owner last viewed it; see {@link LastUses#seenAt}. */
    public Instant seenAt() {
        return uses.seenAt();
    }

    /** Returns the minute in which its data was last used; see {@link LastUses#dataUsedAt}. */
    public Optional<Instant> dataUsedAt() {
        return uses.dataUsedAt();
    }

    /** Returns when it was last used in any way, or viewed. */
    public Instant lastUsedOrSeenAt() {
        return uses.latest();
    }

    /**
     * Returns this metadata with {@code linkedAt} set to {@code first}, and {@code updatedAt} not earlier than that:
     * the clocks of two nodes may disagree about the order.
     */
    public AccountMetadata withLinkedAt(Instant first) {
        Instant updated = updatedAt.isBefore(first) ? first : updatedAt;
        return new AccountMetadata(
                key, version, scopes, linkedBy, refreshable, expiresAt, first, updated, refresh, uses, origin, label);
    }

    /** Returns this metadata with another refresh state. */
    public AccountMetadata withRefresh(RefreshState state) {
        return with(state, uses, origin, label);
    }

    /** Returns this metadata with {@code usedAt} set to {@code now}. */
    public AccountMetadata withUsedAt(Instant now) {
        return withUses(uses.withUsedAt(now));
    }

    /** Returns this metadata with {@code seenAt} set to {@code now}. */
    public AccountMetadata withSeenAt(Instant now) {
        return withUses(uses.withSeenAt(now));
    }

    /** Returns this metadata with {@code dataUsedAt} set to the minute of {@code now}. */
    public AccountMetadata withDataUsedAt(Instant now) {
        return withUses(uses.withDataUsedAt(now));
    }

    /** Returns this metadata with other times of use. */
    public AccountMetadata withUses(LastUses others) {
        return with(refresh, others, origin, label);
    }

    /** Returns this metadata with another origin. */
    public AccountMetadata withOrigin(Optional<TokenOrigin> issuedBy) {
        return with(refresh, uses, issuedBy.map(OriginDigest::of), label);
    }

    /** Returns this metadata with another label. */
    public AccountMetadata withLabel(Optional<AccountLabel> told) {
        return with(refresh, uses, origin, told);
    }

    private AccountMetadata with(
            RefreshState state, LastUses others, Optional<OriginDigest> issuer, Optional<AccountLabel> told) {
        return new AccountMetadata(
                key,
                version,
                scopes,
                linkedBy,
                refreshable,
                expiresAt,
                linkedAt,
                updatedAt,
                state,
                others,
                issuer,
                told);
    }
}
