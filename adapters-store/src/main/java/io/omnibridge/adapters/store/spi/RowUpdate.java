package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.UserId;

/** Change of one row that the audit log does not tell of, and the condition under which it takes place. */
public sealed interface RowUpdate permits AccountUpdate, RevocationUpdate, LeaseUpdate {

    UserId owner();
}
