package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.lease.EndLease;
import io.omnibridge.application.lease.LeasedAccounts;
import io.omnibridge.application.lease.ListLeases;
import io.omnibridge.application.lease.MakeLease;
import io.omnibridge.application.port.LeaseSealer;

/** The use cases with which users make, list and end leases. */
record LeaseWiring(GrantWiring grants) {

    MakeLease makeLease() {
        return new MakeLease(
                grants.vault().leases(),
                grants.vault().signOuts(),
                sealer(),
                new LeasedAccounts(grants.vault().accounts()),
                grants.clock(),
                grants.random());
    }

    ListLeases listLeases() {
        return new ListLeases(grants.vault().leases(), sealer());
    }

    EndLease endLease() {
        return new EndLease(grants.vault().leases(), grants.clock());
    }

    private LeaseSealer sealer() {
        return grants.sealers().leases();
    }
}
