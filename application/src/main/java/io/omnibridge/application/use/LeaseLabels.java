package io.omnibridge.application.use;

import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the labels that users gave their leases. Thread-safe. */
record LeaseLabels(Leases leases, LeaseSealer sealer) {

    LeaseLabels {
        Objects.requireNonNull(leases, "leases");
        Objects.requireNonNull(sealer, "sealer");
    }

    /** Returns the labels of those of a user's leases that were not removed. Asks the store only if there are {@code ids}. */
    Map<LeaseId, String> of(UserId user, Set<LeaseId> ids) {
        Map<LeaseId, String> labels = new HashMap<>();
        if (ids.isEmpty()) {
            return labels;
        }
        for (StoredLease lease : leases.list(user)) {
            if (ids.contains(lease.id())) {
                label(lease).ifPresent(label -> labels.put(lease.id(), label));
            }
        }
        return labels;
    }

    /** A label that does not open is left out: the receipts are there to be read also after a key was lost. */
    private Optional<String> label(StoredLease lease) {
        try {
            return Optional.of(sealer.open(lease).label());
        } catch (CredentialsUnreadable e) {
            return Optional.empty();
        }
    }
}
