package io.omnibridge.domain.revocation;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A revocation that still has to happen. It holds the one token to revoke, sealed for this purpose only. It is deleted
 * on success, or when it is too old.
 *
 * @param account the account whose grant is revoked; it may be removed or linked again by now
 * @param version the linking and generation of the account that the token belongs to
 * @param scope what the revocation ends at the provider
 * @param sealed the token
 * @param since when it was created
 * @param dueAt when it may be attempted
 * @param failures how many attempts failed
 */
public record PendingRevocation(
        PendingRevocationId id,
        AccountKey account,
        AccountVersion version,
        RevocationScope scope,
        SealedToken sealed,
        Instant since,
        Instant dueAt,
        int failures) {

    /** The time for which a token is kept for its revocation. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    /** @throws InvalidValue if {@code failures} is negative */
    public PendingRevocation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(sealed, "sealed");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(dueAt, "dueAt");
        InvalidValue.unless(failures >= 0, "must have at least 0 failures");
    }

    /** Returns this revocation with its token sealed under another key. */
    public PendingRevocation withSealed(SealedToken resealed) {
        return new PendingRevocation(id, account, version, scope, resealed, since, dueAt, failures);
    }

    /** Returns whether it is too old and has to be deleted. */
    public boolean isAbandonedAt(Instant now) {
        return !now.isBefore(since.plus(LIFETIME));
    }

    /**
     * Returns whether it may be attempted at {@code now}. A revocation that was due at its creation is always due, even
     * where the clocks of two nodes differ.
     */
    public boolean isDueAt(Instant now) {
        return !dueAt.isAfter(since) || !now.isBefore(dueAt);
    }

    /** Returns this revocation with one more failure, due at {@code due}. */
    public PendingRevocation afterFailure(Instant due) {
        return new PendingRevocation(id, account, version, scope, sealed, since, due, failures + 1);
    }

    /** Returns this revocation with another due time. */
    public PendingRevocation withDueAt(Instant due) {
        return new PendingRevocation(id, account, version, scope, sealed, since, due, failures);
    }
}
