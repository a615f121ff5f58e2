package io.omnibridge.adapters.store.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Everything that one write changes of its user, beside the audit log.
 *
 * @param signOut when the user signed out; it stays as it is if it is later
 */
public record Changes(
        Optional<AccountChange> account,
        Optional<AttemptChange> attempt,
        RevocationChanges revocations,
        Optional<LeaseChange> lease,
        Optional<Instant> signOut) {

    /** No change: the write only adds an event. */
    public static final Changes NONE =
            new Changes(Optional.empty(), Optional.empty(), RevocationChanges.NONE, Optional.empty(), Optional.empty());

    public static Changes of(AccountChange account) {
        return new Changes(Optional.of(account), NONE.attempt, NONE.revocations, NONE.lease, NONE.signOut);
    }

    public static Changes of(AttemptChange attempt) {
        return NONE.with(attempt);
    }

    public static Changes of(RevocationChanges revocations) {
        return NONE.with(revocations);
    }

    public static Changes of(LeaseChange lease) {
        return new Changes(NONE.account, NONE.attempt, NONE.revocations, Optional.of(lease), NONE.signOut);
    }

    /** The user signs out. */
    public static Changes ofSignOut(Instant at) {
        return new Changes(NONE.account, NONE.attempt, NONE.revocations, NONE.lease, Optional.of(at));
    }

    public Changes with(AttemptChange change) {
        return new Changes(account, Optional.of(change), revocations, lease, signOut);
    }

    public Changes with(RevocationChanges change) {
        return new Changes(account, attempt, change, lease, signOut);
    }
}
