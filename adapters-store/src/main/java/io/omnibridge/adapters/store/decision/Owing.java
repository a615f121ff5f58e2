package io.omnibridge.adapters.store.decision;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.Obligation;
import io.omnibridge.domain.revocation.ObligationId;
import java.util.Optional;

/**
 * What a write does to the obligations of its user.
 *
 * @param cancelled whose obligations are removed that would end its new grant too
 * @param added comes to be, after that
 * @param settled is removed
 */
public record Owing(Optional<AccountKey> cancelled, Optional<Obligation> added, Optional<ObligationId> settled) {

    public static final Owing NOTHING = new Owing(Optional.empty(), Optional.empty(), Optional.empty());

    static Owing linking(AccountKey account, Optional<Obligation> added) {
        return new Owing(Optional.of(account), added, Optional.empty());
    }

    static Owing adding(Optional<Obligation> added) {
        return new Owing(Optional.empty(), added, Optional.empty());
    }

    static Owing settling(ObligationId settled) {
        return new Owing(Optional.empty(), Optional.empty(), Optional.of(settled));
    }
}
