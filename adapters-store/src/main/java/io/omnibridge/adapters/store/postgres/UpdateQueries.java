package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.AccountUpdate;
import io.omnibridge.adapters.store.spi.LeaseUpdate;
import io.omnibridge.adapters.store.spi.RevocationUpdate;
import io.omnibridge.adapters.store.spi.RowUpdate;

/** Statements that change a row without an audit event, and return whether that took place. */
final class UpdateQueries {

    private UpdateQueries() {}

    static DatabaseWork<Boolean> of(RowUpdate update) {
        if (update instanceof AccountUpdate ofAccount) {
            return AccountUpdateQueries.of(ofAccount);
        }
        return update instanceof RevocationUpdate ofRevocation
                ? RevocationQueries.replace(ofRevocation.former(), ofRevocation.next())
                : LeaseQueries.reseal((LeaseUpdate) update);
    }
}
