package io.omnibridge.adapters.store.spi;

/** Everything that one write changes of its user, beside the audit log. */
public record Changes(AccountChange account, AttemptChange attempt, RevocationChanges revocations, LeaseChange lease) {

    /** No change: the write only adds an event, such as a refusal. */
    public static final Changes NONE = of(new AccountChange.None());

    public static Changes of(AccountChange account) {
        return new Changes(account, new AttemptChange.None(), RevocationChanges.NONE, new LeaseChange.None());
    }

    public static Changes of(AttemptChange attempt) {
        return NONE.with(attempt);
    }

    public static Changes of(RevocationChanges revocations) {
        return NONE.with(revocations);
    }

    public static Changes of(LeaseChange lease) {
        return new Changes(NONE.account, NONE.attempt, NONE.revocations, lease);
    }

    public Changes with(AttemptChange change) {
        return new Changes(account, change, revocations, lease);
    }

    public Changes with(RevocationChanges change) {
        return new Changes(account, attempt, change, lease);
    }
}
