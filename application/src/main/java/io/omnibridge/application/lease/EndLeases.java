package io.omnibridge.application.lease;

import io.omnibridge.application.port.Leases;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Ends every lease of a user. Calls that are under way go on. Thread-safe. */
public final class EndLeases {

    private static final String COMMAND = "leases_end";

    private final Leases leases;
    private final Clock clock;

    public EndLeases(Leases leases, Clock clock) {
        this.leases = Objects.requireNonNull(leases);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Ends the leases that live, for the operator, as {@link #end(UserId, Actor, RequestId)} does. */
    public int end(UserId owner) {
        return end(owner, new Actor.Operator(COMMAND), new RequestId(COMMAND));
    }

    /**
     * Ends the leases that live.
     *
     * @param reason what the events tell as the request
     * @return how many
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond; some may have ended
     */
    public int end(UserId owner, Actor actor, RequestId reason) {
        List<LeaseId> live = leases.list(owner).stream()
                .filter(lease -> lease.isLiveAt(clock.instant()))
                .map(StoredLease::id)
                .toList();
        return (int) live.stream()
                .filter(id -> leases.end(owner, id, action(owner, actor, reason).on(id)))
                .count();
    }

    private AuditedAction action(UserId owner, Actor actor, RequestId reason) {
        return new AuditedAction(
                ActionKind.END_LEASE, clock.instant(), owner, actor, Optional.empty(), Optional.empty(), reason);
    }
}
