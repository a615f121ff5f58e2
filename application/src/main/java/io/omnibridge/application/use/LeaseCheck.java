package io.omnibridge.application.use;

import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.LeaseToken;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Checks the permission and the lease of a caller. A token that has expired costs no call of the store. Thread-safe. */
public final class LeaseCheck {

    private final LeaseMode mode;
    private final Leases leases;
    private final LeaseSealer sealer;
    private final Clock clock;

    public LeaseCheck(LeaseMode mode, Leases leases, LeaseSealer sealer, Clock clock) {
        this.mode = Objects.requireNonNull(mode);
        this.leases = Objects.requireNonNull(leases);
        this.sealer = Objects.requireNonNull(sealer);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Returns the terms of the caller's lease; empty if the caller may use the permissions without one. */
    Optional<OpenLease> require(DataCaller caller) throws RefusedUse {
        if (!caller.caller().may(Permission.READ_DATA)) {
            throw new RefusedUse(new UseRefusal.NotPermitted());
        }
        if (caller.lease().isPresent()) {
            return Optional.of(new OpenLease(
                    caller.lease().get().id(), terms(caller.lease().get())));
        }
        if (mode == LeaseMode.REQUIRED) {
            throw new RefusedUse(new UseRefusal.LeaseRequired());
        }
        return Optional.empty();
    }

    private LeaseTerms terms(LeaseToken token) throws RefusedUse {
        Instant now = clock.instant();
        if (!now.isBefore(token.expiresAt())) {
            throw over(LeaseEnd.EXPIRY, Optional.of(token.expiresAt()));
        }
        StoredLease stored =
                leases.find(token.user(), token.id()).orElseThrow(() -> over(LeaseEnd.OWNER, Optional.empty()));
        LeaseTerms terms = sealer.open(stored, token).orElseThrow(() -> over(LeaseEnd.OWNER, Optional.empty()));
        Optional<LeaseEnd> end = stored.endAt(now, terms);
        if (end.isPresent()) {
            throw over(end.get(), end.get() == LeaseEnd.EXPIRY ? Optional.of(terms.expiresAt()) : stored.endedAt());
        }
        return terms;
    }

    private static RefusedUse over(LeaseEnd by, Optional<Instant> at) {
        return new RefusedUse(new UseRefusal.LeaseOver(by, at));
    }
}
