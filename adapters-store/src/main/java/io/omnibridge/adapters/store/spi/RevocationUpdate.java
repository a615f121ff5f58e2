package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;

/** Replaces the pending revocation {@code former} by {@code next}, of the same id, if it is still equal to {@code former}. */
public record RevocationUpdate(PendingRevocation former, PendingRevocation next) implements RowUpdate {

    @Override
    public UserId owner() {
        return former.account().owner();
    }
}
