package io.omnibridge.adapters.store.write;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import java.util.Optional;

/**
 * What a write does to the obligations of its user.
 *
 * @param cancelled whose obligations are removed that would end its new grant too
 * @param added comes to be, after that
 * @param settled is removed
 */
public record RevocationChanges(
        Optional<AccountKey> cancelled, Optional<PendingRevocation> added, Optional<PendingRevocationId> settled) {

    public static final RevocationChanges NOTHING =
            new RevocationChanges(Optional.empty(), Optional.empty(), Optional.empty());

    static RevocationChanges linking(AccountKey account, Optional<PendingRevocation> added) {
        return new RevocationChanges(Optional.of(account), added, Optional.empty());
    }

    static RevocationChanges adding(Optional<PendingRevocation> added) {
        return new RevocationChanges(Optional.empty(), added, Optional.empty());
    }

    static RevocationChanges settling(PendingRevocationId settled) {
        return new RevocationChanges(Optional.empty(), Optional.empty(), Optional.of(settled));
    }
}
