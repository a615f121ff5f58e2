package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;

/** Change of an account that the audit log does not tell of, and the condition under which it takes place. */
public sealed interface AccountUpdate extends RowUpdate permits MetadataUpdate, CredentialsUpdate {

    AccountKey key();

    @Override
    default UserId owner() {
        return key().owner();
    }

    /** Returns the account after the update; empty if {@code stored} does not meet the condition. */
    Optional<Account> applyTo(Account stored);
}
