package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import java.util.Optional;

/**
 * Update that leaves the credentials as they are. The store adds 1 to the user's counter of unrecorded changes in the same
 * step, so that no write is based on the account as it was.
 */
public sealed interface MetadataUpdate extends AccountUpdate permits RefreshStateUpdate, ViewUpdate {

    /** As {@link #applyTo(Account)}, for a store that keeps credentials apart. */
    Optional<AccountMetadata> applyTo(AccountMetadata stored);

    @Override
    default Optional<Account> applyTo(Account stored) {
        return applyTo(stored.metadata()).map(changed -> new Account(changed, stored.credentials()));
    }
}
