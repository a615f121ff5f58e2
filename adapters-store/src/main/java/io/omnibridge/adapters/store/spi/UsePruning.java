package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;

/**
 * Conditional removal of the beginning of one user's log of uses.
 *
 * @param former the base so far; empty if the log was never pruned
 * @param next the base afterwards: all receipts up to its position are removed
 */
public record UsePruning(UserId user, Optional<UseBase> former, UseBase next) {

    /** Returns the position up to which the log is pruned so far. */
    public long formerPosition() {
        return former.map(base -> base.at().count()).orElse(0L);
    }
}
