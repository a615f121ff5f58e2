package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.domain.InvalidValue;
import java.time.Instant;
import java.util.Objects;

/**
 * Where a log of uses begins after it was pruned. Only a holder of the key of the audit logs can compute its MAC, so that a writer of
 * the store cannot prune unseen.
 *
 * @param at position and MAC of the newest receipt that was removed
 * @param prunedBefore receipts from before this time were removed
 * @param mac over the parts above, the user and the issuer
 */
public record UseBase(StoredChainHead at, Instant prunedBefore, EventMac mac) {

    /** @throws InvalidValue if nothing was removed */
    public UseBase {
        InvalidValue.unless(at.count() >= 1, "must have removed at least one receipt");
        Objects.requireNonNull(prunedBefore, "prunedBefore");
        Objects.requireNonNull(mac, "mac");
    }
}
