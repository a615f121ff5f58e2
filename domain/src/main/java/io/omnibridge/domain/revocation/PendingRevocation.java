package io.omnibridge.domain.revocation;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A grant that has to be given back. It holds the one token to revoke, sealed for that and usable for nothing else, and is
 * destroyed on success, or when it is too old.
 *
 * @param account the account whose grant it was; the account itself may be gone, or be another link by now
 * @param version which linking and generation of the account the token belongs to
 * @param scope what the revocation ends at the provider
 * @param sealed the token
 * @param since when it came to be
 * @param dueAt before which it is not tried
 * @param failures how often it was tried in vain
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

    /** How long a token is kept for being revoked. */
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

    /** The same, with its token sealed under another key. */
    public PendingRevocation sealedAnew(SealedToken resealed) {
        return new PendingRevocation(id, account, version, scope, resealed, since, dueAt, failures);
    }

    /** Whether it is too old to be kept. */
    public boolean isAbandonedAt(Instant now) {
        return !now.isBefore(since.plus(LIFETIME));
    }

    /** Whether it may be tried. What was due from its beginning is due whatever two clocks say. */
    public boolean isDueAt(Instant now) {
        return !dueAt.isAfter(since) || !now.isBefore(dueAt);
    }

    /** The same, tried once more in vain, and to be tried again at {@code due}. */
    public PendingRevocation postponedTo(Instant due) {
        return new PendingRevocation(id, account, version, scope, sealed, since, due, failures + 1);
    }

    /** The same, not to be tried before {@code due}. */
    public PendingRevocation dueAt(Instant due) {
        return new PendingRevocation(id, account, version, scope, sealed, since, due, failures);
    }
}
