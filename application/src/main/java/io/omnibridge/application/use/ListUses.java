package io.omnibridge.application.use;

import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.application.port.UsePage;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.use.Use;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the receipts of the caller's own uses, newest first. Thread-safe. */
public final class ListUses {

    private final UseLog useLog;
    private final Leases leases;
    private final LeaseSealer sealer;

    public ListUses(UseLog useLog, Leases leases, LeaseSealer sealer) {
        this.useLog = Objects.requireNonNull(useLog);
        this.leases = Objects.requireNonNull(leases);
        this.sealer = Objects.requireNonNull(sealer);
    }

    /**
     * Returns a page of receipts.
     *
     * @param before {@link io.omnibridge.application.port.AuditPage#FROM_NEWEST}, or {@code next} of the page before
     * @param limit the maximum number of receipts, at least 1
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond
     */
    public LabelledUses list(Caller caller, long before, int limit) {
        UsePage page = useLog.list(caller.user(), before, limit);
        Set<LeaseId> named = page.receipts().stream()
                .map(receipt -> receipt.use())
                .map(Use::lease)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new LabelledUses(page, named.isEmpty() ? Map.of() : labels(caller, named));
    }

    private Map<LeaseId, String> labels(Caller caller, Set<LeaseId> named) {
        Map<LeaseId, String> labels = new HashMap<>();
        for (StoredLease lease : leases.list(caller.user())) {
            if (named.contains(lease.id())) {
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
