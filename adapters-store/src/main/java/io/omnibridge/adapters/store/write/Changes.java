package io.omnibridge.adapters.store.write;

/** Everything that a write does to what its user has, in one step. */
public record Changes(Change account, AttemptChange attempt, RevocationChanges owing) {

    /** A refusal: it is recorded, and changes nothing. */
    public static final Changes NONE = of(new Change.None());

    static Changes of(Change account) {
        return new Changes(account, new AttemptChange.None(), RevocationChanges.NOTHING);
    }

    static Changes of(AttemptChange attempt) {
        return new Changes(new Change.None(), attempt, RevocationChanges.NOTHING);
    }

    static Changes of(RevocationChanges owing) {
        return new Changes(new Change.None(), new AttemptChange.None(), owing);
    }

    Changes with(AttemptChange change) {
        return new Changes(account, change, owing);
    }

    Changes with(RevocationChanges change) {
        return new Changes(account, attempt, change);
    }
}
