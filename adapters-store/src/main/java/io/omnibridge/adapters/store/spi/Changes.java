package io.omnibridge.adapters.store.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Everything that one write changes of its user, beside the audit log.
 *
 * @param signOut when the user signed out; it stays as it is if it is later
 */
public record Changes(
        AccountChange account,
        AttemptChange attempt,
        RevocationChanges revocations,
        LeaseChange lease,
        Optional<Instant> signOut) {

    /** No change: the write only adds an event, such as a refusal. */
    public static final Changes NONE = of(new AccountChange.None());

    public static Changes of(AccountChange account) {
        return new Changes(
                account, new AttemptChange.None(), RevocationChanges.NONE, new LeaseChange.None(), Optional.empty());
    }

    public static Changes of(AttemptChange attempt) {
        return NONE.with(attempt);
    }

    public static Changes of(RevocationChanges revocations) {
        return NONE.with(revocations);
    }

    public static Changes of(LeaseChange lease) {
        return new Changes(NONE.account, NONE.attempt, NONE.revocations, lease, Optional.empty());
    }

    /** The user signs out. */
    public static Changes ofSignOut(Instant at) {
        return new Changes(NONE.account, NONE.attempt, NONE.revocations, NONE.lease, Optional.of(at));
    }

    public Changes with(AttemptChange change) {
        return new Changes(account, change, revocations, lease, signOut);
    }

    public Changes with(RevocationChanges change) {
        return new Changes(account, attempt, change, lease, signOut);
    }
}
