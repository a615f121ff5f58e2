package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.domain.identity.UserId;

/**
 * Conditional write of one user: what changes, and the audit event that tells of it.
 *
 * @param snapshot what the write was decided on: it takes place only while this is current
 * @param event follows the snapshot's chain head
 */
public record UserWrite(UserSnapshot snapshot, Changes changes, ChainedEvent event) {

    public UserId user() {
        return event.event().action().user();
    }

    /** Returns the user's chain head after the write. */
    public StoredChainHead head() {
        return event.head();
    }

    /** Returns how many accounts the user has after the write. */
    public long accountCount() {
        return snapshot.accountCount()
                + changes.account().map(AccountChange::growth).orElse(0);
    }
}
