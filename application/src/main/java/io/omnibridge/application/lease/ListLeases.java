package io.omnibridge.application.lease;

import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.Lease;
import java.util.List;
import java.util.Objects;

/** Lists the leases of a user, the ended ones that have not expired included. Thread-safe. */
public final class ListLeases {

    private final Leases leases;
    private final LeaseSealer sealer;

    public ListLeases(Leases leases, LeaseSealer sealer) {
        this.leases = Objects.requireNonNull(leases);
        this.sealer = Objects.requireNonNull(sealer);
    }

    /**
     * Returns the leases, the latest expiry first.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond
     * @throws io.omnibridge.application.port.CredentialsUnreadable if the terms of one do not open
     */
    public List<Lease> list(UserId owner) {
        return leases.list(owner).stream()
                .map(stored -> new Lease(stored, sealer.open(stored)))
                .toList();
    }
}
