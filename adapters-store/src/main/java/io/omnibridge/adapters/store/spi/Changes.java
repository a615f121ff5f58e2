package io.omnibridge.adapters.store.spi;

/** Everything that one write changes of its user, beside the audit log. */
public record Changes(AccountChange account, AttemptChange attempt, RevocationChanges revocations) {

    /** No change: the write only adds an event, such as a refusal. */
    public static final Changes NONE = of(new AccountChange.None());

    public static Changes of(AccountChange account) {
        return new Changes(account, new AttemptChange.None(), RevocationChanges.NONE);
    }

    public static Changes of(AttemptChange attempt) {
        return new Changes(new AccountChange.None(), attempt, RevocationChanges.NONE);
    }

    public static Changes of(RevocationChanges revocations) {
        return new Changes(new AccountChange.None(), new AttemptChange.None(), revocations);
    }

    public Changes with(AttemptChange change) {
        return new Changes(account, change, revocations);
    }

    public Changes with(RevocationChanges change) {
        return new Changes(account, attempt, change);
    }
}
