package io.omnibridge.application.lease;

import io.omnibridge.application.port.Leases;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.LeaseId;
import java.time.Clock;
import java.util.Objects;

/** Ends a lease of the caller for every node at once. A call that is under way goes on. Thread-safe. */
public final class EndLease {

    private final Leases leases;
    private final Clock clock;

    public EndLease(Leases leases, Clock clock) {
        this.leases = Objects.requireNonNull(leases);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Ends the lease. Ending an ended lease changes nothing.
     *
     * @return whether the user has such a lease
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond; the lease may have ended
     */
    public boolean end(Caller caller, RequestId requestId, LeaseId id) {
        AuditedAction action = AuditedAction.of(ActionKind.END_LEASE, caller, requestId, clock.instant())
                .on(id);
        return leases.end(caller.user(), id, action)
                || leases.find(caller.user(), id).isPresent();
    }
}
