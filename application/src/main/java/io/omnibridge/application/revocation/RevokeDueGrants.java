package io.omnibridge.application.revocation;

import io.omnibridge.application.maintenance.PagedScan;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Attempts all pending revocations that are due, and abandons those that are too old. Any number of nodes may run it at
 * the same time.
 */
public final class RevokeDueGrants {

    private final AccountScan scan;
    private final RevokeGrant revokeGrant;

    public RevokeDueGrants(AccountScan scan, RevokeGrant revokeGrant) {
        this.scan = Objects.requireNonNull(scan);
        this.revokeGrant = Objects.requireNonNull(revokeGrant);
    }

    /**
     * Visits every pending revocation at least once.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done remains done
     */
    public RevokeDueGrantsResult revoke() {
        Map<RevokeGrantResult, Long> counts = new EnumMap<>(RevokeGrantResult.class);
        long unreadable = forEach(revocation -> counts.merge(revokeGrant.revoke(revocation), 1L, Long::sum));
        return new RevokeDueGrantsResult(counts, unreadable);
    }

    /** Visits every pending revocation, due or not, and returns how many could not be read. */
    long forEach(Consumer<PendingRevocation> visit) {
        return PagedScan.forEach(scan::pendingRevocations, visit, page -> {});
    }
}
